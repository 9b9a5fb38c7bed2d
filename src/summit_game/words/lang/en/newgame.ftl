# The form of a new game.
newgame-none = none
newgame-time = { $minutes ->
        [yes] { $count } min
       *[no] { $count } s
    } for each { $per ->
        [decision] decision
       *[phase] phase
    }
newgame-you = you
newgame-you-about = You play it. With several people the screen is handed over behind a curtain.
newgame-person = another person
newgame-person-about = Somebody else at this machine. A word of their own can keep others out.
newgame-in-short = { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $bots ->
        [one] { $bots } bot
       *[other] { $bots } bots
    }{ $people ->
        [0] ; you watch
       *[other] {""}
    }; { $on } of { $modules } rule modules
newgame-table = The table
newgame-deck = Deck
newgame-seated = At the table: { $who }.
newgame-who-plays = Who plays
newgame-variants = Variants
newgame-cards-and-clock = Cards and clock
newgame-opponents = Opponents
newgame-opponents-about = Sets every bot below at once; each can then be changed by itself. Easy ones look one step ahead, hard ones plan.
newgame-easy = easy
newgame-fair = fair
newgame-hard = hard
newgame-level = level
newgame-levels = How well it plays: { $levels }.
newgame-name = name
newgame-name-about = What to call whoever plays this: one name, or several with commas between them, such as a team of a class. It may stay empty.
newgame-open-votes = Open votes
newgame-open-votes-about = All people at this machine read votes, promises and reasons on one page and answer by show of hands. Fewer hand-overs; nobody's vote is secret (R4.1).
newgame-adviser = Adviser
newgame-adviser-about = Whoever decides may ask what an adviser would do: two moves of a neutral script, with reasons, from what the delegation itself may see. The log and the debrief say who asked how often.
newgame-graded = Graded game
newgame-graded-about = The game counts for a mark: nobody has an adviser.
newgame-voices = Delegations speak
newgame-voices-about = Bots say a line in the manner of their delegation, at most one a round, when something happens that everybody sees. The lines are invented. Off: only facts are told.
newgame-talk-between = Messages between people
newgame-talk-between-about = After the promises people send messages to bots, and bots to everybody. People who sit in one room speak to each other; this lets them send messages to each other too, with answers that the program keeps (R19.1).
newgame-called = Name of the table
newgame-called-about = What this table is called in lists of games, such as "Room 12": useful when several tables play at once.
newgame-called-why = Shown in lists of games. Empty: none.
newgame-word = word
newgame-word-about = Only who knows the word opens this delegation's papers. It is kept with the game.
newgame-word-why = A word that opens the papers of { $who }. Empty: none yet.
newgame-chosen = chosen
newgame-asked-later = none; asked at the first hand-over
newgame-adds = { $name } adds: { $what }
newgame-off = Switched off: { $what }
newgame-off-by = off: { $variant }
newgame-variant-off = The variant { $variant } switches it off.
newgame-sets = Mandates and briefs
newgame-sets-about = Each game draws them: the mandates in the open, as public cards beside the table, the briefs in secret. A numbered set is the same for every table that takes it; who knows the set knows the briefs.
newgame-set = set { $number }
newgame-set-drawn = drawn for this game
newgame-set-drawn-about = Drawn from the seed of this game.
newgame-seed = Seed or class code
newgame-seed-about = The same seed or class code deals the same cards, news and secrets, on any machine. Empty draws one by chance.
newgame-seed-why = A whole number, or the code of a class. Empty: drawn by chance.
newgame-by-chance = drawn by chance
newgame-clock = Clock
newgame-clock-about = It measures and never moves anything. A facilitator can stop it or give more time.
newgame-up = When time is up
newgame-up-about = The least: pass, hold, make no promise, stay silent. It is marked in the log.
newgame-facilitator = Facilitator's word
newgame-facilitator-about = With a word, only who knows it can pause, bring in events, go back and so on (F8).
newgame-facilitator-why = It opens the facilitator's commands in this game. Empty: everybody can use them.
newgame-size = { $count } delegations
newgame-bot = Bot: { $name }
newgame-who-is = Who plays { $who }?
newgame-faults = This deck has { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }; the first: { $fault }
newgame-impossible = This deck cannot be made into a game with these choices ({ $why }).
newgame-bad-seed = A seed is a whole number of at most { $digits } digits.
newgame-left-out = It is left out of this game.
newgame-bot-simple = Weighs texts by its own brief and accepts what is good enough. Quick and modest.
newgame-bot-random = Plays by chance: a kind of action first, then one of that kind. It wants nothing.
newgame-bot-flat = Plays by chance from the whole list of actions. It wants nothing.
newgame-at-level = { $name }, level { $level }
newgame-beginner = beginner
newgame-steady = steady
newgame-strong = strong
newgame-strongest = strongest, slower
newgame-up-announce = it is only announced
newgame-up-stand-in = the least is done for you
