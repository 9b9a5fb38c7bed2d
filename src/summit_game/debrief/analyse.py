"""The debrief of a sitting: everything that can be said about it, as far as it may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from summit_game.debrief.board import Zone
from summit_game.debrief.ledger import ledger
from summit_game.debrief.maps import maps
from summit_game.debrief.model import ARCHIVE, PUBLIC, RESULTS, Act, Debrief, Sat
from summit_game.debrief.moments import tell_all
from summit_game.debrief.opening import opening
from summit_game.debrief.possible import possible
from summit_game.debrief.questions.case import Case
from summit_game.debrief.questions.deeds import about_deeds
from summit_game.debrief.questions.selection import questions
from summit_game.debrief.stories import followed, stories
from summit_game.debrief.turning import turning_points
from summit_game.debrief.words_and_deeds.tell import words_and_deeds
from summit_game.deck.models import Scenario
from summit_game.engine.board import NOBODY
from summit_game.engine.scenarios import fits, labels
from summit_game.engine.scoring import Score, scores, winners
from summit_game.engine.setting import ENDINGS, MINUS, PLUS
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import FACILITATOR, Entry
from summit_game.table.games_folder import Sitting
from summit_game.table.log import EVERYTHING, lines
from summit_game.table.pseudonyms import nameless, nameless_sitter
from summit_game.table.seatings import Seating, by_seat, played_by, seatings
from summit_game.table.sitter import Sitter
from summit_game.words.before import played_as
from summit_game.words.names import Words

STANDARD: Mapping[str, Sequence[str]] = {"variants": (), "without": ()}
"""What a table was played with whose journal does not say it."""


def analyse(sitting: Sitting, archive: bool = False, pseudonyms: bool = False) -> Debrief:
    """What there is to say about a sitting, over or not. Reads it and changes nothing in it.

    `archive`: the facilitator opens what was private, also of a game that goes on (their file is open to them anyway).
    `pseudonyms`: ids for people's names, nothing that a person typed, no reason of a bot that is not part of Summit.

    >>> debrief = analyse(sitting)
    >>> debrief.shown == RESULTS, len(debrief.scores), len(debrief.moments) > 20
    (True, 2, True)
    """
    table = sitting.table
    setting = table.setting
    words = Words(setting, sitting.deck)
    line = table.history.line()
    entries: Sequence[Entry] = table.history.entries
    sitters: Mapping[int, Sitter] = table.sitters
    if pseudonyms:
        line = [nameless(each, table.people) for each in line]
        entries = [nameless(each, table.people) for each in entries]
        sitters = {seat: nameless_sitter(each, table.people) for seat, each in sitters.items()}
    sat = seatings(entries, sitters, line)
    start = State(table.game, table.seed)
    over = any(each.stand[2] >= 0 for each in line[-1:])
    shown = ARCHIVE if archive else RESULTS if over else PUBLIC
    told = tell_all(words, line, start, shown, table.voices)
    state = told.state
    results = scores(state) if told.held else ()
    found = Debrief(
        id=sitting.id,
        deck=sitting.deck.deck.title,
        shown=shown,
        note=_note(sitting, over, archive),
        played_on=table.history.entries[0].at[:10],
        minutes=_minutes(table.history.entries),
        seats=words.seats,
        seat_ids=words.seat_ids,
        sitters=tuple(played_by(by_seat(sat)[seat]) for seat in setting.seats),
        sat=tuple(
            Sat(each.seat, str(each.sitter), each.sitter.people, each.first_round, each.last_round, each.decisions)
            for each in sat
        ),
        acts=_acts(words, entries, archive),
        issues=words.issues,
        issue_ids=words.issue_ids,
        level_titles=words.level_titles,
        track_names=tuple(each.name for each in setting.tracks),
        track_ranges=tuple((each.low, each.high) for each in setting.tracks),
        endings=tuple(each.title for each in setting.scenarios),
        ending_ids=ENDINGS,
        rounds=setting.options.rounds,
        last_round=state.round,
        ending=state.ending,
        in_force=state.in_force,
        verdict=_verdict(words, state, results),
        fits=fits(state),
        scores=results,
        winners=winners(state) if over and told.held and sitting.deck.deck.ranking else (),
        moments=told.moments,
        ledger=tuple(ledger(words, told.entries, told.moments, told.held)) if told.held else (),
        votes=tuple(told.book.votes),
        promises=tuple(told.book.promises),
        turning=turning_points(words, told.entries, told.moments, state.ending),
        deals=possible(state) if told.held else None,
        stories=stories(sitting.deck, state.text),
        questions=(),
        out_of_role=say("debrief-out-of-role"),
        followed=followed(sitting.deck) if over or sitting.table.ended else None,
        played_as=played_as(sitting.deck, table.history.entries[0].data.get("options", STANDARD)),
        words_and_deeds=words_and_deeds(words, told, shown),
        adviser=_asked_adviser(setting.seats, entries),
        maps=maps(words, told.ends),
        labels=_labels(words, state, results),
        core=tuple(at for at, each in enumerate(setting.issues) if each.core),
        capitals=tuple(told.book.capitals),
        zones=_zones(words),
        sides=(words.side(PLUS), words.side(MINUS)),
        you=_you(sat),
    )
    case = Case(words, told, found)
    return replace(
        found, questions=questions(words, told, found), word_questions=about_deeds(case), opening=opening(found)
    )


# --- who and when --------------------------------------------------------------------------------------------------


def _acts(words: Words, entries: Sequence[Entry], archive: bool) -> tuple[Act, ...]:
    """What the facilitator did; notes to one delegation are read with the archive open only."""
    reader = EVERYTHING if archive else NOBODY
    found = (
        Act(each.number, each.at, each.stand[0], each.kind, " ".join(lines(words, each, reader)))
        for each in entries
        if each.kind in FACILITATOR
    )
    return tuple(each for each in found if each.said)


def _asked_adviser(seats: Iterable[int], entries: Sequence[Entry]) -> tuple[int, ...]:
    """About how many decisions each delegation asked its adviser, on the line of play or not."""
    asked = [each.seat for each in entries if each.kind == kinds.ADVICE]
    return tuple(map(asked.count, seats))


def _you(sat: Sequence[Seating]) -> int:
    """The one seat for which people decided, if bots decided for all others; else -1."""
    held = {each.seat for each in sat if not each.sitter.bot and each.decisions}
    return next(iter(held)) if len(held) == 1 and len({each.seat for each in sat}) > 1 else -1


def _zones(words: Words) -> tuple[Zone, ...]:
    stands = words.setting.stands
    return tuple(
        Zone(each.id, each.name, each.box, tuple(side for side in (PLUS, MINUS) if stands[side][at]))
        for at, each in enumerate(words.deck.zones)
    )


def _minutes(entries: Sequence[Entry]) -> int:
    """Whole minutes between the first and the last move, pauses and nights between included."""
    moves = [each.at for each in entries if each.kind == kinds.MOVE]
    if not moves:
        return 0
    try:
        between = datetime.fromisoformat(moves[-1]) - datetime.fromisoformat(moves[0])
    except ValueError:
        return 0
    return max(0, int(between.total_seconds()) // 60)


# --- the head and the end ------------------------------------------------------------------------------------------


def _note(sitting: Sitting, over: bool, archive: bool) -> str:
    """What a reader should know first."""
    keys = ["damaged"] if sitting.damaged else []
    if not over:
        keys.append("ended" if sitting.table.ended else "there-not-over" if sitting.damaged else "not-over")
        keys += ["open"] if archive else []
    return " ".join(say(f"debrief-note-{each}") for each in keys)


def _verdict(words: Words, state: State, results: Sequence[Score]) -> tuple[str, ...]:
    """The ending as it was read out: its text, the labels it got and what follows from it."""
    if state.ending < 0:
        return ()
    scenario = _scenario(words, state)
    return (scenario.text, *_labels(words, state, results), scenario.aftermath)


def _labels(words: Words, state: State, results: Sequence[Score]) -> tuple[str, ...]:
    """The labels that the ending got, each with its meaning."""
    if state.ending < 0:
        return ()
    named = labels(state, state.ending, min(each.rating for each in results))
    return tuple(f"{each.title}: {each.text}" for each in _scenario(words, state).labels if each.title in named)


def _scenario(words: Words, state: State) -> Scenario:
    return next(each for each in words.deck.scenarios if each.kind == ENDINGS[state.ending])
