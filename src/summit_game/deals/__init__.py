"""All deals of a game with scores, counted exactly: their space, Pareto front, agreement zone, solutions, measures."""
