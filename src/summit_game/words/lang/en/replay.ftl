# Stepping through a game on the screen.
replay-inert = This is a replay: nothing can be decided here. ← and → step, Esc closes.
replay-nothing = Nothing was told at this step.
replay-nothing-told = nothing was told
replay-hidden = hidden
replay-step = REPLAY, step { $step } of { $last }: { $told }
replay-title = REPLAY of { $id }
replay-open = everything open
replay-as = as { $who }
replay-as-everybody = as everybody saw it
replay-goes-on = While the game goes on, a replay shows what everybody could see.
replay-next = Next step
replay-before = Step before
replay-talk = Next words
replay-no-talk = No messages were sent in this game that could be told here.
replay-whose-view = Whose view
replay-close = Close the replay
