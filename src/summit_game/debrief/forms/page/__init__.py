"""A debrief as one page for a browser: no script, nothing loaded from elsewhere, made to be printed too.

The same debrief gives the same bytes. Template and style are `page.html` and `style.css` beside this file.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from summit_game.debrief.forms import charts, tracks
from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, Sum, cleaned
from summit_game.debrief.forms.map_svg import map_figure, signs
from summit_game.debrief.forms.sections import sections, summary, title
from summit_game.debrief.forms.svg import element
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say

LANGUAGE = "en"


def page(debrief: Debrief) -> str:
    """The whole page: the summary, then the details."""
    return written(title(debrief), sections(debrief), pictures(debrief))


def short(debrief: Debrief) -> str:
    """The summary alone, as a sheet to hand out."""
    return written(title(debrief), summary(debrief), pictures(debrief))


def pictures(debrief: Debrief) -> dict[str, list[Markup]]:
    """The charts that can be drawn of this debrief, by the key of the section where they stand."""
    debrief = cleaned(debrief)
    found: dict[str, list[Markup]] = {"fits": [charts.fit_bars(debrief)]} if debrief.fits else {}
    if debrief.scores:
        found["points"] = [charts.results(debrief)]
    if debrief.moments:
        found["rounds"] = [tracks.timeline(debrief)]
        if debrief.moments[0].values:
            found["rounds"].append(tracks.values(debrief))
    if debrief.maps:
        found["map"] = [element("p", signs(debrief.maps[0].map))]
        found["map"] += [map_figure(f"map-{at.round}", at.map, say("map-round", round=at.round)) for at in debrief.maps]
    if debrief.deals is not None and len(debrief.seats) > 1 and debrief.deals.front:
        found["deals"] = [charts.pair_plot(debrief, debrief.deals, charts.pair_of(debrief.deals))]
    if debrief.whatifs:
        found["whatif"] = [charts.whatif_bars(debrief, at, each) for at, each in enumerate(debrief.whatifs)]
    return found


def written(heading: str, parts: tuple[Section, ...], shown: dict[str, list[Markup]]) -> str:
    """A page of sections, each with its charts."""
    return _environment().get_template("page.html").render(
        language=LANGUAGE, title=heading, sections=parts, pictures=shown, patterns=charts.patterns(), grouped=grouped,
        say=say,
    )  # fmt: skip


def grouped(blocks: tuple[Block, ...]) -> list[tuple[str, list[Block]]]:
    """Blocks of one kind that follow each other, with the name of the kind for the template."""
    kinds = {str: "words", Items: "items", Grid: "grid", Sum: "sum"}
    return [(kinds[kind], list(run)) for kind, run in groupby(blocks, type)]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("summit_game.debrief.forms.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
