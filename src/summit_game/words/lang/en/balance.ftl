# The balance report.
balance-begin = { $deck }: { $delegations }; { $games } { $games ->
        [one] game
       *[other] games
    } of each kind of play, seeds from { $seed }. Intervals are 95 %.
balance-stands-out = What stands out
balance-endings = Endings, % of games
balance-delegations = Delegations: score against no deal
balance-deals = Deals that exist, and deals found
balance-going-first = Going first
balance-actions = Actions: times taken, % of packages adopted, % by players who ended above no deal
balance-cards = Cards: times played, and % that succeed (see docs/balance-report.md)
balance-never-played = Never played
balance-dominated = Dominated
balance-nothing = nothing
balance-none = none
balance-kind = { $kind }, ratio { $ratio }
balance-score = score
balance-no-deal = no deal
balance-above = above %
balance-rating = rating
balance-wins = wins %
balance-too-many-texts = The deck has too many texts to look at them all.
balance-deals-exist = { $exist } of { $games } { $games ->
        [one] deal
       *[other] deals
    } of cards allow a treaty that nobody loses by; of { $texts } texts { $mean } do on average ({ $smallest } to { $largest }).
balance-settled = settled
balance-found = found
balance-found-share = found %
balance-nash = Nash %
balance-below = below no deal
balance-turned = { $games } { $games ->
        [one] game
       *[other] games
    } of { $kind } with the seats moved on; points of rating against the own mean.
balance-by-place = by place in round 1:  { $places }
balance-when-first = when it goes first:   { $delegations }
balance-dominated-by = { $card } by { $by }: { $why }
balance-nobody-prefers = no delegation prefers level { $level } of { $issue } to { $better }
balance-did-worse = its player did worse after it with every kind of play
balance-named-twice = a kind of play is named twice; name each once

# What stands out.
balance-ratio = { $kind }: { $best } has { $times } times the mean rating of { $worst }; at most { $fair } is fair
balance-ratio-endless = { $kind }: { $best } has infinitely often the mean rating of { $worst }; at most { $fair } is fair
balance-below-no-deal = { $kind }: { $count } { $count ->
        [one] settlement was
       *[other] settlements were
    } worth less to somebody than no deal at the start
balance-no-ending = no game ended in { $ending }
balance-no-treaty = { $count } { $count ->
        [one] deal of cards allows
       *[other] deals of cards allow
    } no treaty that all can accept
balance-first-matters = going first changes the rating by { $points } points
