# The end of a game on the screen.
ending-how-well = How well does each ending fit what was done?
ending-unveils = Enter unveils the next of { $count }.
ending-delegation = Delegation
ending-score = Score
ending-no-deal = Fallback
ending-surplus = Surplus
ending-rating = Rating
ending-title = THE END
