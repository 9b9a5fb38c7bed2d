# Playing in plain text.
plain-help-number = Write the number of a choice, or an action in its written form, such as `pass` or `order hold`.
plain-help-why = `back`: to the choices before. `again`: the choices once more. `why 1`: why choice 1 is refused. `why pass`: the same for a written action.
plain-help-what = `what 1`: what choice 1 would mean, as the screen shows it beside the choice. `about`: what the deck is about.
plain-help-papers = `brief`: your confidential brief. `cards`: your hand. `text`: the treaty so far. `mandates`: what every capital allows. `map`: tracks, zones and units. `talk`: what was said to you and by you, where delegations talk.
plain-help-same = The panes of the screen are here too, by their names: `treaty`, `hand`, `tracks`, `zones`, `delegations`, `score`.
plain-help-lookup = `rule R4.2` (or `rule R4`): what the rule book says; `rule sovereignty`: where a word stands in it; `rules`: its chapters. `card { $card }`, or the id of another card: the card with its source.
plain-help-behind = `? { $card }`, `? { $issue } 2` or `? 1`: source and background of a card, of a level, or of what choice 1 names.
plain-help-issue = `issue { $issue }`, or `{ $issue }` alone: an issue with all its levels, who said what, mandates, and whose objection alone blocks.
plain-help-delegation = `delegations`: all of them. `delegation { $delegation }`, or `{ $delegation }` alone: who plays it, mandate and red lines, and what its objection alone blocks.
plain-help-score = `score`: the four fits and your own score now. `log`: what happened lately; `log all`: everything.
plain-help-undo = `undo`: take the last action back, while nothing else has happened. `redo`: do it again after all.
plain-help-paste = Write one answer at a time: of several lines that are pasted, each is taken as an answer, and one may be a move.
plain-help-word = `word`: choose a word that opens your delegation when the machine changes hands.
plain-help-marks = In the brief (now) stands at the level that the text has, (red line) at levels that your capital forbids. In a list of choices ► stands before what is marked.
plain-help-leave = `facilitator`: what a facilitator can do. `quit`: leave the game. `help`: this text.

plain-title = { $title }. { $setting }.
plain-mandates = The mandate of every delegation { $drawn ->
    [yes] was drawn for this game and lies
   *[no] lies
  } open beside the table: `mandates` shows all.
plain-people = Played by people: { $people }. Write `help` at any time.
plain-sealed = Game { $game }. Seal of the deal: { $seal } (the seed is told at the end).
plain-lately = The game goes on. Lately:
plain-over = Press Enter to leave, or write `facilitator rewind POINT` to go back into the game.
plain-sitting-over = The sitting is over; nobody has won or lost. Press Enter to leave; `facilitator rewind POINT`
plain-sitting-back = goes back into the game, and `facilitator points` shows where to.
plain-paused = The game is paused. Write `facilitator go` to go on, or another `facilitator` command.
plain-leave-or-log = Press Enter to leave, or write `log` or a `facilitator` command.
plain-word = The facilitator's word:
plain-seed = Seed { $seed }: `summit play --seed { $seed }` deals the same cards again.
plain-attention = ATTENTION. { $trouble }
plain-saved-again = Everything is saved again.
plain-pass-machine = Pass the machine to { $name }. Press Enter when { $name } { $name-number ->
        [plural] are
       *[singular] is
    } ready.
plain-go-on = Press Enter to go on.
plain-too-late = { $line } came too late and is not taken.
plain-press-enter = Press Enter alone when the machine has changed hands, or write `undo` or `quit`.
plain-cleared = What was shown before is cleared from this terminal. If you can still scroll up to it, the terminal keeps it: clear it there.
plain-not-cleared = This terminal cannot be cleared: what was shown before can still be read above.
plain-seat-word = The word of this delegation:
plain-not-the-word = That is not its word. Press Enter to try again; a facilitator can give the seat to somebody anew, without a word.
plain-new-word = A new word for your delegation (nothing: none):
plain-same-word = The same word again:
plain-words-differ = It was not written the same way twice; nothing is changed.
plain-word-set = From now on this word opens your delegation when the machine changes hands, in this game when it is resumed too.
plain-word-gone = Your delegation has no word now.
plain-person = { $person } ({ $who })
plain-input-ended = The input is at its end; the game is stopped.
plain-leave = Leave the game? Write `yes` or `no`. { $prompt }
plain-goes-on = The game goes on.
plain-stopped = Stopped.
plain-left = You have left the game.
plain-saved = It is saved: `summit play --plain --resume { $id }` goes on with it.
plain-times = { $line } (×{ $times })

plain-decides = Round { $round }. { $who } { $who-number ->
        [plural] decide
       *[singular] decides
    }.
plain-open = Round { $round }. All decide on this page.
plain-one-choice = There is only one thing to choose.
plain-not-now = Not now: { $refusal }
plain-choice = { $number }. { $choice }
plain-choice-not-now = { $number }. { $choice } (not now)
plain-choices-not-now = Not now: { $choices }. `why { $example }` says why.
plain-numbered = { $number } { $choice }
plain-choice-worth = { $choice }. { $worth }
plain-so-far = { $text } (So far: `{ $draft }`.)
plain-number-or-back = Write a number, or `back`.
plain-not-understood = { $line } is not understood; write a number from 1 to { $count }, or `help`.
plain-nothing-written = Nothing was written; write a number from 1 to { $count }, or `help`.
plain-first-choices = These are the first choices; there is nothing to go back to.
plain-allowed = That action is allowed.
plain-write-what = Write `what` and a number from 1 to { $count }.
plain-no-rule = The rule book has no chapter, clause or word { $rule }; its chapters are { $known }.
plain-no-card = The deck has no card { $card }.
plain-no-issue = Write `issue` and one of { $ids }.
plain-no-delegation = Write `delegation` and one of { $ids }.
plain-nothing-of-yours = Not now: There is nothing of yours to { $word } now. (R9.7)
plain-write-why = Write `why` and a number from 1 to { $count }.
plain-choice-allowed = Choice { $number } is allowed.

# Stepping through a game.
plain-replay = REPLAY of game { $id }. Nothing can be played from here.
plain-replay-help = Enter: the next step. `back`: the step before. A number: go to that step. `end`: the last step. `words`: the next step at which delegations talk. `text`, `map`: the treaty and the board at this step. `brief`, `cards`: with `--seat`, that delegation's papers. `all`: everything from here on. `quit`: leave.
plain-replay-step = REPLAY, step { $step } of { $last }, round { $round }:
plain-replay-steps = There are steps 0 to { $last }; this is step { $step }.
plain-replay-private = Papers are private; start the replay with `--seat NAME` to read those of a delegation.

plain-replay-prompt = replay >{" "}
plain-nothing-behind = Nothing of the name { $name } has a source: write `?` with the id of a card, an issue, an issue and a level, or the number of a choice that names one.
