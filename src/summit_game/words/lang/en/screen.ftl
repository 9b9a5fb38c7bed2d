# The table on the screen, the curtain, the facilitator.
screen-larger = Make the window larger: { $width }x{ $height }
screen-go-to = Go to: { $pane }
screen-letters = The next key goes to a pane
screen-help = What the focused pane is
screen-round = Round { $round }/{ $rounds }
screen-phase = { $phase ->
        [setup] Setup
        [news] News
        [corridor] Corridor
        [floor] Floor
        [vote] Vote
        [signing] Signing
        [posture] Posture
        [reckoning] Reckoning
        [final] Final
        [reasons] Reasons
        [amendment] Amendment
        [capitals] Capitals
        [step-vote] Step
        [reopening] Reopening
        [talk] Talk
       *[over] Over
    }
screen-your-turn = YOUR TURN
screen-to-move = { $who } to move
screen-ended = ENDED
screen-paused = PAUSED
screen-paused-here = PAUSED. F6 goes on.
screen-not-saved = NOT SAVED
screen-stopped = { $time } stopped
screen-time-is-up = TIME IS UP
screen-decide-now = Time is up: decide now. Nothing is decided for you.
screen-stood-in = Time is up; a stand-in has acted.
screen-saved-again = Everything is saved again.
screen-note-in-log = A note from the facilitator is in the log.
screen-has-paused = The facilitator has paused the game; { $open ->
        [yes] Shift+P
       *[no] the facilitator (F8)
    } goes on.
screen-has-ended = The facilitator has ended the sitting.
screen-has-ended-because = The facilitator has ended the sitting: { $reason }.
screen-after-end = { $titled ->
        [yes] F9 goes to the title, F10
       *[no] F10
    } quits; `summit replay { $id }` shows it again.
screen-waiting = Waiting for { $vote ->
        [yes] the vote of { $who }
       *[no] { $who }
    } …
screen-waiting-skip = Waiting for { $vote ->
        [yes] the vote of { $who }
       *[no] { $who }
    }. S skips to your next decision.
screen-who-pauses = Only the facilitator pauses this game: F8, and the facilitator's word.
screen-word-of-facilitator = The facilitator's word:
screen-treaty-failed = No treaty yet
screen-game-over = The game is over.
screen-hidden = Hidden. Space shows everything again.
screen-sent = Sent.
screen-person = { $person } ({ $who })
screen-do-adviser = Ask the adviser
screen-do-undo = Undo
screen-do-redo = Redo
screen-do-skip = Skip to your next decision
screen-do-pause = Pause or go on
screen-table = Table
screen-pass-to = Pass the screen to
screen-look-away = Everyone else: look away. Nothing private is shown.
screen-your-word = your word
screen-new-word = choose a word, or leave this empty
screen-opens-word = Enter opens. A word keeps others out next time.
screen-opens = Enter opens.
screen-write-word = Write your word, then Enter.
screen-wrong-word = That is not the word of this delegation.
screen-forgotten-word = Forgotten? The facilitator (F8) can seat somebody anew.
screen-same-word = the same word again
screen-word-once-more = Write the new word once more, or leave this empty for none; then Enter.
screen-words-differ = The two words were not the same.
screen-choose-word = Choose a word again, or leave this empty; then Enter.
screen-debrief = What happened, why, and what could have been
