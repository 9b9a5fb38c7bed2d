"""How pages look: one small sheet, colours that can be told apart and read, marks that do without colour."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from summit_game.engine.setting import ENDINGS
from summit_game.look.marks import LETTERS, SHAPES, SIGNS, ending_class, mark, seat_class, sign, symbols
from summit_game.look.sheet import sheet, written_sheet

MOST_BYTES = 13_000
TEXT, MARK = 4.5, 3.0
"""The least contrast of text, and of marks and edges (WCAG 2.2, 1.4.3 and 1.4.11)."""
APART = 10
"""The least difference of two colours that mean somebody, in OKLab times 100."""


def colours(mode: str) -> dict[str, str]:
    """The colours of a mode, by name."""
    text = written_sheet()
    light = re.search(r"^:root \{(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    dark = re.search(r"prefers-color-scheme: dark\) \{(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    assert light
    assert dark
    found = dict(re.findall(r"--(\w+): (#\w+)", light[1]))
    return found | (dict(re.findall(r"--(\w+): (#\w+)", dark[1])) if mode == "dark" else {})


def channels(colour: str) -> list[float]:
    """Red, green and blue as amounts of light, 0 to 1."""
    digits = colour.removeprefix("#")
    parts = [each * 2 for each in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    values = [int(each, 16) / 255 for each in parts]
    return [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in values]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted(
        sum(part * each for part, each in zip((0.2126, 0.7152, 0.0722), channels(colour), strict=True))
        for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def oklab(colour: str) -> list[float]:
    """The colour in OKLab."""
    red, green, blue = channels(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return [
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "band"])
def test_text_can_be_read_and_marks_can_be_seen(mode: str, ground: str) -> None:
    found = colours(mode)
    for name in ("ink", "soft", "link", "good", "bad"):
        assert contrast(found[name], found[ground]) >= TEXT, name
    assert contrast(found["paper"], found["ink"]) >= TEXT, "agreed text is a block of ink"
    for name in ("edge", *(f"s{at}" for at in range(1, 7)), *(f"e{at}" for at in range(1, 6))):
        assert contrast(found[name], found[ground]) >= MARK, name


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_two_delegations_or_endings_have_nearly_the_same_colour(mode: str) -> None:
    found = colours(mode)
    for kind, count in (("s", len(SHAPES)), ("e", len(SIGNS))):
        for one, other in combinations([f"{kind}{at}" for at in range(1, count + 1)], 2):
            pairs = zip(oklab(found[one]), oklab(found[other]), strict=True)
            assert 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5 >= APART, (one, other)


def test_nothing_is_told_by_colour_alone() -> None:
    """Each seat has a shape and a dash of its own, each ending a sign; the letters stand beside the mark."""
    dashes = re.findall(r"\.s\d \{ --c: var\(--s\d\); --d: ([^;]+);", written_sheet())
    assert len(set(dashes)) == len(dashes) == len(set(SHAPES)) == len(set(LETTERS)) == 6
    assert tuple(SIGNS) == ENDINGS
    assert len(set(SIGNS.values())) == len(ENDINGS)
    assert seat_class(6) == seat_class(0), "with more seats the letters tell them apart"
    assert ending_class("unheard of") == "e5"
    assert "use" in mark(2)
    assert " no" in mark(2, hollow=True)
    assert 'aria-hidden="true"' in sign("conflict")


def test_what_is_used_is_defined() -> None:
    defined = set(re.findall(r'id="(\w+)"', symbols()))
    used = {f"m{at}" for at in range(1, 7)} | {f"e{at}" for at in range(1, 6)}
    assert defined == used
    names = set(re.findall(r"var\(--(\w+)", written_sheet()))
    assert names <= set(re.findall(r"--(\w+):", written_sheet()))


def test_the_sheet_is_small_and_loads_nothing() -> None:
    assert len(sheet().encode("utf-8")) < MOST_BYTES
    assert "/*" not in sheet()
    assert "@import" not in sheet()
    assert set(re.findall(r"url\(([^)]*)\)", sheet())) == {"#wave"}
    assert sheet().count("{") == sheet().count("}") == written_sheet().count("{")


def test_every_mode_is_there() -> None:
    for mode in ("prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active", "media print"):
        assert mode in written_sheet()
