# Forms, lists and small windows.
form-chooses = Enter chooses, Esc goes back
form-keeps = Enter keeps it, Esc goes back.
form-words-differ = The two words were not the same; nothing was changed.
form-one-line = { $count } lines were pasted, and only one fits here: nothing was taken.
form-too-long = What was pasted is too long: at most { $most } characters fit here. Nothing was taken.
form-same-word = The same word again.
form-empty = Nothing here yet.
form-escape-closes = Esc closes
form-goes-on = Enter or Esc goes on
