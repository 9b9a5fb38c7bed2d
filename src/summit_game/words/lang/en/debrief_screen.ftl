# The debrief on the screen: what stands there beside the sections that every form of a debrief has (debrief.ftl).

# Pages, tabs and panes. The names of all pages fit into one line of 80 cells.
debrief_screen-fit = Fit
debrief_screen-results = Results
debrief_screen-deals = Deals
debrief_screen-front = Front
debrief_screen-timeline = Timeline
debrief_screen-moment = At this moment
debrief_screen-ledger = Ledger
debrief_screen-history = Facts
debrief_screen-ask = Ask
debrief_screen-questions = Questions for the room
debrief_screen-talk = Talk
debrief_screen-deeds = Words and deeds
debrief_screen-whatif = What if
debrief_screen-waiting = The game is being read …
debrief_screen-nothing-yet = Nothing has happened yet.
debrief_screen-none = { $section ->
        [scores] What each delegation reached is told once the game is over.
        [deals] { $public ->
            [yes] Which deals were possible is told once the game is over.
           *[no] This deck has too many texts to look at all of them.
        }
        [ledger] { $public ->
            [yes] What was gained and given is told once the game is over.
           *[no] The text was never changed.
        }
        [votes] No vote was shown.
        [promises] No promise was made in public.
        [history] This deck tells nothing about what really happened.
        [words-and-deeds] This game was played without talk: delegations sent no messages.
        [questions] There are no questions about this game yet.
       *[other] {""}
    }

# Keys.
debrief_screen-see = Look there
debrief_screen-next-turning = Turning point
debrief_screen-next-talk = Next words
debrief_screen-pair = Pair
debrief_screen-pair-before = Pair before
debrief_screen-private = Private
debrief_screen-export = Export
debrief_screen-names = Hide or show names

# Help about each pane.
debrief_screen-help-fit =
    How well each ending fits what was done, 0 to 100. The lines below a bar add up to it.
    ◄ marks the ending of this game. A treaty in force or a conflict decides before any fit does.
    ↓ goes to the turning points, Enter to their moment.
debrief_screen-help-results =
    █ what was reached, ┃ the fallback at the start, ░ up to the best text for that delegation alone.
    Surplus is what was reached less the fallback. Points of different delegations do not compare.
debrief_screen-help-deals =
    All texts, counted exactly with the briefs that were dealt. A text in the agreement zone is worth everybody's fallback and crosses nobody's red line. On the front nobody can gain unless another loses.
debrief_screen-help-front =
    o is a text where nobody can gain unless another loses, seen by all delegations; T the text at the end, N the largest product of surpluses, digits the draft after each round. The lines are the fallbacks.
debrief_screen-help-pairs = f goes to the next pair of delegations in the picture, F to the one before.
debrief_screen-help-ledger =
    What changes of the text brought each delegation by its brief, and what they cost it; then votes and promises.
    ↓ goes to votes and promises, Enter to their moment.
debrief_screen-help-history = Beside what this table agreed stands what was really said, with date and source.
debrief_screen-help-questions = ↓ goes to the places to look at, Enter to the moment. At the end everybody leaves the role.
debrief_screen-help-deeds =
    Who sent messages to whom, what was agreed, and what became of it. With the archive closed, only what all saw; h opens it.
    ↓ goes to understandings, answers, warnings and questions, Enter to their moment.
debrief_screen-help-whatif = Both are played on by bots from the same point, with the same cards and news. Escape closes.
debrief_screen-help-timeline =
    Each column is a moment; its letter stands in the row of the delegation that acted. ^ is where we are: ← and → step, , and . go from round to round, t to the next turning point, w to the next message. A click goes to a moment.
    Tracks are drawn from their lowest to their highest value; the number is the value at ^.
debrief_screen-help-moment =
    What was done and said, then the draft with what changed in it, what it was worth to each delegation by its brief, the tracks, and how each ending would have fitted. With the archive open, also what was hidden.
    ← and → step, , and . go from round to round, t to the next turning point, w to the next message.
