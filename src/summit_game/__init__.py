"""Summit: a negotiation tabletop game. See `rules.md` for the rules and `docs/architecture.md` for the rooms."""

__version__ = "0.1.0"
