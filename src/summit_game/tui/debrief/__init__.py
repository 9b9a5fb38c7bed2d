"""The debrief on the screen: eight pages, and what can be asked of them.

- `screen`: the pages, their keys, what is private and what is not; `layout` says where each pane lies at a size.
- `blocks`: sections of the written debrief as lines at a width; `panes`: the base of all panes; `pages`: those that
  show sections, with bars and the front (`plot`) as pictures in them.
- `timeline_pane` with `moment_pane`: the game moment by moment, which only the screen shows.
- `whatif`: showing a counterfactual; `files`: writing the debrief down.

Nothing is computed here: `summit_game.debrief` does that, in a thread, so that nothing freezes.
"""
