"""Delegations that speak: the same for every reader and replay, made from what all see, and never for a person."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions
from summit_game.deck.model_voice import OCCASIONS
from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY
from summit_game.engine.events import face
from summit_game.table import games_folder
from summit_game.table.entry import Entry
from summit_game.table.games_folder import Sitting, again, look, new_sitting
from summit_game.table.log import EVERYTHING, lines, told
from summit_game.table.replay import Replay
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.voices import KEY, Voices
from summit_game.words.hearing import Reaction, Reason, Said, hear, silence
from summit_game.words.names import Words
from support import DECK, SECOND_DECK, with_talk

KINDS = ("hardliner:2", "cooperator:2", "opportunist:2", "by-the-book:2", "bridge-builder:2", "salami-slicer:2")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game(
    seed: int, seats: int = 4, deck: Path = DECK, person: int | None = 0, without: tuple[str, ...] = (), **how: bool
) -> Sitting:
    """A whole game of bots; a person's seat, if there is one, is decided for by a bot outside the table."""
    kinds = [Sitter(bot=KINDS[(seed + at) % len(KINDS)]) for at in range(seats)]
    sitters = {at: PERSON if at == person else kind for at, kind in enumerate(kinds)}
    sitting = new_sitting(deck, TableOptions(seats, (), without), seed, sitters, **how)
    finish(sitting, person)
    return sitting


played = cache(a_game)
"""The same for tests that only read it."""


def finish(sitting: Sitting, person: int | None = 0) -> None:
    table = sitting.table
    if not table.history.has(0) and table.history.tip < 0:
        table.start()
    mind = maker("by-the-book:2")(table.seed, table.setting.seat_ids[person or 0])
    while (seat := table.waiting_person()) is not None:
        table.submit(seat, mind.decide(table.view(seat)).action)
    assert table.over


def said(sitting: Sitting) -> Iterator[tuple[Entry, int, Said]]:
    """Everything that is said by itself: about which entry, after which of its events."""
    for entry in sitting.table.history.line():
        for at, each in sitting.table.voices.after(entry).items():
            for one in each:
                yield entry, at, one


@pytest.mark.parametrize(("seed", "seats", "deck"), [(1, 4, DECK), (2, 6, DECK), (3, 2, SECOND_DECK)])
def test_nothing_but_the_public_side_of_events_goes_in(seed: int, seats: int, deck: Path) -> None:
    """The whole of what is said comes again from the faces of the events alone."""
    sitting = played(seed, seats, deck)
    setting = sitting.table.setting
    heard, again_said = silence(setting), []
    for entry in sitting.table.history.line():
        for at, event in enumerate(entry.events):
            seen = face(event, NOBODY)
            if seen is not None:
                heard, found = hear(setting, heard, seen, sitting.table.voices.programs(entry.number))
                again_said += [(entry, at, each) for each in found]
    assert again_said == list(said(sitting))
    assert again_said


@pytest.mark.parametrize(("seed", "seats", "deck"), [(4, 4, DECK), (5, 2, SECOND_DECK)])
def test_private_things_change_nothing_of_it(seed: int, seats: int, deck: Path) -> None:
    """With every private part of the events put out of the way, the same is said."""
    sitting = a_game(seed, seats, deck)
    history = sitting.table.history
    voices = Voices(sitting.table.setting, history)
    before = list(said(sitting))
    for entry in list(history.entries):
        seen = tuple(each for each in (face(event, NOBODY) for event in entry.events) if each is not None)
        history.entries[entry.number] = replace(entry, events=seen, why="")
    after = [one for entry in history.line() for each in voices.after(entry).values() for one in each]
    assert after == [one for _, _, one in before]
    assert after


@pytest.mark.parametrize(("seed", "seats", "deck"), [(6, 4, DECK), (3, 2, SECOND_DECK)])
def test_every_reader_is_told_the_same(seed: int, seats: int, deck: Path) -> None:
    sitting = played(seed, seats, deck)
    table, words = sitting.table, Words(sitting.table.setting, sitting.deck)
    for entry in table.history.entries:
        heard = {
            reader: [line for event, line in told(words, entry, reader, table.voices) if isinstance(event, Said)]
            for reader in (EVERYTHING, NOBODY, *table.setting.seats)
        }
        assert len(set(map(tuple, heard.values()))) == 1


