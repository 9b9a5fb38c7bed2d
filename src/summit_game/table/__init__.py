"""The table: one game in play, with people and bots in its seats."""

from summit_game.table.table import Bot, Table

__all__ = ["Bot", "Table"]
