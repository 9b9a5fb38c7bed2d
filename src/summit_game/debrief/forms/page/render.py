"""How a page is put together: templates beside this file, and the parts that stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from summit_game.debrief.forms.blocks import Block, Grid, Items, Sum
from summit_game.language.catalogue import say
from summit_game.look import marks
from summit_game.look.sheet import sheet
from summit_game.words.names import capital


@dataclass(frozen=True)
class Part:
    """A section of a page: one question, answered by the first of the sentences `says`, and the picture beside it.

    `hint` says how the picture is read; `you` speaks to the one person at a table of bots. `wide`: printed over the
    whole width, with the heading above. `named`: what the line of links calls it.
    """

    key: str
    title: str
    named: str
    says: tuple[str, ...]
    body: Markup
    hint: str | Markup = ""
    you: str = ""
    wide: bool = False


def render(template: str, **values: object) -> Markup:
    """A template of this folder with its values; all text is escaped."""
    return Markup(_environment().get_template(template).render(say=say, **values))


def grouped(blocks: tuple[Block, ...]) -> list[tuple[str, list[Block]]]:
    """Blocks of one kind that follow each other, with the name of the kind for the template."""
    kinds = {str: "words", Items: "items", Grid: "grid", Sum: "sum"}
    return [(kinds[kind], list(run)) for kind, run in groupby(blocks, type)]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("summit_game.debrief.forms.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["capital"] = capital
    made.globals |= {"sheet": sheet, "grouped": grouped, "marks": marks}
    return made
