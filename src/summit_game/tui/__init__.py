"""The table on the screen: solo and hot-seat in a terminal.

The rooms, one screen each:

- `table_screen`: the table itself, for playing, made from `board_screen` (the panes) and `sitting_screen` (the course
  of a game). Its panes are in `widgets/`, one file each; `layout` says where each pane lies at a size. `conductor` runs
  the table between decisions, with `slowbots` for programs; `asks`, `choosing`, `builders` and `means` make the
  choices of a decision.
- `replay_screen`: the same table, inert, stepping through a game.
- `curtain`: between two people at one machine; shows nothing private.
- `ending`: the endings, unveiled one by one, and the scores.
- `debrief/`: what happened at a table, why, and what could have been, over the ending or the list of games.
- `reader`, `help`, `rules_paper`, `jump`: papers to read, help for a pane, the rules, letters over the panes.
- `rooms`: what the title offers, as data, each with its command in plain text.
- `title`, `newgame` (with `game_setup`), `settings` (with `preferences`), `gameslist`, `learn` (with `lesson`): the way
  in, made from `form`, `choices` and `dialogs`. `game_app` is the application that has the title below everything else.

`app.SummitApp` is the one application: crash files, signals, themes, keys. `run` starts it and returns an exit code.
`messages` is what screens ask of it; none of them knows it. Widgets get a board or a view and send messages; no rule
and no fact lives here.
"""
