"""The clock: it measures only who has the machine, and says and forces the same wherever it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.engine.streams import Stream
from summit_game.plain.session import PlainSession
from summit_game.table import entry as kinds
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, PER_PHASE, STAND_IN, Clock, ClockRule
from summit_game.table.games_folder import Sitting, look, new_sitting, resume
from summit_game.table.journal import read
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from support import DECK

ANA, BEN, BOT = Sitter(("Ana",)), Sitter(("Ben",)), Sitter(bot="simple")
RULES = [ClockRule(per, 30, up) for per in (PER_DECISION, PER_PHASE) for up in (ANNOUNCE, ASK, STAND_IN)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "home"))


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def begun(time: Time, rule: ClockRule | None, *sitters: Sitter, seed: int = 3) -> Sitting:
    sitting = new_sitting(DECK, TableOptions(len(sitters)), seed, dict(enumerate(sitters)), talk_between=True)
    sitting.table.now = time
    if rule is not None:
        sitting.table.set_clock(Clock(rule, time))
    return sitting


def killed(sitting: Sitting, time: Time) -> Table:
    """The program is killed, and the game resumed."""
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    table = resume(sitting.id).table
    rule = table.clock
    assert rule is not None
    again = Clock(rule.rule, time)
    again.set(rule.left)
    table.now, table.clock = time, again
    table.keep_time()
    return table


def times_up(table: Table) -> int:
    return sum(entry.kind == kinds.TIME_UP for entry in table.history.entries)


def forced(table: Table) -> list[int]:
    """Seats for which a stand-in acted."""
    return [entry.seat for entry in table.history.entries if entry.by == "time"]


class Person:
    """What somebody writes at a plain game, and how long each line takes; every line that is read is kept."""

    def __init__(self, time: Time, *lines: tuple[float, str]) -> None:
        self.time, self.lines, self.said = time, list(lines), []

    def read(self, prompt: str) -> str:
        if not self.lines:
            raise EOFError
        seconds, line = self.lines.pop(0)
        self.time.now += seconds
        self.said.append(f"> {line}")
        return line

    def play(self, sitting: Sitting) -> str:
        people = {seat: str(each) for seat, each in sitting.table.sitters.items() if not each.bot}
        PlainSession(sitting.deck, sitting.table, people, self.read, self.said.append).run()
        return "\n".join(self.said)


@pytest.mark.fault("K7.1")
@pytest.mark.parametrize("rule", RULES)
def test_time_that_is_taken_away_beyond_zero_is_said_at_the_next_look(rule):
    time = Time()
    table = begun(time, rule, ANA, BEN).table
    table.extend(-40)
    assert times_up(table) == 0
    seat = table.person_due
    assert table.tick()
    assert times_up(table) == 1
    assert (seat in forced(table)) == (rule.on_time_up == STAND_IN)
    assert not table.tick()


@pytest.mark.fault("K7.1")
def test_plain_text_says_it_at_the_next_line():
    time = Time()
    ana = Person(time, (0, "facilitator time -40"), (1, "help"), (0, "quit"))
    sitting = begun(time, ClockRule(PER_DECISION, 30, STAND_IN), ANA, BOT)
    said = ana.play(sitting)
    assert "Time is up" in said.partition("> help")[2]
    assert forced(sitting.table)[0] == 0


@pytest.mark.fault("K7.2")
@pytest.mark.parametrize("rule", RULES)
def test_after_a_rewind_the_allowance_is_whole_and_its_end_is_said_again(rule):
    time = Time()
    table = begun(time, rule, ANA, BEN).table
    start = table.history.tip
    table.submit(0, table.view(0).legal()[0])
    time.now += 31
    assert table.tick()
    table.rewind(start)
    assert table.clock is not None
    assert table.clock.left == 30
    assert not table.tick()
    time.now += 31
    assert table.tick()
    assert times_up(table) == 2


@pytest.mark.fault("K7.2")
def test_plain_text_says_the_end_of_a_phase_again_after_a_rewind():
    time = Time()
    lines = [(0, ""), (0, "1"), (0, ""), (4, "help"), (0, "facilitator rewind 2"), (0, ""), (4, "help"), (0, "quit")]
    sitting = begun(time, ClockRule(PER_PHASE, 2), ANA, BEN)
    assert "Time is up" in Person(time, *lines).play(sitting)
    assert times_up(sitting.table) == 2


@pytest.mark.fault("K7.3")
def test_a_stand_in_acts_only_for_who_has_the_machine():
    time = Time()
    lines = [
        (0, ""),
        (0, "facilitator clock 5 decision stand-in"),
        (16, ""),
        (100, "facilitator"),
        (100, ""),
        (1, "quit"),
    ]
    sitting = begun(time, None, ANA, BEN, BOT)
    assert "Time is up" in Person(time, *lines).play(sitting)
    assert forced(sitting.table) == [0]
    assert times_up(sitting.table) == 1


@pytest.mark.fault("K7.3")
def test_who_gets_the_machine_late_has_the_whole_allowance():
    time = Time()
    sitting = begun(time, ClockRule(PER_DECISION, 20, STAND_IN), ANA, BEN, BOT)
    lefts = []

    class Watched(Person):
        def read(self, prompt: str) -> str:
            assert sitting.table.clock is not None
            lefts.append((sitting.table.person_due, sitting.table.clock.left, sitting.table.clock.running))
            return super().read(prompt)

    Watched(time, (50, ""), (5, "1"), (50, ""), (5, "1"), (0, "quit")).play(sitting)
    assert lefts[:4] == [(0, 20, False), (0, 20, True), (1, 20, False), (1, 20, True)]


@pytest.mark.fault("K7.4")
def test_a_kill_gives_no_time_back_and_a_look_is_no_entry():
    time = Time()
    sitting = begun(time, ClockRule(PER_DECISION, 150), ANA, BEN)
    entries = len(sitting.table.history.entries)
    for _ in range(27):
        time.now += 1
        sitting.table.tick()
    assert len(sitting.table.history.entries) == entries
    assert sitting.table.journal is not None
    contents = read(sitting.table.journal.path)
    assert (len(contents.lines), contents.damaged) == (entries + 1, 0)
    assert look(sitting.id).table.clock.left == 123
    table = killed(sitting, time)
    assert table.clock.left == pytest.approx(123, abs=0.5)
    table.submit(0, table.view(0).legal()[0])
    assert [entry.number for entry in table.history.entries] == list(range(len(table.history.entries)))


@pytest.mark.fault("K7.4")
def test_what_is_written_after_a_look_takes_its_place():
    time = Time()
    sitting = begun(time, ClockRule(PER_DECISION, 150), ANA, BEN)
    table = sitting.table
    for _ in range(3):
        time.now += 1
        table.tick()
        table.pause()
        table.go_on()
        table.note("n" * 300)
    assert table.journal is not None
    contents = read(table.journal.path)
    assert (len(contents.lines), contents.damaged) == (len(table.history.entries), 0)
    assert b'"look"' not in b"".join(contents.lines)


@pytest.mark.fault("K7.4")
def test_leaving_in_an_orderly_way_keeps_what_is_left():
    time = Time()
    sitting = begun(time, ClockRule(PER_DECISION, 150), ANA, BEN)
    time.now += 27.3
    sitting.table.leave()
    time.now += 100
    assert killed(sitting, time).clock.left == pytest.approx(122.7, abs=0.5)


@pytest.mark.fault("K7.1")
@pytest.mark.fault("K7.2")
@pytest.mark.fault("K7.3")
@pytest.mark.fault("K7.4")
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_whatever_happens_time_passes_only_for_a_person_with_the_machine_and_its_end_is_said(rule, seed):
    """A clock of our own runs beside the table's: it is simple, and knows no order of commands."""
    time, stream = Time(), Stream(seed, "time")
    sitting = begun(time, rule, ANA, BOT, BEN, seed=seed)
    table = sitting.table
    left, said = float(rule.seconds), times_up(table)
    for _ in range(100):
        seconds = stream.below(9)
        if table.person_due is not None and not table.paused and not table.unattended:
            left -= seconds
        time.now += seconds
        assert table.clock is not None
        assert table.clock.left == pytest.approx(left, abs=0.11)
        before, due = len(table.history.entries), table.person_due
        match stream.below(9):
            case 0 | 1 | 2:
                spent = left <= 0 and due is not None and (not table.unattended or rule.per == PER_PHASE)
                fresh = spent and not table.clock.announced
                told = table.tick()
                said += fresh
                assert times_up(table) == said
                assert told >= fresh
                if spent and rule.on_time_up == STAND_IN:
                    assert table.history.entries[before:][fresh].seat == due
                    assert table._late is None
                else:
                    assert not forced(table) or len(table.history.entries) == before + fresh
            case 3:
                (table.go_on if table.paused else table.pause)()
            case 4:
                table.attend(table.unattended)
            case 5:
                table.extend(stream.choice([-40, -10, 10, 60]))
            case 6:
                table.keep_look()
                seen = table.clock.left
                away = table.unattended
                table = killed(Sitting(sitting.id, sitting.deck, table), time)
                assert table.clock.left <= seen + 0.05
                table.attend(not away)
            case 7:
                places = [entry.number for entry in table.history.entries if table.history.has(entry.number)]
                table.rewind(stream.choice(places))
                assert table.clock.left == rule.seconds
            case _:
                if not table.paused and table.asks_now:
                    seat = table.asks_now[0]
                    if seat in table.bots:
                        table.bot_acts(seat)
                    else:
                        table.submit(seat, stream.choice(table.view(seat).legal()))
        left = table.clock.left
        if table.over:
            table.rewind(2)
            left = table.clock.left
