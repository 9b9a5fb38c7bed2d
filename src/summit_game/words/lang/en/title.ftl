# The title screen, lists of games and decks.
title-no-games = No game has been played on this machine yet.
title-no-decks = No deck is installed.
title-list-of-games = Games and replays
title-list-of-decks = Decks
title-games-title = Games
title-decks-title = Decks
title-about-it = About it
title-begins = Enter begins a new game with the deck.
title-games-in = { $count ->
        [0] They will be in { $folder }
       *[other] { $count } in { $folder }
    }
title-games-saved = Every game is saved move by move and can be replayed here.
title-game-label = { $when }, { $called }
title-game-of = { $called }: { $game }
title-game = { $stands }, { $whom }: { $title }
title-cannot-open = It cannot be opened: { $why }.
title-older-edition = It began under edition { $edition } of the rules, so it is not played on.
title-plays-on = Enter plays on, R replays, D debriefs.
title-replays-it = Enter or R replays it, D debriefs.
title-damaged = Its end is damaged: it opens at the last entry that can be read.
title-last-played = { $stands }. Last played { $when }.
title-id = Id { $id }
title-debrief-of = Debrief of this game
title-delete = Delete this game for good? X again deletes it, any move of the cursor leaves it.
title-deleted = The game is deleted.
title-being-checked = being checked …
title-faults = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
title-no-faults = no faults
title-the-usual = the usual one
title-your-own = your own
title-first-fault = The first fault: { $fault }
title-tables = Tables for { $sizes } delegations. { $count } { $count ->
        [one] issue
       *[other] issues
    }.
title-wrong = What is wrong with it
title-issues = Issues
title-modules = Rule modules
title-none = None.
title-fact = What is fact in it
title-deck = Id { $id }, version { $version }, licence { $licence }
title-as = as { $who }
title-bots-only = bots only
title-over = over: { $ending }
title-ending = { $ending ->
        [settlement] settlement
        [stalemate] stalemate
        [conflict] conflict
       *[cold_war] cold war
    }
title-stopped-in = stopped in round { $round }
title-in-round = round { $round } of { $rounds }
title-tagline = A negotiation in brackets, with four ways to end.
title-as-with-bots = As { $who }, with { $count } { $count ->
        [one] bot
       *[other] bots
    }
title-nothing-to-play = There is no deck to play.
title-learn-with = Learn with which deck?
title-no-lesson = No deck on this machine has a lesson.
title-continue = Continue
title-play = Play now
title-new = New game
title-new-about = Choose deck, seats, rules and clock
title-learn = Learn to play
title-learn-about = A first game, step by step
title-join = Join
title-join-about = Sit down at a table of somebody else
title-host = Host
title-host-about = A table for people at other machines
title-teach = Teach and print
title-teach-about = Papers for a class
title-results = Results
title-results-about = Endings seen, and your best
title-class = Class code
title-class-about = Practise the deal of your class
title-class-why = The code your teacher gave: everybody who types it is dealt the same cards, and plays alone.
title-rated = { $stands } ({ $ratings })
title-coded = Class code { $code }.
title-replays = Games, replays
title-replays-about = Go on, or look move by move
title-decks = Decks
title-decks-about = What can be played here
title-rules = Rule book
title-rules-about = All rules, clause by clause
title-settings = Settings
title-settings-about = Colours, pace, hand-over, keys
title-quit = Quit
title-quit-about = Every move is saved
title-moment = { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[other] Dec
    } { $year }, { $time }
