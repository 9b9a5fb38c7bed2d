"""What if: for each counterfactual a row with a segment for each ending, and each delegation's score on average."""

from __future__ import annotations

from markupsafe import Markup

from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.svg import box, drawing, element, label
from summit_game.debrief.model import Debrief, WhatIf
from summit_game.debrief.your_game import your_points
from summit_game.language.catalogue import say
from summit_game.look.marks import SIGNS, ending_class

WIDTH, HEIGHT = 600.0, 34.0


def whatif(debrief: Debrief) -> Part | None:
    """The part; None if nothing was tried."""
    if not debrief.whatifs:
        return None
    rows = [
        (each, _segments(debrief, each), _told(debrief, each), your_points(debrief, each)) for each in debrief.whatifs
    ]
    body = render("whatif.html", debrief=debrief, rows=rows)
    says = (say("about-no-forecast"),)
    return Part("whatif", say("debrief-title-whatif"), say("debrief-title-whatif"), says, body, say("whatif-bots"))


def _told(debrief: Debrief, tried: WhatIf) -> list[tuple[str, str, str]]:
    """Kind, name and share of every ending, with its interval unless it is certain."""
    rows = []
    for each in tried.shares:
        share = f"{each.percent:.0f} %"
        if each.low != each.high:
            share += f" ({say('debrief-interval', low=f'{each.low:.0f}', high=f'{each.high:.0f}')})"
        rows.append((debrief.ending_ids[each.ending], debrief.endings[each.ending], share))
    return rows


def _segments(debrief: Debrief, tried: WhatIf) -> Markup:
    """The shares side by side, each with the sign of its ending where there is room, and a bar of its colour below."""
    x = 0.0
    parts = []
    kinds = list(SIGNS)
    for each in tried.shares:
        width = each.percent * WIDTH / 100
        kind = debrief.ending_ids[each.ending]
        if width > 0:
            parts.append(box(x, 0, width, HEIGHT - 8, "seg"))
            parts.append(box(x, HEIGHT - 8, width, 8, f"f {ending_class(kind)}"))
        if width > 60 and kind in kinds:
            number = kinds.index(kind) + 1
            sign = element("use", href=f"#e{number}", x=x + 6, y=4, width=18, height=18, klass=f"ending e{number}")
            parts.append(sign)
            parts.append(label(x + 30, 18, f"{each.percent:.0f}", "t"))
        x += width
    told = "; ".join(f"{debrief.endings[each.ending]} {each.percent:.0f} %" for each in tried.shares)
    return drawing(WIDTH, HEIGHT, told, parts)
