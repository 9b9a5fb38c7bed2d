"""A debrief as one page: nothing is loaded or runs, hostile text is shown, it fits a phone, a screen and A4."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from played import finished, sitting
from small import SHOWN, hostile, small

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.blocks import Sum, cleaned
from summit_game.debrief.forms.page import page, parts
from summit_game.debrief.forms.page.courses import course
from summit_game.debrief.forms.page.front import best_for_pair, pair_of
from summit_game.debrief.forms.page.hero import WIDTH, hero
from summit_game.debrief.forms.page.ladder import cells
from summit_game.debrief.forms.page.letters import shortener
from summit_game.debrief.forms.page.votes import MOST, chosen
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.forms.sizes import CLASS, FULL, SHORT, SIZES
from summit_game.debrief.forms.svg import apart, number, stairs
from summit_game.debrief.model import Debrief

ALL = (small, hostile, lambda: finished(2)[1], lambda: finished(1)[1])
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MOST_BYTES = 150_000


class Reader(HTMLParser):
    """Elements with their attributes, the text outside styles, and whether everything that opens is closed."""

    EMPTY = ("meta", "br")
    IMPLIED: ClassVar = {"li": ("li",), "td": ("td", "th", "tr"), "th": ("td", "th", "tr"), "tr": ("tr",)}
    """What ends by itself where one of these begins, or where that ends in which it stands."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(written)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.open and tag in self.IMPLIED.get(self.open[-1], ()):
            self.open.pop()
        self.handle_startendtag(tag, attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1] in self.IMPLIED and self.open[-1] != tag:
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def every(made) -> list[str]:
    """The page of a debrief in each size."""
    return [page(made(), size) for size in SIZES]


@pytest.mark.parametrize("made", ALL)
def test_the_page_loads_nothing_and_runs_nothing(made) -> None:
    for written in every(made):
        read = Reader(written)
        names = {tag for tag, _ in read.elements}
        assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "base", "form", "image"})
        for tag, attributes in read.elements:
            for key, value in attributes.items():
                assert not key.startswith("on"), (tag, key)
                assert key not in ("src", "srcset", "xlink:href", "style"), (tag, key)
                if key == "href":
                    assert tag in ("a", "use")
                    assert re.fullmatch(r"#[a-z0-9-]+", value or "")
                assert "://" not in (value or ""), (tag, key, value)
        assert "@import" not in written
        assert set(re.findall(r"url\(([^)]*)\)", written)) <= {"#wave"}


@pytest.mark.parametrize("made", ALL)
def test_the_full_page_says_every_line_of_a_sum(made) -> None:
    shown = Reader(page(made())).words
    sums = [each for section in sections(made()) for each in section.blocks if isinstance(each, Sum)]
    assert sums
    assert [row[0] for each in sums for row in each.grid.rows if row[0] not in shown] == []
    assert "Message(" not in " ".join(shown)


@pytest.mark.parametrize("size", SIZES)
def test_hostile_text_is_shown_and_is_no_markup(size: str) -> None:
    written = page(hostile(), size)
    assert "<script" not in written
    assert SHOWN in "".join(Reader(written).words)
    assert all(char == "\n" or char.isprintable() for char in unescape(written))


@pytest.mark.parametrize("made", ALL)
def test_the_page_can_be_heard(made) -> None:
    """What axe-core asks of structure: landmarks with names of their own, headings in order, heads of tables, links
    that lead somewhere, pictures that say what they show."""
    for written in every(made):
        read = Reader(written)
        assert dict(read.elements)["html"]["lang"] == "en"
        levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert [tag for tag, _ in read.elements].count("main") == 1
        ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        names = [a["aria-label"] for _, a in read.elements if a.get("role") == "region"]
        assert len(names) == len(set(names)) or made is hostile, "the names are the deck's"
        assert all(a.get("scope") in ("row", "col") for tag, a in read.elements if tag == "th")
        for tag, attributes in read.elements:
            if tag in ("a", "use"):
                assert (attributes["href"] or "")[1:] in ids
            for key in ("aria-labelledby",):
                assert set((attributes.get(key) or "").split()) <= set(ids)
            if tag == "svg" and attributes.get("role") == "img":
                assert attributes.get("aria-label") or attributes.get("aria-labelledby")
            elif tag == "svg":
                assert attributes.get("aria-hidden") == "true"


