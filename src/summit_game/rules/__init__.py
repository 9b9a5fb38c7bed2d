"""Rule modules: one file or package is one module is one chapter of `rules.md` (R10 to R19)."""

EDITION = 2
"""The edition of the rules that this program plays, whatever the format of a deck (docs/journal.md)."""
