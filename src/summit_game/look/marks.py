"""The marks of delegations, by seat, and the signs of endings, by kind, as SVG that a page defines once.

The first six seats have a shape of their own; with more seats shapes come again, and the letters tell them apart.
"""

from __future__ import annotations

from markupsafe import Markup

SHAPES = (
    '<circle cx="8" cy="8" r="6"/>',
    '<path d="M2.5 2.5h11v11h-11z"/>',
    '<path d="M8 1.8 14.6 13.6H1.4z"/>',
    '<path d="M8 .9 15.1 8 8 15.1.9 8z"/>',
    '<path d="M4.5 2h7L15 8l-3.5 6h-7L1 8z"/>',
    '<path d="M6 1.5h4V6h4.5v4H10v4.5H6V10H1.5V6H6z"/>',
)
"""Circle, square, triangle, diamond, hexagon, cross, in a square of 16."""
LETTERS = "●■▲◆⬢✚"
"""The same shapes as characters."""

SIGNS = {
    "settlement": '<path d="M9 4H4v24h5M23 4h5v24h-5"/><path class="in" d="M9 9h14v14H9z"/>',
    "stalemate": '<path d="M9 4H4v24h5M23 4h5v24h-5"/><path d="M10 16h12" stroke-dasharray="3 2"/>',
    "conflict": '<path d="M10 4H4v10M22 28h6V18"/><path d="M8 24 24 8M11 9l12 14"/>',
    "cold_war": '<path d="M4 4h5v24H4M28 4h-5v24h5"/><path d="M16 3v26" stroke-dasharray="4 3"/>',
}
"""Brackets that are filled, still open, broken, back to back, by the kind of an ending, in a square of 32."""
OPEN = '<path d="M9 4H4v24h5M23 4h5v24h-5"/>'
"""Empty brackets: there is no ending, or it is of no known kind."""


def symbols() -> Markup:
    """All marks and signs, to stand in a page once, before they are used."""
    shapes = [f'<symbol id="m{at}" viewBox="0 0 16 16">{each}</symbol>' for at, each in enumerate(SHAPES, 1)]
    drawn = (*SIGNS.values(), OPEN)
    signs = [f'<symbol id="e{at}" viewBox="0 0 32 32">{each}</symbol>' for at, each in enumerate(drawn, 1)]
    return Markup(f'<svg class="defs" width="0" height="0" aria-hidden="true">{"".join(shapes + signs)}</svg>')


def seat_class(seat: int) -> str:
    """The class that gives colour and dash to a seat, counted from 0."""
    return f"s{seat % len(SHAPES) + 1}"


def mark(seat: int, hollow: bool = False) -> Markup:
    """The mark of a delegation. It is not read out: its letters stand beside it."""
    number = seat % len(SHAPES) + 1
    return Markup('<svg class="m s{0}{1}" aria-hidden="true"><use href="#m{0}"/></svg>').format(
        number, " no" if hollow else ""
    )


def ending_class(kind: str) -> str:
    """The class that gives its colour to a kind of ending."""
    return f"e{_number(kind)}"


def sign(kind: str) -> Markup:
    """The sign of an ending, by its kind. It is not read out: its name stands beside it."""
    return Markup('<svg class="ending e{0}" aria-hidden="true"><use href="#e{0}"/></svg>').format(_number(kind))


def _number(kind: str) -> int:
    kinds = list(SIGNS)
    return kinds.index(kind) + 1 if kind in kinds else len(kinds) + 1
