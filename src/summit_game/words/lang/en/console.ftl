# The facilitator's console on the screen.
console-do = Do it
console-choose = choose
console-write = write
console-not-given = not given
console-not-now = Not now: { $why }.
console-in-plain = In plain text: `facilitator { $usage }`
console-what-it-does = What it does
console-something-else = Something else …
console-refused = Refused
console-done = Done
console-not-the-word = That is not the facilitator's word; the word set when the game began opens this.
console-refused-now = Not now: { $why }
console-line = `facilitator { $usage }`: { $help }.
# What cannot be done, and what to do; the full stop is set behind it.
console-too-much = write `{ $usage }` and nothing more
console-missing = the { $name } is missing ({ $meaning }); write `{ $usage }`
console-on-or-off = { $text } is neither `on` nor `off`
console-no-number = { $text } is not a number
console-no-delegation = there is no delegation { $name }; it is one of { $ids }
console-no-event = there is no event card { $name }; it is one of { $ids }
console-own-tracks = a delegation's tracks are { $ids }
console-tracks = the tracks are { $ids }
console-game-over = the game is over; `rewind` goes back into it
console-sitting-over = the sitting is over; `rewind` goes back into the game
console-paused-already = the game is paused already; `go` goes on
console-not-paused = the game is not paused; `pause` stops it
console-has-no-clock = this table has no clock; `clock` sets one
console-graded = this game is graded: there is no adviser
console-no-talk = delegations send no messages at this table
console-nothing-lined-up = nothing is lined up; `queue` lines a card up
# What is shown.
console-queue-empty = Nothing is lined up.
console-may-be-news = Should the same card be the news of that round, it acts twice then, and all are told.
console-queued-card = { $card }, in round { $round }, for { $whom }
console-effects = Effects: { $effects }.
console-point-at = Point { $number }: { $point }.
console-point = round { $round }, { $who } { $what ->
        [move] { $who-number ->
            [plural] act
           *[singular] acts
        }
        [deal] deal
        [inject] inject
       *[track] track
    }{ $here ->
        [yes] , where the game is
       *[no] {""}
    }
console-the-table = The table
console-all = all
# The commands.
console-title-pause = Pause
console-title-go = Go on
console-title-clock = Clock
console-title-time = More time
console-title-inject = Event now
console-title-queue = Event later
console-title-queued = Lined up
console-title-drop = Take out
console-title-card = Read a card
console-title-track = Move a track
console-title-note = Note
console-title-rewind = Go back
console-title-points = Points
console-title-seat = Change a seat
console-title-adviser = Adviser
console-title-between = Messages between people
console-title-end = End
console-help-pause = stops play and clock
console-help-go = play and clock go on after a pause
console-help-clock = times each decision or phase from now on, or no longer
console-help-time = gives the running clock more seconds, or with - fewer
console-help-inject = brings an event card in now, aimed at all or at one
console-help-queue = lines an event card up for a later round; `queue` alone: what is
console-help-queued = shows what is lined up
console-help-drop = takes a card that was lined up out again
console-help-card = shows an event card and its effects, to whoever is at the machine
console-help-track = moves a track by at most 2, and says why; `NAME:support`: one's own
console-help-note = sends a note to all; `note NAME: TEXT` sends it to one delegation alone
console-help-rewind = takes the game back (or forward) to a point; everybody sees it
console-help-points = shows the points to go back to
console-help-seat = changes who plays a delegation: `human`, a team as `human Ana,Ben`, or a bot
console-help-adviser = lets delegations ask an adviser from now on, or no longer (`off`)
console-help-between = says whether people send messages to people too, or speak to them aloud (R19.1)
console-help-end = ends the sitting before the game is over; a rewind opens it again
# What the commands ask for: what it is called, and what it means.
console-label-switch = switch
console-label-name = name
console-label-card = card
console-label-seconds = seconds
console-label-per = per
console-label-up = up
console-label-round = round
console-label-number = number
console-label-track = track
console-label-change = change
console-label-reason = reason
console-label-text = text
console-label-point = point
console-label-who = who
console-label-names = names
console-asks-switch = `on` or `off`
console-asks-whom = a delegation, or `all`
console-asks-name = a delegation
console-asks-card = an event card
console-asks-seconds = the time each time, or `off`
console-asks-more = how many more
console-asks-per = for each decision or phase
console-asks-up = when time is up
console-asks-round = a round that has not begun
console-asks-number = its number, as `queue` shows it
console-asks-track = a track; `NAME:support` for a delegation's own
console-asks-change = `+1`, `+2`, `-1` or `-2`
console-asks-reason = why; everybody reads it
console-asks-text = what it says
console-asks-point = a number, as `points` shows it
console-asks-who = `human`, or a kind of bot such as `hardliner:3`
console-asks-names = the people's names, with commas
# What can be chosen for them.
console-choice-decision = for each decision
console-choice-phase = for each phase
console-choice-announce = it is only said
console-choice-on = from now on
console-choice-off = no longer
console-choice-ask = you decide
console-choice-stand-in = the least is done, and marked
console-no-clock = no clock
console-seconds = { $count } { $count ->
        [one] second
       *[other] seconds
    }
console-all-delegations = all delegations
console-round = round { $round }
console-own-support = support of { $who }
console-own-credibility = credibility of { $who }
console-own-pressure = pressure of { $who }
console-people = a person or several
console-bot = { $levels ->
        [yes] a bot; `:1` to `:4` behind it is how well it plays
       *[no] a bot
    }
