"""The delegations: side, support, credibility, pressure, cards in hand, and what each is doing now."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.engine.setting import CREDIBILITY, PRESSURE_TOKENS, SUPPORT
from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.tui.cells import Part, fit, right, row
from summit_game.tui.widgets.pane import Pane


class Delegations(Pane):
    """One line for each delegation."""

    NAME, LETTER, HELP_LINES = "pane-delegations", "d", ("help-delegations",)

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        labels = [f"{s.id}{'*' if s.principal else ''} {s.name}" for s in self.sheet.delegations]
        longest = max(map(cell_len, labels))
        cards = 7 if width >= 2 + 4 * 3 + 7 + longest else 0
        fixed = 2 + 4 * 3 + cards
        name = max(8, min(34, width - fixed))
        rest = max(0, width - fixed - name)
        tracks = "".join(f" {fit(say(f'pane-seat-{each}'), 3)}" for each in ("support", "credibility", "pressure"))
        head = f"  {fit(say('pane-seat-delegation'), name)}{tracks}{right(say('pane-seat-cards'), 7) if cards else ''}"
        head += fit(f" {say('pane-seat-played-by')}", rest)
        lines = [row((head, "bold $dim"))]
        for seat, (spec, now) in enumerate(zip(self.sheet.delegations, page.delegations, strict=True)):
            played = f"{now.played_by}, {spec.side}"
            parts: list[Part] = [
                ("► " if seat in page.waiting else "» " if now.stepped else "? " if now.short else "  ", "bold $warn"),
                (fit(labels[seat], name), "bold $mine" if seat == page.seat else ""),
                (self._number(SUPPORT, seat, now.support), "bold $warn" if now.support <= 1 else ""),
                self._number(CREDIBILITY, seat, now.credibility),
                self._number(PRESSURE_TOKENS, seat, now.pressure),
                right("/".join(map(str, now.hand)), 7) if cards else "",
                (f" {fit(played, rest - 1)}" if rest > 1 else "", "$dim"),
            ]
            lines.append(row(*parts))
        return lines

    def _number(self, kind: int, seat: int, value: int) -> str:
        """A number, with an arrow after it if it has moved since the reader decided last."""
        moved = self.since.delegations if self.since is not None else ()
        by = next((each.now - each.before for each in moved if (each.kind, each.seat) == (kind, seat)), 0)
        return right(f"{value}{'▲' if by > 0 else '▼' if by else ''}", 4)
