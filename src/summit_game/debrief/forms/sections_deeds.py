"""The section *Words and deeds*: who said what to whom, what was agreed and kept, and what answers were (R19)."""

from __future__ import annotations

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section
from summit_game.debrief.forms.sections_lead import put
from summit_game.debrief.model import Debrief
from summit_game.debrief.words_and_deeds.rows import PairRow, WordsAndDeeds
from summit_game.language.catalogue import say
from summit_game.words.names import capital, signed

NO_POINTS = "–"


def words_and_deeds(debrief: Debrief) -> Section:
    """What was said and what was done; while the archive is closed, only what all saw. Empty without talk."""
    found = debrief.words_and_deeds
    if found is None:
        return Section("words-and-deeds", "", ())
    blocks: list[Block] = [say("debrief_talk-messages", count=found.messages)]
    if not found.heard:
        blocks.append(say("debrief_talk-closed"))
    makers = (_pairs, _understandings, _answers, _warnings, _seen)
    blocks += [block for make in makers for block in make(debrief, found)]
    blocks += put(debrief, debrief.word_questions)
    return Section("words-and-deeds", say("debrief_talk-title"), tuple(blocks))


def _head(columns: str) -> tuple[str, ...]:
    return tuple(say(f"debrief_talk-column-{each}") for each in columns.split())


def _whom(debrief: Debrief, to: int) -> str:
    return debrief.seats[to] if to >= 0 else say("debrief_talk-all")


def _pairs(debrief: Debrief, found: WordsAndDeeds) -> list[Block]:
    if not found.pairs:
        return []
    private = ("asked", "told", "offered", "agreed", "kept", "broken") if found.heard else ()
    columns = ("sent", *private, "both_kept", "accused")
    rows = tuple(
        (_from_to(debrief, each), *(str(getattr(each, name) or "") for name in columns)) for each in found.pairs
    )
    return [Grid(say("debrief_talk-grid-pairs"), _head(f"pair {' '.join(columns)}"), rows)]


def _from_to(debrief: Debrief, row: PairRow) -> str:
    return say("debrief_talk-pair", who=debrief.seats[row.seat], to=_whom(debrief, row.to))


def _understandings(debrief: Debrief, found: WordsAndDeeds) -> list[Block]:
    if not found.understandings:
        return []
    known = any(each.points is not None for each in found.understandings)
    rows = []
    for each in found.understandings:
        stands = tuple(say(f"debrief_talk-stands-{how}") for how in each.stands)
        row = (
            capital(debrief.at(each.moment)), debrief.seats[each.seat], capital(each.give), stands[0],
            debrief.seats[each.to], capital(each.get), stands[1],
        )  # fmt: skip
        worth = map(signed, each.points) if each.points is not None else (NO_POINTS, NO_POINTS)
        rows.append((*row, *worth) if known else row)
    columns = "moment one gives its-word other gets other-word" + (" worth-one worth-other" if known else "")
    moments = tuple(each.moment for each in found.understandings)
    grid = Grid(say("debrief_talk-grid-understandings"), _head(columns), tuple(rows), moments)
    return [say("debrief_talk-worth-how"), grid] if known else [grid]


def _answers(debrief: Debrief, found: WordsAndDeeds) -> list[Block]:
    if not found.answers:
        return []
    judged = any(each.mark for each in found.answers)
    rows = []
    for each in found.answers:
        row = (
            capital(debrief.at(each.moment)), debrief.seats[each.to], capital(each.question),
            debrief.seats[each.seat], capital(each.answer),
        )  # fmt: skip
        rows.append((*row, say(f"debrief_talk-mark-{each.mark}")) if judged else row)
    moments = tuple(each.moment for each in found.answers)
    columns = "moment asked-by question answered-by answer" + (" mark" if judged else "")
    grid = Grid(say("debrief_talk-grid-answers"), _head(columns), tuple(rows), moments)
    return [say("debrief_talk-mark-how"), grid] if judged else [grid]


def _warnings(debrief: Debrief, found: WordsAndDeeds) -> list[Block]:
    if not found.warnings:
        return []
    rows = tuple(
        (
            capital(debrief.at(each.moment)), debrief.seats[each.seat], debrief.seats[each.to], capital(each.words),
            say(f"debrief_talk-warning-{each.outcome}"),
        )
        for each in found.warnings
    )  # fmt: skip
    moments = tuple(each.moment for each in found.warnings)
    return [Grid(say("debrief_talk-grid-warnings"), _head("moment by to words became"), rows, moments)]


def _seen(debrief: Debrief, found: WordsAndDeeds) -> list[Block]:
    if not found.seen:
        return []
    items = tuple(
        say(
            f"debrief_talk-seen-{each.kind}",
            at=capital(debrief.at(each.moment)),
            who=debrief.seats[each.seat],
            to=debrief.seats[each.to],
            words=each.words.rstrip("."),
        )
        for each in found.seen
    )
    return [Items(items, say("debrief_talk-seen"), moments=tuple(each.moment for each in found.seen))]
