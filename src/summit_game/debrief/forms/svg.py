"""The few elements of SVG that the charts are made of. Everything that is shown is escaped; numbers have one form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most one decimal, the same for the same value everywhere."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def element(name: str, content: str | Markup = "", **attributes: object) -> Markup:
    """One element. `klass` stands for class; an underscore in a name stands for a hyphen."""
    shown = Markup("").join(
        Markup(' {}="{}"').format("class" if key == "klass" else key.replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), shown, escape(content))


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def chart(key: str, width: float, height: float, title: str, told: str, parts: Iterable[Markup]) -> Markup:
    """A whole picture under its title; what it shows is `told` to those who cannot see it."""
    named = element("title", title, id=f"{key}-title") + element("desc", told, id=f"{key}-desc")
    drawing = element(
        "svg", named + Markup("").join(parts), viewBox=f"0 0 {number(width)} {number(height)}", role="img",
        aria_labelledby=f"{key}-title {key}-desc", klass="chart",
    )  # fmt: skip
    return element("figure", element("figcaption", title, aria_hidden="true") + drawing)


def short(words: str, most: int) -> str:
    """A name that is not too long for a picture; the tables beside it have the whole."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def label(x: float, y: float, words: str, klass: str = "", anchor: str = "start") -> Markup:
    """Words at a place."""
    return element("text", words, x=float(x), y=float(y), klass=klass or None,
                   text_anchor=None if anchor == "start" else anchor)  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float, klass: str) -> Markup:
    """A straight line."""
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), klass=klass)


def box(x: float, y: float, width: float, height: float, klass: str, fill: str | None = None) -> Markup:
    """A rectangle."""
    return element(
        "rect", x=float(x), y=float(y), width=float(max(0, width)), height=float(height), klass=klass, fill=fill
    )


def path(points: Sequence[Point], klass: str) -> Markup:
    """Points joined by straight lines."""
    steps = " ".join(f"{'L' if at else 'M'}{number(x)} {number(y)}" for at, (x, y) in enumerate(points))
    return element("path", d=steps, klass=klass)


def stairs(points: Sequence[Point]) -> list[Point]:
    """The points of a line that stays level until the next value."""
    result: list[Point] = []
    for x, y in points:
        if result:
            result.append((x, result[-1][1]))
        result.append((x, y))
    return result


def mark(shape: str, x: float, y: float, size: float = 4, klass: str = "mark") -> Markup:
    """A small shape around a place, told apart without colour."""
    if shape == "circle":
        return element("circle", cx=float(x), cy=float(y), r=float(size), klass=klass)
    if shape == "cross":
        arms = f"M{number(x - size)} {number(y - size)}L{number(x + size)} {number(y + size)}"
        arms += f"M{number(x - size)} {number(y + size)}L{number(x + size)} {number(y - size)}"
        return element("path", d=arms, klass=f"{klass} stroke")
    corners = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "triangle": ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
        "down": ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    }[shape]
    joined = "L".join(f"{number(x + size * dx)} {number(y + size * dy)}" for dx, dy in corners)
    return element("path", d=f"M{joined}Z", klass=klass)


_STROKES = ("M0 6L6 0", "M0 0L6 6", "M0 3L6 3", "M3 0L3 6M0 3L6 3")
HATCHINGS = len(_STROKES)


def pattern(key: str, kind: int) -> Markup:
    """A hatching, one of `HATCHINGS`, to be used as `url(#key)`."""
    return element(
        "pattern", element("path", d=_STROKES[kind], klass="hatch"), id=key, width=6, height=6,
        patternUnits="userSpaceOnUse",
    )  # fmt: skip
