"""A debrief as one page: nothing is loaded or runs, hostile text is shown, it fits a phone, a screen and A4."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib
from html import unescape
from html.parser import HTMLParser
from itertools import chain, combinations
from pathlib import Path

import pytest
from played import finished
from small import SHOWN, hostile, small

from summit_game.debrief.forms.blocks import Sum
from summit_game.debrief.forms.charts import best_for_pair, pair_of
from summit_game.debrief.forms.page import page, pictures
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.forms.svg import number
from summit_game.debrief.model import Debrief

ALL = (small, hostile, lambda: finished(2)[1], lambda: finished(1)[1])
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Reader(HTMLParser):
    """Elements with their attributes, the text outside styles, and whether everything that opens is closed."""

    EMPTY = ("meta", "br")

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(written)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)


@pytest.mark.parametrize("made", ALL)
def test_the_page_loads_nothing_and_runs_nothing(made) -> None:
    read = Reader(page(made()))
    names = {tag for tag, _ in read.elements}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use"})
    for tag, attributes in read.elements:
        for key, value in attributes.items():
            assert not key.startswith("on"), (tag, key)
            assert key not in ("src", "srcset", "xlink:href", "style"), (tag, key)
            if key == "href":
                assert tag == "a"
                assert re.fullmatch(r"#[a-z-]+", value or "")
            assert "://" not in (value or ""), (tag, key, value)
    assert "@import" not in page(made())
    assert not re.search(r"url\((?!#(hatch-\d|wave)\))", page(made()))


@pytest.mark.parametrize("made", ALL)
def test_the_page_says_every_line_of_a_sum(made) -> None:
    shown = Reader(page(made())).words
    sums = [each for section in sections(made()) for each in section.blocks if isinstance(each, Sum)]
    assert sums
    assert [row[0] for each in sums for row in each.grid.rows if row[0] not in shown] == []
    assert "Message(" not in " ".join(shown)


def test_hostile_text_is_shown_and_is_no_markup() -> None:
    written = page(hostile())
    assert "<script" not in written
    assert SHOWN in "".join(Reader(written).words)
    assert all(char == "\n" or char.isprintable() for char in unescape(written))


@pytest.mark.parametrize("made", ALL)
def test_the_page_can_be_heard(made) -> None:
    written = page(made())
    read = Reader(written)
    assert dict(read.elements)["html"]["lang"] == "en"
    headings = [tag for tag, _ in read.elements if re.fullmatch(r"h\d", tag)]
    assert headings == ["h1", *["h2"] * len(sections(made()))]
    assert all(attributes.get("scope") in ("row", "col") for tag, attributes in read.elements if tag == "th")
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    charts = [attributes for tag, attributes in read.elements if tag == "svg" and attributes.get("role") == "img"]
    assert charts
    for attributes in charts:
        title, told = (attributes["aria-labelledby"] or "").split()
        assert {title, told} <= set(ids)
    for attributes in (attributes for tag, attributes in read.elements if tag == "a"):
        assert (attributes["href"] or "")[1:] in ids


@pytest.mark.parametrize("made", ALL)
def test_charts_are_sound_and_their_bars_are_as_long_as_the_numbers(made) -> None:
    debrief = made()
    shown = pictures(debrief)
    for each in (each for several in shown.values() for each in several):
        ET.fromstring(str(each))
    (fits,) = (ET.fromstring(str(each)) for each in shown["fits"])
    bars = [float(each.get("width", "")) for each in fits.iter("rect") if each.get("class") == "bar"]
    full = float(next(each.get("width", "") for each in fits.iter("rect") if each.get("class") == "frame"))
    assert [round((bar - 1) * 100 / (full - 1)) for bar in bars] == [each.points for each in debrief.fits]


def test_everything_in_the_text_is_on_the_page() -> None:
    words = " ".join("".join(Reader(page(small())).words).split())
    for section in sections(small()):
        for block in section.blocks:
            if isinstance(block, str):
                assert block in words


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


# --- in a browser --------------------------------------------------------------------------------------------------

PROBE = """<script>addEventListener('load', () => {
  const root = document.documentElement, wide = root.clientWidth;
  const out = [...document.querySelectorAll('main *, header *')].filter(each =>
    !each.closest('.wide, .scroll') && each.getBoundingClientRect().right > wide + 1).length;
  const charts = document.querySelectorAll('svg.chart').length;
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
@pytest.mark.parametrize("size", [(390, 844), (768, 1024), (1280, 900)])
@pytest.mark.parametrize("made", [hostile, lambda: finished(2)[1]])
def test_nothing_sticks_out_in_a_browser(made, size: tuple[int, int], tmp_path: Path) -> None:
    scroll, client, out, charts = probed(tmp_path, made(), *size)
    assert client <= size[0]
    assert client > size[0] - 30
    assert scroll <= client
    assert out == 0
    assert charts >= 5


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_the_page_prints_on_a4(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(small()), encoding="utf-8")
    browse(
        tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'a.pdf'}", (tmp_path / "page.html").as_uri()
    )
    printed = (tmp_path / "a.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    sizes = {
        tuple(round(float(each)) for each in box.split()) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", printed)
    }
    assert {(box[2], box[3]) for box in sizes} <= {(595, 842), (596, 842), (595, 841)}
    assert 3 <= len(re.findall(rb"/Type /Page\b", printed)) <= 14


def test_no_style_gives_meaning_by_colour_alone() -> None:
    """Bars are told apart by hatching, lines by dashes or width, marks by shape; colours only repeat it."""
    style = re.search(r"<style>(.*?)</style>", page(small()), re.S)[1]  # type: ignore[index]
    lines = dict(re.findall(r"\.chart \.(line|nodeal|front|drafts) \{([^}]*)\}", style))
    looks = {name: tuple(re.findall(r"stroke-(?:width|dasharray): ([^;]+)", rule)) for name, rule in lines.items()}
    assert len(set(looks.values())) == 4, looks
    hatches = re.findall(r'<pattern id="hatch-\d"[^>]*>|<path d="([^"]*)" class="hatch"', page(small()))
    assert len({each for each in hatches if each}) == 4


SAMPLE = """<!DOCTYPE html><meta charset="utf-8"><style>{style}
html {{ filter: grayscale(1); }} body {{ margin: 0; padding: 0; }}</style>{patterns}
<svg class="chart" width="100" height="320" viewBox="0 0 100 320" style="display:block;width:100px;height:320px">
{shapes}</svg>"""
PART = 40
"""Pixels from one sample to the next."""


def grey(png: bytes) -> list[list[int]]:
    """The first channel of a picture with eight bits a channel, row by row."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    size = {2: 3, 6: 4}[kind]
    assert depth == 8
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        packed += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    raw, rows, before = zlib.decompress(packed), [], bytes(width * size)
    for row in range(height):
        filtered, *coded = raw[row * (width * size + 1) : (row + 1) * (width * size + 1)]
        line: list[int] = []
        for x, byte in enumerate(coded):
            left, up, corner = (line[x - size], before[x], before[x - size]) if x >= size else (0, before[x], 0)
            near = min((left, up, corner), key=lambda each: abs(left + up - corner - each))
            line.append(byte + (0, left, up, (left + up) // 2, near)[filtered] & 255)
        before = bytes(line)
        rows.append(line[::size])
    return rows


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_bars_and_lines_are_told_apart_in_grey_pixels(tmp_path: Path) -> None:
    written = page(small())
    style = re.search(r"<style>(.*?)</style>", written, re.S)[1]  # type: ignore[index]
    patterns = re.search(r'<svg[^>]*class="defs".*?</svg>', written, re.S)[0]  # type: ignore[index]
    looks = [f'rect y="{at * PART + 5}" width="100" height="30" class="bar" fill="url(#hatch-{at})"' for at in range(4)]
    looks += [
        f'path d="M0 {at * PART + 20} H100" class="{name}"'
        for at, name in enumerate(("line", "nodeal", "front", "drafts"), 4)
    ]
    shapes = "".join(f"<{each}/>" for each in looks)
    (tmp_path / "page.html").write_text(SAMPLE.format(style=style, patterns=patterns, shapes=shapes), encoding="utf-8")
    shot = tmp_path / "a.png"
    browse(tmp_path, "--hide-scrollbars", "--window-size=600,400", f"--screenshot={shot}",
           (tmp_path / "page.html").as_uri())  # fmt: skip
    rows = grey(shot.read_bytes())
    parts = [[row[:100] for row in rows[at * PART : (at + 1) * PART]] for at in range(8)]
    together = (*combinations(range(4), 2), (4, 5), *combinations((5, 6, 7), 2))  # those that share a chart
    for one, other in together:
        pairs = zip(chain(*parts[one]), chain(*parts[other]), strict=True)
        apart = sum(abs(this - that) > 60 for this, that in pairs)
        assert apart > 60, (looks[one], looks[other], apart)
