# What help says about panes.
help-delegations =
    Sup: support at home. Cre: credibility. Prs: pressure tokens. Cards: Proposals/Concessions/Pressure cards.
    The arrow stands at whoever is being waited for; * is a principal, whose objection always blocks;
    » has taken a step that waits for an answer; ? its capital hesitates.
help-hand =
    Proposals ask, Concessions give, Pressure cards press. The number at the end is what a card's level
    would change for you. Only you see this pane.
help-log = Everything that happened, as you may know it. End goes to the newest line.
help-move =
    ↑ ↓ move, Enter chooses, Esc goes back, a digit goes to that row. On the right: what the row would mean.
    Rows with · are not possible now; the reason stands on the right with its clause in the rule book.
    A package asks one Proposal and gives Concessions: mark them with Enter; the last row sends it.
help-sheet =
    Only you see this. Each row gives the value of every level; [n] is the level now, ! a red line, · outside
    your mandate. Space hides it.
help-tracks = What the talks have done to the world so far. Enter reads what each track means.
help-treaty =
    One line for each issue: in [brackets] while nothing is agreed; with → where a package would change it.
    Under each delegation: + the level is in its mandate; -2 it lies two steps outside; ! a red line;
    {"*"} its objection alone blocks this level (principals have the * at their name); x it objected here last time;
    ◆ a core issue: a treaty needs an agreed one.
    You: what the level is worth to you. Enter reads the issue with all its levels.
help-zones = ■ ● a unit, □ ○ room for one more under the cap that holds now, × closed by the text, ! more than the cap allows, +1 or « changed since the last round began. M: a monitor.
help-end = Enter unveils the next ending. Every bar is a fit of 0 to 100 with the lines that add up to it.
help-aim-title = The aim
help-aim = Finish above your fallback: what it is worth to you to leave without a treaty. Everybody can do well in the same game; nobody does in a conflict.
help-round-title = A round
help-round =
    News; the Corridor, where you may promise in public; the Floor, where you act twice: put forward a package (ask one thing, give others), step, press, consult, sign; secret Posture on the map; the Reckoning, where tension follows.
    A package that nobody objects to is in the text: silence is consent. `Rules` in the palette (^p) has it all.
help-keys = Keys that work now
help-paper = ↑ ↓ and Page keys scroll. Escape closes.
help-choices = ↑ ↓ move, Enter or a click chooses. A letter in front of a line goes straight there.
help-form =
    ↑ ↓ move from line to line, ← → change a value, Space or Enter switches or opens a line.
    What a line means is told beside or below the form.
help-about = What the line under the cursor of the form means. It scrolls.
help-lesson =
    The lesson says what to look at and what to try. Enter goes on when there is something to read.
    G does the suggested action for you. F9 leaves the lesson.
