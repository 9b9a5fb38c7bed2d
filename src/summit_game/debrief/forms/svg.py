"""The few elements of SVG that the pictures are made of. Everything that is shown is escaped; numbers have one form.

Colours and strokes are classes of the one style sheet (`look/style.css`), never attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from summit_game.look.marks import SHAPES, seat_class

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
    if not content:
        return Markup("<{0}{1}/>").format(Markup(name), shown)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), shown, escape(content))


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def drawing(width: float, height: float, told: str, parts: Iterable[Markup], klass: str = "ch") -> Markup:
    """A picture; `told` says what it shows to those who cannot see it. Without it, it only repeats what is read, and is
    stretched into its place."""
    heard = {"role": "img", "aria_label": told} if told else {"aria_hidden": "true"}
    box_ = f"0 0 {number(width)} {number(height)}"
    stretched = None if told and "course" not in klass else "none"
    return element(
        "svg", Markup("").join(parts), viewBox=box_, klass=klass, preserveAspectRatio=stretched, **heard
    )  # fmt: skip


def short(words: str, most: int) -> str:
    """A name that is not too long for a picture; what stands beside it has the whole."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def label(x: float, y: float, words: str, klass: str = "", anchor: str = "start") -> Markup:
    """Words at a place."""
    return element("text", words, x=float(x), y=float(y), klass=klass or None,
                   text_anchor=None if anchor == "start" else anchor)  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float, klass: str) -> Markup:
    """A straight line."""
    return element("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", klass=klass)


def box(x: float, y: float, width: float, height: float, klass: str) -> Markup:
    """A rectangle."""
    return element("rect", x=float(x), y=float(y), width=float(max(0, width)), height=float(height), klass=klass)


def circle(x: float, y: float, radius: float, klass: str) -> Markup:
    """A circle."""
    return element("circle", cx=float(x), cy=float(y), r=float(radius), klass=klass)


def path(points: Sequence[Point], klass: str) -> Markup:
    """Points joined by straight lines."""
    steps = "".join(f"{'L' if at else 'M'}{number(x)} {number(y)}" for at, (x, y) in enumerate(points))
    return element("path", d=steps, klass=klass)


def stairs(points: Sequence[Point]) -> str:
    """The way along values that each stay until the next, as short as SVG can say it."""
    (x, y), *rest = points
    steps = [f"M{number(x)} {number(y)}"]
    for across, up in rest:
        if up != y:
            steps.append(f"H{number(across)}V{number(up)}")
            y = up
    last = points[-1][0]
    return "".join([*steps, f"H{number(last)}"])


def seat_mark(seat: int, x: float, y: float, size: float = 16, klass: str = "pt") -> Markup:
    """The mark of a delegation, its middle at a place."""
    half = size / 2
    return element(
        "use", href=f"#m{seat % len(SHAPES) + 1}", x=x - half, y=y - half, width=float(size), height=float(size),
        klass=f"{klass} {seat_class(seat)}",
    )  # fmt: skip


def diamond(x: float, y: float, size: float, klass: str) -> Markup:
    """A small diamond around a place."""
    joined = "L".join(f"{number(x + dx)} {number(y + dy)}" for dx, dy in ((0, -size), (size, 0), (0, size), (-size, 0)))
    return element("path", d=f"M{joined}Z", klass=klass)


def apart(places: Sequence[float], least: float, top: float, bottom: float) -> list[float]:
    """Places of labels, in order from above, moved so that two are at least so far apart and none leaves the room."""
    moved: list[float] = []
    for each in places:
        moved.append(max(each, moved[-1] + least) if moved else max(each, top))
    limit = bottom
    for at in reversed(range(len(moved))):
        moved[at] = min(moved[at], limit)
        limit = moved[at] - least
    return moved
