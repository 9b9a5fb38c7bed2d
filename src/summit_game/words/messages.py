"""What the engine and rule modules give as keys, in words: refusals, lines of a sum, what a module holds."""

from __future__ import annotations

from summit_game.engine.board import Board
from summit_game.engine.module import Line, Message
from summit_game.engine.refusal import Refusal
from summit_game.language.catalogue import say


def reason(refusal: Refusal) -> str:
    """Why, in one sentence. A rule module of another package says it in its own catalogue."""
    try:
        return say(f"refused-{refusal.key}", **refusal.values)
    except LookupError:
        return say(refusal.key, **refusal.values)


def refusal_text(refusal: Refusal) -> str:
    """Why, and the clause."""
    return f"{reason(refusal)} ({refusal.clause})"


def line_text(line: Line) -> str:
    """What a line of a sum says."""
    return said(line.text) if isinstance(line.text, Message) else line.text


def status(board: Board) -> list[str]:
    """What the rule modules of a game hold that all may see."""
    return [said(message) for hook in board.rules.hooks.status for message in hook(board)]


def said(message: Message) -> str:
    """A message in words."""
    return say(message.key, **message.values)
