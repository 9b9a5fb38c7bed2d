"""The debrief: what happened at a table, why, and what could have been. Reads a journal, never plays in it.

`model` holds what a debrief says, as data. `analyse` makes it from a sitting: `moments` (what happened, step by step),
`ledger` (who gave what), `turning` (where it tipped), `possible` (the deals that existed), `stories` (what really
happened) and `questions/` (for the room). `scoreable` reads the games of others; `summit_game.deals` counts their
deals. `whatif/` plays on from a point with one thing changed. `forms/` writes a debrief down; `compare` puts several
tables side by side.
"""
