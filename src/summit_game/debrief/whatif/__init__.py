"""What plays a game on: `changes` (counterfactuals by id), `line_of_play` (as it was, and with a change in it), `runs`
(bots play it to its end), `comparison` (how often each ending came, with the change and without)."""
