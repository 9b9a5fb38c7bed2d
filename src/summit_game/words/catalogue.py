"""The catalogue, under the name by which the rooms above this one ask for it."""

from summit_game.language.catalogue import PLURAL, Catalogue, Name, choose, known, say

__all__ = ["PLURAL", "Catalogue", "Name", "choose", "known", "say"]