@pytest.mark.parametrize("made", ALL)
def test_pictures_are_sound(made) -> None:
    for written in every(made):
        drawn = re.findall(r"<svg.*?</svg>", written, re.DOTALL)
        assert len(drawn) > 8
        for each in drawn:
            ET.fromstring(each.replace("&ensp;", " "))


def test_pictures_come_first_and_what_followed_right_behind_the_ending() -> None:
    debrief = cleaned(small())
    keys = {size: [each.key for each in parts(debrief, size)] for size in SIZES}
    assert keys[SHORT] == ["out-of-role", "followed", "text", "worth", "whatif", "questions"]
    assert keys[CLASS] == [
        "out-of-role",
        "followed",
        "text",
        "worth",
        "votes",
        "map",
        "possible",
        "whatif",
        "questions",
    ]
    assert keys[FULL] == [*keys[CLASS][:-1], "words-and-deeds", "questions", "history", "more"]


def test_nothing_private_is_drawn_while_a_game_goes_on() -> None:
    public = analyse(sitting(3, moves=60))
    keys = [each.key for each in parts(cleaned(public), FULL)]
    assert "worth" not in keys
    assert "votes" in keys
    assert 'class="rows"' not in hero(public), "no result"
    assert page(public).count("<h1>") == 1


def test_bars_are_as_long_as_the_numbers() -> None:
    debrief = small()
    bars = re.findall(r'<rect x="([\d.]+)" y="5" width="([\d.]+)" height="16" class="f"', str(hero(debrief)))
    ends = [(float(x) * 100 / WIDTH, (float(x) + float(wide)) * 100 / WIDTH) for x, wide in bars]
    assert [(round(low), round(high)) for low, high in ends] == [
        (each.reservation, each.points) for each in debrief.scores
    ]


def test_the_ladder_says_who_moved_an_issue_and_who_tried() -> None:
    fishing, ferries = cells(small(), 0), cells(small(), 2)
    assert [(each.level, each.up, each.end) for each in fishing] == [
        (0, True, False),
        (1, True, False),
        (2, False, True),
    ]
    assert [(each.seat, each.rounds) for each in fishing[2].moved] == [(0, (1,))], (
        "whoever tabled it, not the last voter"
    )
    assert fishing[2].tried == ()
    assert [(each.seat, each.rounds) for each in ferries[1].tried] == [(1, (2,))]
    brackets = replace(small(), moments=small().moments[:1])
    assert [each.open for each in cells(brackets, 0)] == [True, False, False]


def test_few_sheets_hold_the_votes_that_count() -> None:
    debrief = finished(12)[1]
    assert len(debrief.votes) > MOST
    shown = chosen(debrief.votes)
    assert len(shown) == MOST
    assert [each.moment for each in shown] == sorted(each.moment for each in shown)
    assert {each.moment for each in debrief.votes if each.passed or each.signing} <= {each.moment for each in shown}
    assert f"{len(debrief.votes) - MOST} more votes" in page(debrief, CLASS)
    assert "more votes that failed" not in page(debrief, FULL)


def test_names_give_way_to_letters_only_as_whole_words() -> None:
    short = shortener(small())
    assert short("Northshore and Northshores; Fishing (FIS), Fishing") == "NO and Northshores; FIS, Fishing"
    assert shortener(replace(small(), seats=("a", "Southshore")))("a Southshore") == "a SO"


ELSEWHERE = ("ending", "chances", "turning", "votes", "questions", "whatif")
"""Sections that the page tells with a picture, in other words."""


def test_everything_in_the_text_is_on_the_page() -> None:
    words = " ".join("".join(Reader(page(small())).words).split())
    for section in sections(small()):
        for block in section.blocks:
            if isinstance(block, str) and section.key not in ELSEWHERE:
                assert block in words, (section.key, block)


def test_the_same_debrief_gives_the_same_bytes() -> None:
    first = page(finished(2)[1])
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.path[:0] = sys.argv[1:3]\n"
            "from small import small\nfrom summit_game.debrief.forms.page import page\nsys.stdout.write(page(small()))",
            str(Path(__file__).parent),
            str(Path(__file__).parents[1]),
        ],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "77", "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == page(small())
    assert first == page(finished(2)[1])


def test_the_pair_is_the_one_that_is_most_at_odds() -> None:
    deals = small().deals
    assert deals is not None
    assert pair_of(deals) == (0, 1)
    assert best_for_pair(((1, 9), (2, 8), (2, 9), (5, 5), (4, 5)), 0, 1) == [(2, 9), (5, 5)]
    assert [number(each) for each in (1.0, 0.04, -0.04, 2.25, 99.96)] == ["1", "0", "0", "2.2", "100"]


