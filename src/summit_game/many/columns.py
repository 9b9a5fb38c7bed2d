"""Lines of the tables of reports, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import cycle


def row(first: str, width: int, cells: Iterable[object], widths: Iterable[int]) -> str:
    """A line: its name from the left, then cells from the right. `widths` begin again when there are more cells."""
    return f"{first:<{width}}" + "".join(f"{cell!s:>{wide}}" for cell, wide in zip(cells, cycle(widths), strict=False))


def shown(value: Mapping[str, float], scale: int = 1) -> str:
    """An interval as text, from its JSON."""
    return f"{scale * value['mean']:.1f} [{scale * value['low']:.1f}, {scale * value['high']:.1f}]"


def number(value: float | None, digits: int = 1) -> str:
    """A number as text; `-` if there is none."""
    return "-" if value is None else f"{value:.{digits}f}"
