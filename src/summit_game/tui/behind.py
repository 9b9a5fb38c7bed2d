"""What `?` shows above the help: source and background of the card or level under the cursor."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from summit_game.deck.models import Deck
from summit_game.tui.widgets.hand import Hand
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.page import Paragraph
from summit_game.tui.widgets.treaty import Treaty
from summit_game.words.behind import behind, named_in


def behind_cursor(screen: Screen[Any], deck: Deck) -> list[Paragraph]:
    """Paragraphs about what the focused pane has under its cursor (hand: every card; log: the newest event)."""
    lines: list[Paragraph] = []
    for name in _names(screen, deck):
        title, *told = behind(deck, name)
        lines += [(title, "bold $accent"), *told, ""]
    return lines


def _names(screen: Screen[Any], deck: Deck) -> list[str]:
    pane = screen.focused
    if isinstance(pane, Treaty):
        issue, level = pane.level_shown
        return [f"{issue} {level}"]
    if isinstance(pane, Hand) and not pane.hidden and pane.page is not None and pane.page.own is not None:
        return [card.id for card in pane.page.own.hand]
    if isinstance(pane, Move) and not pane.hidden and pane.current is not None:
        row = pane.chosen
        if row is not None and (names := named_in(deck, row.action or row.draft or "", row.changes)):
            return names
        return named_in(deck, "", pane.current.changes)
    if isinstance(pane, Log):
        news = ([each.id for each in deck.events if f"({each.id})" in told] for told in reversed(pane.sentences))
        return next(filter(None, news), [])
    return []
