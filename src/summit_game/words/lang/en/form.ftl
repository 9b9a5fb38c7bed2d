# Forms, lists and small windows.
form-chooses = Enter chooses, Esc goes back
form-keeps = Enter keeps it, Esc goes back.
form-words-differ = The two words were not the same; nothing was changed.
form-same-word = The same word again.
form-empty = Nothing here yet.
form-escape-closes = Esc closes
