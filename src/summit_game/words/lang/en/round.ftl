# The page between two rounds.
round-title = Round { $round } is over; round { $next } begins
round-headline = NEWS: { $title }
round-reckoning = Orders and Reckoning
round-nothing = Nothing moved.
round-promises = Promises
round-words = Words between delegations
round-goes-on = Enter or Space goes on
