"""Plain text play: lines in, lines out, for a screen reader, a pipe or a script."""

from summit_game.plain.session import PlainSession

__all__ = ["PlainSession"]
