"""A debrief as one page for a browser: no script, nothing loaded from elsewhere, made to be printed too.

Three sizes (`sizes`): a sheet to hand out (two pages of A4), all pictures for a class (four), and everything, the rest
folded. The same debrief gives the same bytes. One file draws one picture; the style is `look/style.css`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from summit_game.debrief.forms.blocks import Section, cleaned
from summit_game.debrief.forms.page.deals import deals
from summit_game.debrief.forms.page.hero import hero
from summit_game.debrief.forms.page.ladder import ladder
from summit_game.debrief.forms.page.maps import maps
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.page.told import deeds, followed, history, more, out_of_role, questions
from summit_game.debrief.forms.page.votes import votes
from summit_game.debrief.forms.page.whatif import whatif
from summit_game.debrief.forms.page.worth import worth
from summit_game.debrief.forms.sections import title
from summit_game.debrief.forms.sizes import CLASS, FULL
from summit_game.debrief.model import Debrief

LANGUAGE = "en"


def page(debrief: Debrief, size: str = FULL) -> str:
    """The page of a debrief in one of the sizes."""
    debrief = cleaned(debrief)
    return _written(title(debrief), parts(debrief, size), hero(debrief), size)


def parts(debrief: Debrief, size: str) -> tuple[Part, ...]:
    """What stands in a page of this size, in order; the text of the debrief has been cleaned."""
    whole, pictures = size == FULL, size in (CLASS, FULL)
    made = [
        out_of_role(debrief),
        followed(debrief, whole),
        ladder(debrief, pictures),
        worth(debrief, 5 if pictures else 3),
        *((votes(debrief, whole), maps(debrief)) if pictures else ()),
        *((deals(debrief),) if pictures else ()),
        whatif(debrief),
        deeds(debrief) if whole else None,
        questions(debrief, debrief.questions[: 5 if pictures else 3], None if whole else 1, whole),
        *((history(debrief), more(debrief)) if whole else ()),
    ]
    return tuple(each for each in made if each is not None)


def written(heading: str, sections: Sequence[Section], pictures: Mapping[str, Markup]) -> str:
    """A page of plain sections, each with the picture that belongs to it, such as the comparison of tables."""
    made = [
        Part(
            each.key, each.title, each.title, (),
            pictures.get(each.key, Markup("")) + render("blocks.html", blocks=each.blocks), wide=True,
        )
        for each in sections
    ]  # fmt: skip
    return _written(heading, made, render("heading.html", heading=heading))


def _written(heading: str, made: Sequence[Part], opening: Markup, size: str = FULL) -> str:
    return str(render("shell.html", language=LANGUAGE, size=size, title=heading, parts=made, opening=opening)) + "\n"
