# What the commands say: answers and complaints.
cli-no-deck = no deck is installed; name one with --deck PATH
cli-short-form = --short and --class are for plain text, --md and --html; CSV and JSON always hold everything
cli-change-alone = --change needs --what-if N, which says how often it is played on
cli-compare-one = name at least two games to compare; `summit games` lists them
cli-seed-or-code = a class code is a deal of its own; leave --seed or --class-code out
cli-game-twice = the game { $game } is named twice; name different games
cli-no-games = there are no games yet; `summit play` begins one
cli-file-twice = { $file } is named twice; name two files
cli-what-if-early = the game has no ending, and what could have been would tell what is secret; the facilitator adds --open
cli-file-exists = { $file } exists already; name another file, or add --force to overwrite it
cli-no-output = the output cannot be written ({ $reason })
cli-odd-code = lines cannot be read and written in the code { $code }; UTF-8 is used (see PYTHONIOENCODING)
cli-not-written = { $file } cannot be written ({ $reason })
cli-no-chapter = the rule book has no chapter, clause or word { $chapter }; its chapters are { $known }
cli-no-card = deck { $deck } has no card { $card }; `summit card` lists them
cli-overlay-complete = every text is there in { $language }
cli-schema-line = Let the first line of each file be: # yaml-language-server: $schema={ $schema }
cli-smell-balance = For numbers to rely on: summit balance { $path }
cli-seat-or-open = choose --seat or --open, not both
cli-no-delegation = there is no delegation { $name } in this game; it has { $known }
cli-games-none = There are no games yet; `summit play` begins one.
cli-erased = erased { $file }
cli-erase-nothing = name a game by its id, or what to erase with --person NAME or --before DAY; `summit games` lists the games
cli-erase-either = erase a person (--person) or games before a day (--before), not both
cli-erase-all-before = --before erases all games before a day; leave the id out
cli-erase-id-of-game = S1, S2 … are other people in each game; name the game too: summit games erase ID --person { $person }
cli-erase-sure = Erase { $count ->
        [one] this game
       *[other] these { $count } games
    }? There is no way back. y, or n to leave all as it is:
cli-erase-person-sure = Erase the name { $person } in { $count ->
        [one] this game
       *[other] these { $count } games
    }? There is no way back. y, or n to leave all as it is:
cli-erase-yes-needed = nothing was erased; add --yes where nobody can be asked
cli-erase-left-alone = nothing was erased
cli-erase-none-before = no game was last played before { $day }
cli-erase-nobody = there is nobody called { $person } in { $one ->
        [yes] this game
       *[no] the games on this machine
    }
cli-erase-in-use = { $game } is being played and stays as it is; stop it there first
cli-erase-not = { $game } stays as it is ({ $reason })
cli-erase-person = { $game }: the name is erased; notes that were typed remain as they are.
cli-erase-in-journal = { $game }: this game is of the older format, in which names stand in the journal itself; only erasing the whole game takes them out.
cli-grading-open = --grading counts only what everybody saw; leave --open out
cli-graded-adviser = a graded game has no adviser; leave --adviser or --graded out
cli-grading-key = who is who stands in { $file }; keep it apart
cli-no-language = { $language } names no language; write a code such as `en`
cli-locate-own = own decks: { $path }
cli-locate-rules = rules: { $path }
cli-locate-decks = decks: { $path }
cli-locate-games = games: { $path }
cli-locate-settings = settings: { $path }
cli-locate-keys = keys of your own: { $path }
cli-locate-scripts = scripts of bots: { $path }
cli-locate-state = reports of faults: { $path }
cli-locate-data = data: { $path }
cli-locate-cache = checked decks (cache): { $path }
cli-locate-wide = others who use this machine can list the games in { $path }; `chmod 700` keeps them out
cli-fault = summit: a fault of the program: { $kind }: { $error }
cli-report = Please report it; SUMMIT_DEBUG=1 shows where it happened.
cli-no-module = no rule module { $name } is installed; there are { $known }
cli-module-fine = { $deck }: { $games } random { $games ->
        [one] game
       *[other] games
    } without a fault
