"""The adviser at a table: whether there is one, and what it says to a delegation, in words.

On by itself for a person alone; off if more people sit at the table, unless the table was begun with it or the
facilitator switches it on; never in a graded game.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from summit_game.bots.adviser import Advised, advice
from summit_game.bots.heard import Told
from summit_game.engine import actions as a
from summit_game.engine.notation import action_text
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.advice import Advice, Way
from summit_game.table.sitter import Sitter
from summit_game.words.names import Words, capital

KEY, GRADED = "adviser", "graded"
"""Where the head of a journal says whether delegations have an adviser, and that the game is graded."""


def advised(head: Mapping[str, Any]) -> bool | None:
    """What was chosen for a table: an adviser or none; None: only a person alone has one."""
    return False if head.get(GRADED) is True else head.get(KEY)


def extras(adviser: bool | None, graded: bool) -> dict[str, bool]:
    """What the head of a journal says of it; nothing if nothing was chosen."""
    if graded:
        return {GRADED: True}
    return {} if adviser is None else {KEY: adviser}


def alone(sitters: Iterable[Sitter]) -> bool:
    """Whether exactly one person sits at a table; a delegation of people without names counts as one."""
    return sum(max(1, len(each.people)) for each in sitters if not each.bot) == 1


def said(words: Words, view: View) -> Advice:
    """What the adviser says to the seat that a view asks."""
    found = advice(view)
    ways = tuple(Way(action_text(words.setting, each.action), _label(words, each), _why(words, each)) for each in found)
    return Advice(
        ways, say("adviser-one-move" if len(view.legal()) == 1 else "adviser-one-view") if len(ways) < 2 else ""
    )


def _label(words: Words, each: Advised) -> str:
    return capital(words.action(each.action))


def _why(words: Words, each: Advised) -> tuple[str, ...]:
    """The reason of the script, then what everybody knows of the mandates, then what was said in private."""
    lines = [each.why]
    inside, outside = words.who(each.inside), words.who(each.outside)
    if each.inside and each.outside:
        lines.append(say("adviser-mandates", inside=inside, outside=outside))
    elif each.inside or each.outside:
        lines.append(say("adviser-all-inside" if each.inside else "adviser-all-outside"))
    return (*lines, *(_told(words, one) for one in each.told))


def _told(words: Words, told: Told) -> str:
    who = words.seats[told.seat]
    if told.more is not None:
        issue, level = told.more
        return say("adviser-told-only", who=who, what=f"{words.setting.issue_ids[issue]} {level}")
    return say("adviser-told-yes" if told.kind == a.YES else "adviser-told-no", who=who)
