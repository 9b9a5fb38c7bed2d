"""What delegations said to each other and what they did (R19): `rows` is what is told, `exchanges` reads what was said
from the line of play as far as it may be shown, `judging` sets it beside briefs and votes, `tell` puts it together."""
