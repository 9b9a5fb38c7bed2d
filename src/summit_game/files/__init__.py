"""Files of the person's: one door to read them, one way to write them, one helper for the folders they lie in."""
