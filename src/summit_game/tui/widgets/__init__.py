"""The panes of the table, one widget in each file. A pane shows a board or a view; it knows no rule."""
