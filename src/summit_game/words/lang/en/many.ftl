# Many games without people: `summit simulate` and `summit tournament`.
many-simulated = { $deck }: { $games } { $games ->
        [one] game
       *[other] games
    }, { $seats } delegations, seeds from { $seed }
many-rounds = rounds { $rounds }, decisions { $decisions }
many-digest = digest { $digest }
many-progress = { $done }/{ $total } { $total ->
        [one] game
       *[other] games
    }
many-tournament = { $deck }: { $entrants } entrants { $against }, { $delegations }; { $games } { $games ->
        [one] game
       *[other] games
    } in each seat, seeds from { $seed }; { $played } { $played ->
        [one] game
       *[other] games
    } played
many-against-field = against a field of { $field }
many-against-each-other = against each other
many-means = Means with 95 % intervals (bootstrap over seeds).
many-win-shares = Win share in % of the row over the column: same seat, same seed, higher score; a tie is half.

# Headings of columns.
many-delegation = delegation
many-entrant = entrant
many-bot = bot
many-score = score
many-surplus = surplus
many-rating = rating
many-rating-in-seat = rating in seat

# What cannot be played.
many-endless = the game with seed { $seed } has no end after { $decisions } decisions
many-bots-twice = { $named ->
        [yes] { $name } is named twice among the bots; write it once
       *[no] two kinds of bot are given for all delegations; name the delegations: NAME=KIND,…
    }
many-no-delegation = there is no delegation { $name } at this table; it seats { $seats }
many-entered-twice = { $name } is entered twice; enter each bot once
many-one-entrant = a tournament needs two entrants or more, such as: summit tournament random simple
many-no-mode = there is no way { $mode } to seat entrants; choose from { $modes }
many-dask-backend = --scheduler goes with --backend dask; leave it out, or add --backend dask
many-dask-missing = playing on Dask needs a package that is not installed; pip install "summit-game[cluster]"
many-dask-where = say where the Dask scheduler is: --scheduler ADDRESS, such as tcp://127.0.0.1:8786
many-dask-silent = no Dask scheduler answers at { $address }; check the address
many-dask-broken = the workers at { $address } cannot run Summit ({ $error }); install Summit { $version } there
many-dask-versions = the workers at { $address } have { $found }; they must have Summit { $version }
many-dask-no-worker = no worker has come to the Dask scheduler at { $address } within { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    }; start one: dask worker { $address }
many-dask-alone = the Dask scheduler at { $address } has no worker now; play goes on when one comes, and Ctrl-C stops
many-dask-lost = the Dask scheduler at { $address } was lost; what was played is lost with it
many-dask-killed = workers at { $address } ended again and again while they played; they may have too little memory
many-worker-lost = a process that played games was ended from outside, perhaps for want of memory; try fewer than { $jobs }: --jobs 1
many-no-workers = { $jobs } { $jobs ->
        [one] process
       *[other] processes
    } cannot be started ({ $reason }); try fewer: --jobs 1
