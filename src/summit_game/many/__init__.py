"""Many games without people: simulations, tournaments of bots, and the balance report of a deck."""
