"""The debrief on the screen: seven pages, and what can be asked of them.

- `screen`: the pages, their keys, what is private and what is not; `layout` says where each pane lies at a size.
- `panes` (the base of all panes), `fit_pane`, `results_pane`, `deals_pane` with `plot`, `timeline_pane` with
  `moment_pane`, `ledger_pane`, `stories_pane`, `questions_pane`: one page or part of a page each.
- `whatif`: picking and showing a counterfactual; `files`: writing the debrief down.

Nothing is computed here: `summit_game.debrief` does that, in a thread, so that nothing freezes.
"""