def test_labels_keep_apart_and_stay_in_the_room() -> None:
    assert apart([10, 12, 90], 15, 0, 100) == [10, 25, 90]
    assert apart([95, 96, 99], 15, 0, 100) == [70, 85, 100]
    assert stairs([(0, 5), (10, 5), (20, 8), (30, 8)]) == "M0 5H20V8H30"
    assert "H300" in str(course([3], 0, 10)), "one moment is a whole line"


@pytest.mark.parametrize("seed", [8, 11, 13])
def test_the_full_page_of_a_whole_game_is_small(seed: int) -> None:
    """Four delegations, to the end. Longer games of more people are as much longer as their moves."""
    played, debrief = finished(seed)
    assert len(debrief.seats) == 4
    assert played.table.over
    assert len(page(debrief).encode("utf-8")) < MOST_BYTES


def test_a_person_alone_is_spoken_to() -> None:
    alone = replace(small(), you=1)
    assert "You played Southshore and reached 47 points" in page(alone, SHORT)
    assert "You played" not in page(replace(small(), you=-1), SHORT)


# --- in a browser --------------------------------------------------------------------------------------------------

PROBE = """<script>addEventListener('load', () => {
  const root = document.documentElement, wide = root.clientWidth;
  const out = [...document.querySelectorAll('main *, header *')].filter(each =>
    !each.closest('.scroll, .over, .hid, .skip, .defs, details:not([open]), .vt i') &&
    each.getBoundingClientRect().right > wide + 1).length;
  const charts = [...document.querySelectorAll('svg.ch')].filter(each => each.getBoundingClientRect().width).length;
  root.setAttribute('data-probe', [root.scrollWidth, wide, out, charts].join(' '));
});</script>"""


def browse(folder: Path, *options: str) -> str:
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *options],
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout.decode("utf-8", "replace")


def probed(folder: Path, debrief: Debrief, width: int, height: int) -> list[int]:
    """Widths, what sticks out and charts, as a window of this size shows the page.

    In a frame, because a window has a least width.
    """
    written = re.sub(r"<meta http-equiv=[^>]*>", "", page(debrief)).replace("</body>", PROBE + "</body>")
    (folder / "page.html").write_text(written, encoding="utf-8")
    frame = f'<iframe id="f" src="page.html" style="width:{width}px;height:{height}px;border:0"></iframe>'
    tell = (
        "<script>addEventListener('load', () => document.title = "
        "f.contentDocument.documentElement.getAttribute('data-probe'));</script>"
    )
    (folder / "frame.html").write_text(f"<!DOCTYPE html><title></title>{frame}{tell}", encoding="utf-8")
    dom = browse(folder, "--allow-file-access-from-files", "--dump-dom", (folder / "frame.html").as_uri())
    found = re.search(r"<title>([\d ]+)</title>", dom)
    assert found, dom[:500]
    return [int(each) for each in found[1].split()]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
@pytest.mark.parametrize("size", [(320, 640), (390, 844), (768, 1024), (1280, 900)])
@pytest.mark.parametrize("made", [hostile, lambda: finished(2)[1]])
def test_nothing_sticks_out_in_a_browser(made, size: tuple[int, int], tmp_path: Path) -> None:
    scroll, client, out, charts = probed(tmp_path, made(), *size)
    assert client <= size[0]
    assert client > size[0] - 30
    assert scroll <= client
    assert out == 0
    assert charts >= 5


def printed(folder: Path, written: str) -> tuple[int, set[tuple[int, int]]]:
    """How many sheets a page takes, and their sizes in points."""
    (folder / "page.html").write_text(written, encoding="utf-8")
    pdf = folder / "a.pdf"
    browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", (folder / "page.html").as_uri())
    data = pdf.read_bytes()
    sizes = {
        (round(float(box.split()[2])), round(float(box.split()[3])))
        for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", data)
    }
    return len(re.findall(rb"/Type /Page\b", data)), sizes


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
@pytest.mark.parametrize("seed", [2, 8, 13])
@pytest.mark.parametrize(("size", "sheets"), [(SHORT, 2), (CLASS, 4)])
def test_the_shorter_forms_print_on_two_and_four_sheets_of_a4(
    seed: int, size: str, sheets: int, tmp_path: Path
) -> None:
    count, sizes = printed(tmp_path, page(finished(seed)[1], size))
    assert sizes <= {(595, 842), (596, 842), (595, 841)}
    assert count == sheets
