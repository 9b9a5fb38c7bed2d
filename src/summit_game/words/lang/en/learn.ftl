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
