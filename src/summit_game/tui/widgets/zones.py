"""Zones and forces."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.engine.board import Board
from summit_game.engine.queries import zone_cap
from summit_game.tui.cells import Part, fit, row, wrap
from summit_game.tui.widgets.paper import Paper
from summit_game.words.names import Words


class Zones(Paper):
    """Units of each side in each zone, against the cap; then what the rule modules hold."""

    NAME, LETTER = "Zones", "z"
    HELP_LINES = ("■ a unit, □ room for one more under the cap that holds now, ! more than it allows. M: a monitor.",)

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.board: Board | None = None

    def show(self, board: Board) -> None:
        """Show this board."""
        self.board = board
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        board = self.board
        if board is None:
            return []
        setting, deck = self.words.setting, self.words.deck
        short = max((len(each) for each in setting.zones), default=1)
        name = short + 2 + max((cell_len(each.name) for each in deck.zones), default=4)
        name = min(name, max(8, width // 2))
        side = max(8, (width - name - 2) // 2)
        lines = []
        for zone, each in enumerate(deck.zones):
            parts: list[Part] = [(fit(setting.zones[zone], short) + " ", "bold $accent")]
            parts.append(fit(each.name, name - short - 1))
            for at, units in enumerate(board.units):
                text, style = "", ""
                if setting.stands[at][zone]:
                    cap, count = zone_cap(board, at, zone), units[zone]
                    boxes = ("■" * count + "□" * max(0, cap - count) or "–") + ("!" if count > cap else "")
                    text = f"{boxes} {self.words.side(at)}"
                    text += f" {count} of {cap}" if side >= 20 else ""
                    if count > cap:
                        style = "bold $warn"
                parts.append((fit(text, side - 1) + " ", style))
            parts.append(("M" if board.monitors[zone] else " ", "bold $good"))
            lines.append(row(*parts))
        for hook in board.rules.hooks.status:
            for sentence in hook(board):
                lines += [row((line, "$dim")) for line in wrap(sentence, width, "  ")]
        return lines
