"""Rule modules: one file is one module is one chapter of `rules.md` (R10 to R18)."""

EDITION = 2
"""The edition of the rules that this program plays, whatever the format of a deck (docs/journal.md)."""
