"""The section *Words and deeds* as data: who said what to whom, what was agreed and kept, and what answers were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summit_game.debrief.model import ARCHIVE
from summit_game.debrief.moments import Told
from summit_game.debrief.words_and_deeds import rows
from summit_game.debrief.words_and_deeds.exchanges import Heard, Run, listen
from summit_game.debrief.words_and_deeds.judging import mark, points_of_act, together
from summit_game.debrief.words_and_deeds.rows import PairRow, SeenRow, Understanding, WordsAndDeeds
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT
from summit_game.engine.talk import agreed_to, other, terms, word
from summit_game.words.names import Words
from summit_game.words.spoken import act_in_words, quoted, said_in_words

QUESTIONS = (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND)
CLAIMS = (a.SAY_NEED, a.SAY_FREE, a.ALL_NEED, a.ALL_FREE)
_SAYS_NOTHING = (a.DECLINE,)
_STANDS = {KEPT: rows.KEPT, BROKEN: rows.BROKEN, GONE: rows.WITHDRAWN}


def words_and_deeds(words: Words, told: Told, shown: str) -> WordsAndDeeds | None:
    """What there is to say about talk, as far as `shown` allows; None if the game is played without it."""
    if not words.setting.options.talk:
        return None
    heard = listen(told.entries, told.moments, shown)
    runs = [each for each in heard.runs if each.exchange.said] if heard.all_told else []
    opened = shown == ARCHIVE
    return WordsAndDeeds(
        heard=heard.all_told,
        messages=len(heard.runs),
        pairs=tuple(_pairs(words, heard)),
        understandings=tuple(_understanding(words, told, each, opened) for each in runs if _agreed(each)),
        answers=tuple(_answer(words, told, each, opened) for each in runs if each.kind in QUESTIONS and each.answer),
        warnings=tuple(_warning(words, each) for each in runs if each.kind == a.WARN),
        seen=tuple(_seen(words, told, *each) for each in heard.seen),
    )


def _agreed(run: Run) -> bool:
    return run.kind == a.OFFER and agreed_to(run.exchange)


def _said(words: Words, said: Sequence[int]) -> str:
    return said_in_words(words, Action(said[0], tuple(said[1:])))


# --- pairs ---------------------------------------------------------------------------------------------------------


def _pairs(words: Words, heard: Heard) -> Iterator[PairRow]:
    """A row for each two between whom anything went, in the direction in which it went."""
    counts: Counter[tuple[str, int, int]] = Counter()
    for run in heard.runs:
        counts.update(_counted(run))
    for _, event in heard.seen:
        match event:
            case ev.UnderstandingKept(seat, to):
                counts.update((("both_kept", seat, to), ("both_kept", to, seat)))
            case ev.WordShown(_, seat, to):
                counts["accused", to, seat] += 1
    for seat, to in sorted({each[1:] for each in counts}, key=lambda pair: (pair[0], pair[1] < 0, pair[1])):
        sent, both_kept, accused = (counts[name, seat, to] for name in ("sent", "both_kept", "accused"))
        asked, told, offered, agreed, kept, broken = (
            counts[name, seat, to] if heard.all_told else None
            for name in ("asked", "told", "offered", "agreed", "kept", "broken")
        )
        yield PairRow(seat, to, sent, asked, told, offered, agreed, kept, broken, both_kept, accused)


def _counted(run: Run) -> Iterator[tuple[str, int, int]]:
    """What an exchange counts as, for whom towards whom."""
    exchange = run.exchange
    there, back = (exchange.seat, exchange.to), (exchange.to, exchange.seat)
    yield "sent", *there
    if run.kind in QUESTIONS:
        yield "asked", *there
        if run.answer and run.answer[0] not in _SAYS_NOTHING:
            yield "told", *back
    elif run.kind in CLAIMS:
        yield "told", *there
    elif run.kind == a.OFFER:
        yield "offered", *there
        if _agreed(run):
            yield "agreed", *there
            yield "agreed", *back
    if run.kind in (a.OFFER, a.SOUND):
        for seat in there:
            stands = {KEPT: "kept", BROKEN: "broken"}.get(word(exchange, seat))
            if stands:
                yield stands, seat, other(exchange, seat)


# --- what was said -------------------------------------------------------------------------------------------------


def _understanding(words: Words, told: Told, run: Run, opened: bool) -> Understanding:
    exchange, setting = run.exchange, words.setting
    acts = terms(exchange)
    held = told.held if opened else ()
    give, get = (points_of_act(setting, each, run, told.book.votes, held) if held else None for each in acts)
    ours, theirs = (_STANDS.get(each, rows.OPEN) for each in exchange.words)
    return Understanding(
        moment=run.answered,
        round=exchange.round,
        seat=exchange.seat,
        to=exchange.to,
        give=act_in_words(words, acts[0]),
        get=act_in_words(words, acts[1]),
        stands=(ours, theirs),
        give_points=give,
        get_points=get,
        points=together(setting, acts, (give, get)),
    )


def _answer(words: Words, told: Told, run: Run, opened: bool) -> rows.AnswerRow:
    exchange = run.exchange
    return rows.AnswerRow(
        moment=run.answered,
        round=exchange.round,
        seat=exchange.to,
        to=exchange.seat,
        question=_said(words, exchange.said),
        answer=_said(words, exchange.answers[-1]),
        mark=mark(words.setting, run, told.book.votes, told.held) if opened else "",
    )


def _warning(words: Words, run: Run) -> rows.WarningRow:
    exchange = run.exchange
    said = _said(words, exchange.said)
    return rows.WarningRow(run.moment, exchange.round, exchange.seat, exchange.to, said, became(run))


def became(run: Run) -> str:
    """What became of a warning: `rows` has the outcomes."""
    warner, warned = run.exchange.words
    if run.withdrawn:
        return rows.WITHDRAWN
    if warned == GONE:
        return rows.HEEDED
    if warned != DONE:
        return rows.OPEN
    return {KEPT: rows.CARRIED_OUT, BROKEN: rows.EMPTY, GONE: rows.NO_OCCASION}.get(warner, rows.OPEN)


def _seen(words: Words, told: Told, at: int, event: ev.Event) -> SeenRow:
    round_ = told.moments[at].round
    match event:
        case ev.UnderstandingKept(seat, to):
            return SeenRow(at, round_, rows.BOTH_KEPT, seat, to, "")
        case ev.WordShown(_, seat, to, said, answers):
            return SeenRow(at, round_, rows.ACCUSED, to, seat, quoted(words, said, *answers))
        case ev.ShadingSeen(_, seat, to):
            return SeenRow(at, round_, rows.WITHOUT_LEVEL, seat, to, "")
    raise ValueError(event)
