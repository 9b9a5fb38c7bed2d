# Lessons.
learn-lost = The game is no longer where the lesson is. You can play on freely: a bot has the other seat.
learn-goes-on = Enter goes on, F9 leaves
learn-does-it = G does it for you, F9 leaves
learn-read = Read the lesson; Enter goes on.
learn-first-read = First read the lesson. Enter goes on.
learn-leaves = F9 leaves
learn-step = Lesson: step { $step } of { $steps }, { $name }
learn-try = Try: { $action }
learn-not-sent = Not sent. { $why }
learn-ending = Ending { $number } of { $count }: { $title }
learn-suggested = The action that the lesson suggests
learn-leave = Leave the lesson
learn-back = Back to the title; it can be begun anew
# What is wrong with the file of a lesson.
learn-fault-deck = { $file }: its deck has faults; the first: { $why }
learn-fault-other-deck = { $file }: lesson.deck is { $named }, but the deck here is { $here }; write its id
learn-fault-setup = { $file }: the game of the lesson cannot be set up: { $why }
learn-fault-learner = { $file }: lesson.learner is { $named }; at this table sit { $seated }
learn-fault-phase = { $file }: steps { $step }.when.phase is { $named }; choose from { $phases }
learn-fault-action = { $file }: { $key } { $text } is no action: { $why }
learn-fault-unreadable = { $file } cannot be read ({ $why })
learn-fault-key = { $file }: { $why }
