"""What many games say about a deck: the report behind `summit balance`."""