cli-module-left-out = { $deck }: left out; it has not the module { $module }, whose parameters have no default: { $missing }
cli-module-nowhere = no deck gives { $module } the parameters that have no default ({ $missing }); write them under `modules` of a deck, and name it with --deck
cli-resume-alone = --resume goes on with a game as it is; leave the other options out
cli-in-plain-text = summit: { $trouble }. Playing in plain text.
cli-unfinished = There is an unfinished game: { $game } (id { $id }).
cli-seat-who = write --seat { $name }=WHO, where WHO is { $human } or a kind of bot
cli-not-seated = there is no delegation { $name } at this table; it seats { $seats }
cli-seat-twice = { $name } is seated twice; write one --seat { $name }={ $who }, with all its people: human:Ana,Ben
cli-yes-or-no = Write `y` to go on with it, or `n` for a new game.
cli-no-answer = nothing was answered, so nothing was begun; add --new for a new game
cli-not-resumed = It cannot be played on now: { $error }. Write `y` to try again, or `n` for a new game.
cli-no-clock = { $text } is not a clock{ $reason }; write SECONDS:decision or SECONDS:phase, such as 60:decision, and if wanted :announce, :ask or :stand-in after it
cli-unfinished-game = { $title }, { $delegations }, round { $round } of { $rounds }, { $saved }
cli-word-empty = the first line of { $path } is empty; write the facilitator's word there
cli-word-twice = the word was empty or not written the same way twice; nothing was begun
cli-secrets = the game goes on, and this shows what is private in it; add --yes-show-secrets if you are allowed to see that
cli-word-needed = the facilitator's word is needed; give it with --word-file FILE
cli-not-read = { $path } cannot be read ({ $reason })
cli-no-word = no word was written; nothing was done
cli-smell-endless = the game of { $kind } bots with seed { $seed } does not end; one of its rule modules is at fault
cli-smell-seat = `{ $name }` never did better than its fallback; lower its `reservation`, or change its values
cli-played-last = the game played last, { $id } ({ $title })
cli-written = written to { $path }
cli-playing-on = playing on: { $title } ({ $id })
cli-more-changes = more for --change: { $changes }
cli-stopped = Stopped; nothing was begun.
cli-ended = Stopped.
cli-go-on = Go on with it? y, or n for a new game
cli-choose-word = Choose the facilitator's word
cli-word-again = The same word again
cli-word = The facilitator's word
cli-game-over = over: { $ending }
cli-game-stands = round { $round } of { $rounds }, { $phase }{ $damaged ->
        [yes] , damaged at its end
       *[no] {""}
    }
cli-game-older = { $where }; begun under edition { $edition } of the rules, to be replayed and debriefed only
cli-game-ended = ended by the facilitator in { $where }
cli-deck = { $id }: { $title }{ $faults ->
        [0] {""}
        [one] {" "}({ $faults } fault: see `summit deck check`)
       *[other] {" "}({ $faults } faults: see `summit deck check`)
    }{ $own ->
        [yes] {" "}[your own]
       *[no] {""}
    }
cli-deck-unreadable = cannot be read
cli-deck-written =
    Check it: summit deck check { $deck }
    Play it:  summit play --deck { $deck }
cli-deck-upgraded = { $file } is now of format 2. It may have a section `draw` and say `fixed: true`; run `summit deck check` to see what is asked of it.
cli-deck-newest = { $path } is of the newest format already.
cli-deck-note = Note: { $note }
cli-deck-fine = { $deck }: no faults (issues { $issues }, delegations { $delegations }, briefs { $briefs }, tables { $tables }, modules { $modules }, variants { $variants }, proposals { $proposals }, concessions { $concessions }, pressure { $pressure }, events { $events }, goals { $goals }, moods { $moods }, cards { $cards })
cli-script-fine = { $name }: no faults (a bot's script)
cli-faults = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
cli-smelled = Played by bots:
cli-smells-fine = Played by bots: nothing odd
cli-smell-ending = the ending `{ $ending }` came in { $all ->
        [yes] all
       *[no] none
    } of { $games } { $games ->
        [one] game
       *[other] games
    }
cli-smell-idle = never played: { $cards }
