"""The delegations: side, support, credibility, pressure, cards in hand, and what each is doing now."""

from __future__ import annotations

from rich.cells import cell_len
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
        "Sup: support at home. Cre: credibility. Prs: pressure tokens. Cards: Proposals/Concessions/Pressure cards.",
        "The arrow stands at whoever is being waited for; * is a principal, whose objection always blocks;",
        "» has taken a step that waits for an answer.",
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
        hands = list(zip(*board.hand_counts, strict=True))
        labels = [f"{s.id}{'*' if s.principal else ''} {s.name}" for s in self.words.setting.seat_specs]
        longest = max(map(cell_len, labels))
        cards = 7 if width >= 2 + 4 * 3 + 7 + longest else 0
        fixed = 2 + 4 * 3 + cards
        name = max(8, min(34, width - fixed))
        rest = max(0, width - fixed - name)
        head = f"  {fit('Delegation', name)} Sup Cre Prs{'  Cards' if cards else ''}{fit(' Played by', rest)}"
        lines = [row((head, "bold $dim"))]
        for seat, spec in enumerate(self.words.setting.seat_specs):
            support, credibility, pressure = (
                board.seat_tracks[at][seat] for at in (SUPPORT, CREDIBILITY, PRESSURE_TOKENS)
            )
            played = f"{self.sitters.get(seat, '')}, {self.words.side(spec.side)}"
            parts: list[Part] = [
                ("► " if seat in board.waiting else "» " if board.step_markers[seat] else "  ", "bold $warn"),
                (fit(labels[seat], name), "bold $mine" if seat == self.own else ""),
                (right(str(support), 4), "bold $warn" if support <= 1 else ""),
                right(str(credibility), 4),
                right(str(pressure), 4),
                right("/".join(map(str, hands[seat])), 7) if cards else "",
                (f" {fit(played, rest - 1)}" if rest > 1 else "", "$dim"),
            ]
            lines.append(row(*parts))
        return lines
