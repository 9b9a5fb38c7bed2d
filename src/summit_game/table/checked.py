"""Whether the entries of a journal fit together and fit their game: looked at when it is read, before anything uses it.

A journal with right checksums may come from anywhere. What passes here can be folded at every place, told and counted.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import isfinite
from typing import Any

from summit_game.engine.actions import DRAW, NO_MESSAGE_ACTION, ORDER, Action
from summit_game.engine.board import POSTURE
from summit_game.engine.fold import FOLDS
from summit_game.engine.notation import parse_action
from summit_game.engine.setting import Game, Setting
from summit_game.engine.state import State
from summit_game.table import entry as kinds
from summit_game.table.checked_events import EventCheck, Unsound
from summit_game.table.class_code import CLASS_CODE
from summit_game.table.clock import ClockRule
from summit_game.table.entry import CHANGES_GAME, GOES_BACK, Entry
from summit_game.table.history import History
from summit_game.table.injects import Inject
from summit_game.table.journal import FORMAT
from summit_game.table.journal_head import TITLES, edition_of
from summit_game.table.people import is_id
from summit_game.table.ratings import RATINGS, ratings_of
from summit_game.table.talk_between import KEY as TALK_BETWEEN
from summit_game.table.undo_rule import last_move
from summit_game.words.safe import NOTE_LENGTH

ALL_BEGUN = (kinds.HEAD, kinds.DECK, kinds.DEAL)
"""How every journal begins; none of these comes again."""
SECONDS = 10**9
SWITCHES = ("open_votes", "adviser", "graded", "voices", TALK_BETWEEN)
"""What the head may switch on for a table."""
HALTS = ("", "paused", "ended")
_TEXTS = ("kind", "at", "by", "action", "text", "why", "halt")


def check_form(entries: Iterable[Entry], format: int = FORMAT) -> None:  # noqa: A002  (as it is called everywhere)
    """Whether every field of every entry is of its kind, in a journal of this format. Raises `Unsound`."""
    for number, entry in enumerate(entries):
        _must(type(entry.number) is int and entry.number == number, entry, "number")
        for name in _TEXTS:
            _must(isinstance(getattr(entry, name), str), entry, name)
        _must(entry.kind in kinds.KINDS_OF[format], entry, "kind")
        _must(
            (entry.kind in ALL_BEGUN) == (number < 3) and (number > 2 or entry.kind == ALL_BEGUN[number]), entry, "kind"
        )
        _must(_is_moment(entry.at), entry, "at")
        _must(type(entry.seat) is int and type(entry.to) is int, entry, "seat")
        _must(entry.left is None or _is_number(entry.left), entry, "left")
        _must(len(entry.stand) == 3 and all(type(each) is int for each in entry.stand), entry, "stand")
        _must(entry.halt in HALTS, entry, "halt")
        _must(isinstance(entry.data, Mapping), entry, "data")
        _must(not entry.events or entry.kind in CHANGES_GAME, entry, "events")


def check_head(head: Mapping[str, Any]) -> None:
    """Whether the head has what is read of it, each of its kind. Raises `Unsound`."""
    texts = (head["id"], head["program"], head["commitment"], head["deck"]["id"], head["deck"]["title"])
    lists = (head["delegations"], head["options"]["variants"], head["options"]["without"])
    maps = (head["modules"], head.get("packages", {}), head.get(TITLES, {}))
    sound = (
        all(isinstance(each, str) for each in (*texts, head["deck"]["digest"], head["secret"]["salt"]))
        and all(_is_texts(each) for each in lists)
        and all(isinstance(each, dict) and _is_texts([*each, *each.values()]) for each in maps)
        and all(type(each) is int for each in (head["rounds"], head["options"]["seats"], head["secret"]["seed"]))
        and type(head["options"].get("set", 1)) is int
        and isinstance(head["sitters"], list)
        and all(map(_is_sitter, head["sitters"]))
        and _is_clock(head["clock"])
        and isinstance(head.get("table", ""), str)
        and type(edition_of(head)) is int
        and edition_of(head) >= 1
        and isinstance(head.get(CLASS_CODE, ""), str)
        and all(isinstance(head.get(each, False), bool) for each in SWITCHES)
    )
    if not sound:
        raise Unsound("the head")


def check_deck(deck_entry: Mapping[str, Any]) -> None:
    """Whether the deck is files with names and texts. Raises `Unsound`."""
    files = deck_entry["files"]
    if not isinstance(files, list) or not all(_is_texts(each) and len(each) == 2 for each in files):
        raise Unsound("the deck")


def check_sitters(entries: Iterable[Entry]) -> None:
    """Whether whoever sits down is one who can. Raises `Unsound`."""
    for entry in entries:
        _must(entry.kind != kinds.SIT or (entry.seat >= 0 and _is_sitter(entry.data)), entry, "data")


def check_game(game: Game, seed: int, entries: Sequence[Entry]) -> None:
    """Whether all of it can have happened in this game, on every line of play. Raises `Unsound`."""
    setting = game.setting
    head = entries[0].data
    names = [spec.name for spec in setting.seat_specs]
    _must(len(head["sitters"]) == len(head["delegations"]) == len(names), entries[0], "delegations")
    _must(head["rounds"] == setting.options.rounds, entries[0], "rounds")
    possible = EventCheck(game)
    history = History()
    wanted = {entry.to for entry in entries if entry.kind in GOES_BACK}
    state = State(game, seed)
    states: dict[int, State] = {}
    """Places to which the game goes back -> how it stood there."""
    for entry in entries:
        _must(-1 <= entry.seat < len(setting.seats), entry, "seat")
        _check_kind(setting, history, entry, state.phase)
        if entry.kind in GOES_BACK:
            state = _copied(states[entry.to])
        try:
            for event in entry.events:
                possible.happened(state, event)
                FOLDS[type(event)](state, event)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise Unsound(f"entry {entry.number}: {error}") from error
        _must(entry.stand == (state.round, state.phase, state.ending), entry, "stand")
        _must(RATINGS not in entry.data or entry.data[RATINGS] == ratings_of(state), entry, "data")
        history.add(entry)
        if entry.number in wanted and entry.kind in CHANGES_GAME:
            states[entry.number] = _copied(state)


def _check_kind(setting: Setting, history: History, entry: Entry, phase: int) -> None:
    """What is asked of one kind of entry, in the phase before it."""
    data = entry.data
    match entry.kind:
        case kinds.MOVE:
            _must(entry.seat >= 0, entry, "seat")
            try:
                action = parse_action(setting, entry.action)
            except ValueError:
                _must(False, entry, "action")
            else:
                _must(entry.by != kinds.BY_TABLE or _is_tables(action, phase), entry, "by")
            _must(isinstance(data.get("id", ""), str), entry, "data")
        case kinds.UNDO:
            alone = data.get("alone", False)
            _must(type(alone) is bool and entry.seat >= 0, entry, "data")
            number = last_move(history, entry.seat) if alone else None
            last = history.last()[:1] if number is None else [history.entries[number]]
            undone = any(each.kind == kinds.MOVE and history.before(each.number) == entry.to for each in last)
            _must(undone, entry, "to")
        case kinds.REDO:
            _must(history.redo_to == entry.to and entry.seat >= 0, entry, "to")
        case kinds.REWIND:
            _must(history.has(entry.to), entry, "to")
        case kinds.QUEUE:
            _must(set(data) == set(Inject._fields) and all(type(each) is int for each in data.values()), entry, "data")
            queued = Inject(**data)
            _must(0 <= queued.card < len(setting.events) and -1 <= queued.seat < len(setting.seats), entry, "data")
            _must(0 < queued.round <= setting.options.rounds, entry, "data")
        case kinds.UNQUEUE:
            _must(_is_queued(history, entry.to), entry, "to")
        case kinds.INJECT:
            _must("queued" not in data or _is_queued(history, data["queued"]), entry, "data")
            _must(type(data.get("twice", True)) is bool, entry, "data")
        case kinds.SAY | kinds.MESSAGE:
            _must(entry.seat >= 0 and bool(entry.text) and len(entry.text) <= NOTE_LENGTH, entry, "text")
            _must(_are_others(setting, entry.seat, data["to"]), entry, "data")
        case kinds.ADVICE:
            _must(entry.seat >= 0, entry, "seat")
            _must(isinstance(data["question"], str), entry, "data")
        case kinds.ADVISER:
            _must(type(data["on"]) is bool, entry, "data")
        case kinds.OPTION:
            _must(set(data) == {TALK_BETWEEN} and type(data[TALK_BETWEEN]) is bool, entry, "data")
        case kinds.CLOCK:
            _must(bool(entry.text) or _is_clock(data), entry, "data")
    if entry.kind in CHANGES_GAME:
        _must(data.get("had") is None or _is_number(data["had"]), entry, "data")


def _is_tables(action: Action, phase: int) -> bool:
    """Whether the table may do this for a person: no message (R19.1), or the withdrawal that is left (R9.10)."""
    draws = action.verb == ORDER and action.args[0] == DRAW
    return action == NO_MESSAGE_ACTION or (phase == POSTURE and draws)


def _must(fits: bool, entry: Entry, what: str) -> None:
    if not fits:
        raise Unsound(f"{what} of entry {str(entry.number)[:20]}")


def _is_moment(text: str) -> bool:
    try:
        return len(text) <= 40 and 1970 <= datetime.fromisoformat(text).year < 9999
    except ValueError:
        return False


def _is_number(value: object) -> bool:
    return type(value) in (int, float) and abs(value) < SECONDS and isfinite(value)  # type: ignore[arg-type]


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_sitter(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    ids = value.get("ids", [])
    who = _is_texts(value.get("people", [])) and isinstance(ids, list) and all(map(is_id, ids))
    return isinstance(value.get("bot", ""), str) and who


def _is_clock(value: object) -> bool:
    """Whether this is what a `ClockRule` writes, or nothing."""
    if not isinstance(value, Mapping):
        return False
    try:
        texts = all(isinstance(value[name], str) for name in ("per", "on_time_up")) if value else True
        return not value or (texts and type(value["seconds"]) is int and bool(ClockRule(**value)))
    except (KeyError, TypeError, ValueError):
        return False


def _is_queued(history: History, number: object) -> bool:
    if type(number) is not int or not 0 <= number < len(history.entries):
        return False
    return history.entries[number].kind == kinds.QUEUE


def _are_others(setting: Setting, seat: int, to: object) -> bool:
    if not isinstance(to, list) or not all(type(each) is int and each in setting.seats for each in to):
        return False
    return seat not in to and len(set(to)) == len(to)


def _copied(state: State) -> State:
    """The same state once more; game, rules and setting are shared, as they never change."""
    shared: list[Any] = [state.game, state.setting, state.rules]
    return copy.deepcopy(state, {id(each): each for each in shared})
