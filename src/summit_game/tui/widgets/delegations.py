"""The delegations: side, support, credibility, pressure, cards in hand, and what each is doing now."""

from __future__ import annotations

from textual.content import Content

from summit_game.engine.board import Board
from summit_game.engine.setting import CREDIBILITY, PRESSURE_TOKENS, SUPPORT
from summit_game.tui.cells import Part, fit, right, row
from summit_game.tui.widgets.paper import Paper
from summit_game.words.names import Words


class Delegations(Paper):
    """One line for each delegation of a board."""

    NAME, LETTER = "Delegations", "d"
    HELP_LINES = (
        "Sup: support at home. Cre: credibility. Prs: pressure tokens. P C X: Proposals, Concessions, Pressure cards.",
        "The arrow stands at whoever is being waited for; * is a principal, whose objection always blocks.",
    )

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.board: Board | None = None
        self.sitters: dict[int, str] = {}
        self.own = -1

    def show(self, board: Board, sitters: dict[int, str], own: int = -1) -> None:
        """Show this board. `sitters` say who plays each delegation, `own` is the seat of the view."""
        self.board, self.sitters, self.own = board, sitters, own
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        board = self.board
        if board is None:
            return []
        numbers = 4 * 3 + 2 + 9
        name = max(8, min(32, width - 2 - numbers))
        rest = max(0, width - 2 - numbers - name)
        head = f"{fit('', 2)}{fit('Delegation', name)} Sup Cre Prs  P  C  X "
        lines = [row((head + fit(" Played by", rest), "bold $dim"))]
        for seat, spec in enumerate(self.words.setting.seat_specs):
            waits = seat in board.waiting
            numbers_ = [board.seat_tracks[at][seat] for at in (SUPPORT, CREDIBILITY, PRESSURE_TOKENS)]
            support = numbers_[0]
            hand = [each[seat] for each in board.hand_counts]
            side = self.words.side(spec.side)
            label = f"{spec.id} {spec.name}{'*' if spec.principal else ''}"
            parts: list[Part] = [
                ("► " if waits else "  ", "bold $warn"),
                (fit(label, name), "bold $mine" if seat == self.own else ""),
                (right(str(support), 4), "$warn" if support <= 1 else ""),
                right(str(numbers_[1]), 4),
                right(str(numbers_[2]), 4),
                *(right(str(count), 3) for count in hand),
                " ",
                (fit(f" {self.sitters.get(seat, '')}, {side}", rest), "$dim"),
            ]
            lines.append(row(*parts))
        return lines