def test_at_most_one_reaction_a_delegation_and_round_and_none_of_a_person() -> None:
    for seed, seats, deck in ((1, 4, DECK), (2, 6, DECK), (3, 2, SECOND_DECK), (6, 4, DECK)):
        sitting = played(seed, seats, deck)
        rounds, now = Counter[tuple[int, int]](), 0
        for entry in sitting.table.history.line():
            spoken = sitting.table.voices.after(entry)
            for at, event in enumerate(entry.events):
                now = event.round if isinstance(event, ev.RoundBegan) else now
                rounds.update((now, one.seat) for one in spoken.get(at, ()) if isinstance(one, Reaction))
        assert rounds
        assert max(rounds.values()) == 1
        assert all(one.seat != 0 for _, _, one in said(sitting))


def test_every_objection_of_a_bot_has_one_reason() -> None:
    """Either a level that it named (R4.8) or one line; people give their own, or none."""
    for seed, seats, deck in ((1, 4, DECK), (2, 6, DECK), (3, 2, SECOND_DECK), (8, 3, DECK)):
        sitting = played(seed, seats, deck)
        due: list[int] = []
        objections = 0
        for entry in sitting.table.history.line():
            spoken = sitting.table.voices.after(entry)
            for at, event in enumerate(entry.events):
                if isinstance(event, ev.VotesShown):
                    assert due == []
                    due = [seat for seat in event.objectors if seat != 0]
                    objections += len(due)
                if isinstance(event, ev.ReasonGiven) and event.changes and event.seat in due:
                    due.remove(event.seat)
                for one in spoken.get(at, ()):
                    if isinstance(one, Reason):
                        due.remove(one.seat)
        assert due == []
        assert objections


def test_reasons_are_true_of_the_public_mat() -> None:
    kinds = Counter[str]()
    for seed, seats, deck in ((1, 4, DECK), (2, 6, DECK), (3, 2, SECOND_DECK), (8, 3, DECK), (6, 4, DECK)):
        sitting = played(seed, seats, deck)
        specs = sitting.table.setting.seat_specs
        for _, _, one in said(sitting):
            if isinstance(one, Reason):
                kinds[one.kind] += 1
                issue, level = one.change
                out, red = specs[one.seat].out[issue][max(0, level)], specs[one.seat].red[issue][max(0, level)]
                assert (one.kind == "red-line") <= red
                assert (one.kind in ("mandate", "leaves")) <= (out > 0)
                assert (one.kind == "again") <= (one.times >= 3)
    assert {"mandate", "reopens", "leaves"} <= set(kinds)


def test_it_is_told_again_from_the_journal_and_after_a_rewind() -> None:
    sitting = a_game(9)
    words = Words(sitting.table.setting, sitting.deck)
    live = [lines(words, each, NOBODY, sitting.table.voices) for each in sitting.table.history.entries]
    read = look(sitting.id)
    assert [lines(words, each, NOBODY, read.table.voices) for each in read.table.history.entries] == live
    steps = Replay(read, NOBODY)
    assert any("“" in line for step in range(len(steps.steps)) for line in steps.lines(step))
    middle = sitting.table.history.line()[60]
    ahead = [one for entry, _, one in said(sitting) if entry.number <= middle.number]
    sitting.table.rewind(middle.number)
    assert [one for _, _, one in said(sitting)] == ahead
    finish(sitting)
    fresh = Voices(sitting.table.setting, sitting.table.history)
    kept = [sitting.table.voices.after(each) for each in sitting.table.history.entries]
    assert [fresh.after(each) for each in sitting.table.history.entries] == kept


_ASKED = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from test_voices import a_game
from summit_game.table.log import lines
from summit_game.words.names import Words
sitting = a_game(3, 2, Path({deck!r}))
words = Words(sitting.table.setting, sitting.deck)
for entry in sitting.table.history.entries:
    print(*lines(words, entry, -2, sitting.table.voices), sep=chr(10))
