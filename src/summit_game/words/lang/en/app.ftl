# The program itself.
app-crash-file = What happened is in { $file }.
app-fault = A fault of the program: { $name }.
app-saved-to-last-move = Your game is saved up to the last move.
app-rules = Rules
app-rule-book = The rule book
app-chapters = Chapters
app-find-words = A word, a clause (R4.3) or a chapter; Enter looks it up, Esc leaves it.
app-found-nothing = The rule book has no chapter, clause or word { $words }.
app-theme = Theme: { $name }
app-colours = Change the colours
app-leave-unsaved = Leave Summit; this game is NOT saved
app-leave-saved = Leave Summit; the game is saved
app-not-again = It cannot be played again: { $why }
app-not-all-saved = { $lost } { $trouble }
app-stay = Stay
app-back-to-game = Back to the game.
app-will-be-lost = Not all of this game is saved. Leave?
app-table-unsaved = Leave the table; this game is NOT saved
app-table-saved = Leave the table; the game is saved
app-to-title = To the title
app-facilitator = Facilitator: { $command }
app-no-terminal = the table on the screen needs a terminal, and this is none; use `summit play --plain`
app-poor-terminal = this terminal (TERM={ $term }) cannot hold the table on the screen; use `summit play --plain`
app-not-set = not set
app-poor-signs = this terminal cannot write the signs of the table (its code is { $encoding }); use `summit play --plain`
app-sitting-ended = The sitting has ended: `summit replay { $id }` shows it again.
app-score = { $who }: { $points } { $points ->
        [one] point
       *[other] points
    }, rating { $rating }.
app-debrief = `summit debrief { $id }` tells what happened and why.
app-game-saved = The game is saved: `summit play --resume { $id }` goes on with it.
app-keys-page =
    # Keys

    Keys of your own stand in `keys.toml` in the configuration folder (`summit locate` says where), in one table:

    ```toml
    {"["}keys]
    "move.choose" = "enter,c"
    "table.skip" = "f5"
    ```

    A line gives an id from the list below its keys, with commas between them. A key is one sign (`c`, `C`) or a
    name: `enter`, `escape`, `space`, `f5`, `ctrl+k`, `pageup`, `full_stop`. What cannot be used is told in a
    notice at the start, and the usual keys hold there.

    | Id | Usual keys | What it does | Where |
    | --- | --- | --- | --- |
# What is wrong with the file of keys.
app-keys-unusable = { $file } cannot be used ({ $why }); the usual keys hold.
app-keys-no-table = { $file } needs a table [keys] with lines such as "move.choose" = "enter,c".
app-keys-bad-texts = keys of { $names } are not texts
app-keys-bad-ids = there is no { $names } (docs/keys.md lists what there is)
app-keys-bad-signs = { $names } is no key
app-keys-of = { $key } of { $name }
app-keys-trouble = { $file }: { $wrong }; the usual keys hold there.
app-palette = Write what you look for …
