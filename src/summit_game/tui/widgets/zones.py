"""Zones and forces."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.tui.cells import Part, fit, row, wrap
from summit_game.tui.widgets.pane import Pane
from summit_game.tui.widgets.zone_map import can_draw, last_orders, map_lines


class Zones(Pane):
    """Units of each side in each zone, against the cap, on a map if the deck has one; then what rule modules hold."""

    NAME, LETTER, HELP_LINES = "pane-zones", "z", ("help-zones",)

    def paper(self) -> list[str]:
        """Every zone with its note, the units of each side and how many there may be, orders, what modules hold."""
        lines = []
        for zone, now in zip(self.sheet.zones, self.page.zones if self.page is not None else (), strict=False):
            units = [
                say(
                    "pane-zone-units",
                    side=self.sheet.sides[side],
                    count=count,
                    units=self.sheet.units[count != 1],
                    cap=cap,
                )
                for side, (count, cap) in now.units.items()
            ]
            monitor = [say("pane-zone-monitor")] if now.monitor else []
            lines += [f"{zone.id} {zone.name}", *(f"  {each}" for each in (*units, *monitor, zone.note) if each)]
        page = self.page
        return lines if page is None else [*lines, *last_orders(self.sheet, page), *page.status]

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        if can_draw(self.sheet, width):
            return map_lines(self.sheet, page, width)
        return [
            *self._listed(page, width),
            *(row((line, "$dim")) for each in page.status for line in wrap(each, width, "  ")),
        ]

    def _listed(self, page: SeatPage, width: int) -> list[Content]:
        """A line for each zone, with a column for each side."""
        zones = self.sheet.zones
        short = max((len(each.id) for each in zones), default=1)
        name = short + 2 + max((cell_len(each.name) for each in zones), default=4)
        name = min(name, max(8, width // 2))
        armed = sorted({side for each in zones for side in each.stands})
        side = max(8, (width - name - 2) // max(1, len(armed)))
        lines = []
        for zone, now in zip(zones, page.zones, strict=True):
            parts: list[Part] = [(fit(zone.id, short) + " ", "bold $accent")]
            parts.append(fit(zone.name, name - short - 1))
            for at in armed:
                text, style = "", ""
                if at in now.units:
                    count, cap = now.units[at]
                    boxes = ("■" * count + "□" * max(0, cap - count) or "–") + ("!" if count > cap else "")
                    text = f"{boxes} {self.sheet.sides[at]}"
                    text += " " + say("pane-units-of-cap", count=count, cap=cap) if side >= 20 else ""
                    if count > cap:
                        style = "bold $warn"
                parts.append((fit(text, side - 1) + " ", style))
            parts.append(("M" if now.monitor else " ", "bold $good"))
            lines.append(row(*parts))
        return lines