"""


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    here = Path(__file__).parent
    run = _ASKED.format(tests=str(here), deck=str(SECOND_DECK))
    written = []
    for seed in ("0", "1"):
        kept = {"PYTHONHASHSEED": seed, "SUMMIT_DATA_DIR": str(tmp_path / seed), "PYTHONPATH": str(here.parent)}
        done = subprocess.run([sys.executable, "-c", run], env=os.environ | kept, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        written.append(done.stdout)
    assert written[0] == written[1]
    assert "“" in written[0]


def test_nobody_speaks_in_the_voice_of_the_deck_where_the_table_wants_none() -> None:
    with_lines, without = a_game(10), a_game(10, voices=False)
    assert with_lines.table.state.digest() == without.table.state.digest(), "the game is the same"
    assert any(isinstance(one, Reaction) for _, _, one in said(with_lines))
    reasons = [one for _, _, one in said(with_lines) if isinstance(one, Reason)]
    assert [one for _, _, one in said(without)] == reasons
    words = Words(without.table.setting, without.deck)
    quiet = [line for each in without.table.history.entries for line in lines(words, each, 0, without.table.voices)]
    assert not any("“" in line for line in quiet)
    assert again(without, 11).table.history.entries[0].data[KEY] is False
    assert again(with_lines, 11).table.history.entries[0].data[KEY] is True


def test_a_game_of_before_there_were_voices_is_told_as_it_was() -> None:
    sitting = a_game(12)
    history = sitting.table.history
    head = history.entries[0]
    history.entries[0] = replace(head, data={key: value for key, value in head.data.items() if key != KEY})
    voices = Voices(sitting.table.setting, history)
    words = Words(sitting.table.setting, sitting.deck)
    for entry in history.entries:
        assert voices.after(entry) == {}
        assert lines(words, entry, 0, voices) == lines(words, entry, 0)


def test_who_takes_a_seat_over_speaks_for_itself_from_then_on() -> None:
    sitting = a_game(13)
    table = sitting.table
    spoken = list(said(sitting))
    place = spoken[len(spoken) // 2][0].number
    table.rewind(place)
    for seat in table.setting.seats:
        table.sit(seat, PERSON)
    minds = {seat: maker("by-the-book:2")(table.seed, table.setting.seat_ids[seat]) for seat in table.setting.seats}
    while (asked := table.waiting_person()) is not None:
        table.submit(asked, minds[asked].decide(table.view(asked)).action)
    assert table.over
    assert list(said(sitting)) == [each for each in spoken if each[0].number <= place] != []


def test_each_occasion_of_a_reaction_comes_in_games() -> None:
    seen = Counter[str]()
    for seed, seats, deck in ((1, 4, DECK), (2, 6, DECK), (3, 2, SECOND_DECK), (8, 3, DECK), (6, 4, DECK)):
        seen.update(one.kind for _, _, one in said(played(seed, seats, deck)) if isinstance(one, Reaction))
    assert set(seen) >= {"build_up", "near", "signed", "failed", "repeat", "step"}, seen
    assert set(seen) <= set(OCCASIONS)


# --- talk (R19) ----------------------------------------------------------------------------------------------------


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Games begin with talk between the delegations, which the shipped decks leave out."""
    real = games_folder.playable
    monkeypatch.setattr(games_folder, "playable", lambda path: (with_talk((found := real(path))[0]), *found[1:]))


def test_talk_is_coloured_and_told_in_full(talk: None) -> None:
    sitting = a_game(1)
    table, words = sitting.table, Words(sitting.table.setting, sitting.deck)
    coloured = Counter[str]()
    for entry in table.history.entries:
        plain = lines(words, entry, 0)
        spoken = [(event, line) for event, line in told(words, entry, 0, table.voices) if not isinstance(event, Said)]
        assert len(plain) == len(spoken)
        for (event, line), bare in zip(spoken, plain, strict=True):
            if line == bare:
                continue
            assert isinstance(event, ev.MessageSent | ev.AnswerGiven)
            assert event.seat != 0, "nothing is put into the mouth of a person"
            before, _, after = line.partition("“")
            flavour, _, fact = after.partition("” – ")
            assert before + fact == bare
            assert flavour in [text for each in voice_of(words, event.seat) for text in each.text]
            coloured[type(event).__name__] += 1
    assert coloured["MessageSent"]
    assert coloured["AnswerGiven"]


def voice_of(words: Words, seat: int) -> tuple:
    return words.delegations[words.seat_ids[seat]].voice


def test_who_does_not_hear_a_message_does_not_hear_how_it_was_said(talk: None) -> None:
    sitting = a_game(2, person=None)
    table, words = sitting.table, Words(sitting.table.setting, sitting.deck)
    hidden = 0
    for entry in table.history.entries:
        for event in entry.events:
            if isinstance(event, ev.MessageSent | ev.AnswerGiven) and event.to != NOBODY:
                for reader in {NOBODY, *table.setting.seats} - {event.seat, event.to}:
                    hidden += 1
                    heard = [line for one, line in told(words, entry, reader, table.voices) if one == event]
                    assert not any("“" in line for line in heard)
    assert hidden


def test_reasons_and_reactions_do_without_talk(talk: None) -> None:
    """They are no acts of R19."""
    sitting = a_game(1, without=("talk",))
    assert not sitting.table.setting.options.talk
    assert {type(one) for _, _, one in said(sitting)} == {Reason, Reaction}