debrief_screen-help-letters = Letters: P package tabled, N informal paper, s step, ! pressure, c consult, r rally, g pledge, S vote on signing, u rule module, . pass, p promise, a agreed, x objected, v secret vote, d order, > message, < answer, w package with a level written in, = dealt, i inject, t track set, * something else.

# The bars of results and the front of two delegations.
debrief_screen-bars = █ reached   ┃ fallback   ░ up to the best text for it alone
debrief_screen-efficient = nobody can gain unless another loses
debrief_screen-drafts = the draft after that round

# The timeline and a moment.
debrief_screen-moment-of = Timeline, moment { $at } of { $count }
debrief_screen-round = { $round ->
        [0] Deal
       *[other] Round { $round }
    }
debrief_screen-here = here: round { $round }, { $at } of { $count }
debrief_screen-agreed = Agreed
debrief_screen-turning = Turning points
debrief_screen-letter = { $kind ->
        [table] package tabled
        [nonpaper] informal paper
        [step] step
        [press] pressure
        [consult] consult
        [rally] rally
        [pledge] pledge
        [sign] vote on signing
        [use] rule module
        [pass] pass
        [promise] promise
        [silence] agreed
        [object] objected
        [vote] secret vote
        [order] order
        [message] message
        [answer] answer
        [write] package with a level written in
        [deal] dealt
        [inject] inject
        [track] track set
       *[other] something else
    }
debrief_screen-where = { $round ->
        [0] { $phase }
       *[other] Round { $round }, { $phase }
    }
debrief_screen-worth = What the draft was worth to each, in points
debrief_screen-draft = The draft then
debrief_screen-around = Tracks, and how each ending would have fitted

# The first line.
debrief_screen-archive = { $open ->
        [yes] ARCHIVE OPEN
       *[no] archive closed
    }
debrief_screen-names-hidden = names hidden
debrief_screen-going-on = round { $round } of { $rounds }, not over
debrief_screen-when = { $date }, { $minutes } min

# What was private, and names.
debrief_screen-stays-private = While the game goes on, what is private stays private.
debrief_screen-open = Open what was private? Everybody at the table will see it.
debrief_screen-open-no = Leave it closed
debrief_screen-open-yes = Open it
debrief_screen-names-now = { $hidden ->
        [yes] Names of people are hidden, also in exports.
       *[no] Names are shown again.
    }

# What if.
debrief_screen-whatif-later = What if can be asked once the game is over: it rests on what is still secret.
debrief_screen-whatif-already = A what-if is being played already.
debrief_screen-whatif-which = What if … (bots play it on)
debrief_screen-whatif-nothing = There is nothing in this game that could be changed.
debrief_screen-whatif-begun = Played on { $runs } { $runs ->
        [one] time
       *[other] times
    } with the change and as often without it; this takes a moment …
debrief_screen-whatif-failed = It cannot be played: { $why }.
debrief_screen-whatif-done = The what-if has been played; page 1 of the debrief shows it.
debrief_screen-whatif-how = Play it on with one thing changed

# Files.
debrief_screen-write = Write the debrief down as
debrief_screen-file = { $form ->
        [all] All of them
        [txt] Plain text
        [md] Markdown
        [html] HTML
        [csv] CSV
       *[json] JSON
    }
debrief_screen-file-about = { $form ->
        [all] One file of each kind.
        [html] One page with pictures, for a browser or a printer.
        [md] For a wiki or a word processor.
        [csv] One table with all facts, for a spreadsheet.
        [txt] For a screen reader, or to be read out.
       *[json] All facts, for programs.
    }
debrief_screen-not-written = It cannot be written ({ $why }). Tried: { $where }.
debrief_screen-written = Written to { $where }: { $names }.{ $private ->
        [yes] {" "}What was private is in it.
       *[no] {""}
    }

# The palette.
debrief_screen-page = Page { $key }: { $name }
debrief_screen-do-private = { $shown ->
        [yes] Hide what was private
       *[no] Show what was private
    }
debrief_screen-do-private-how = The facilitator is asked first
debrief_screen-do-names = { $hidden ->
        [yes] Show names
       *[no] Hide names
    }
debrief_screen-replay-how = Step through the game from this moment on
