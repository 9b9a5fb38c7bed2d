"""What is typed at a command is taken as it is written, or refused in one sentence: nothing is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from summit_game.cli.exits import Complaint
from summit_game.cli.seating import clock_rule, seat_plan
from summit_game.console.console import Console
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.many.simulate import seat_kinds
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, STAND_IN
from summit_game.table.course import Course
from summit_game.table.games_folder import new_sitting
from summit_game.table.sitter import MOST_PEOPLE, Sitter, people_of
from summit_game.words.safe import NAME_LENGTH
from support import DECK, game_of

SEATS = ("RU", "US", "UA")
FIFTEEN = "abcdefghijklmno"


def refused(*texts: str) -> str:
    with pytest.raises(SetupError) as told:
        seat_plan(SEATS, texts)
    assert "\n" not in str(told.value)
    return str(told.value)


@pytest.mark.fault("K10.1")
@pytest.mark.parametrize("count", [1, MOST_PEOPLE, MOST_PEOPLE + 1, 15])
def test_every_name_sits_or_none(count: int) -> None:
    text = f"RU=human:{','.join(FIFTEEN[:count])}"
    if count <= MOST_PEOPLE:
        assert seat_plan(SEATS, [text])[0].people == tuple(FIFTEEN[:count])
    else:
        assert f"{count} people are too many" in refused(text)


@pytest.mark.fault("K10.1")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("n" * (NAME_LENGTH + 1), "too long"),
        ("A\x1b[31mna", "no screen shows"),
        ("A\u202ena", "no screen shows"),
        ("\udcff", "no screen shows"),
        ("\u200c", "no screen shows"),
        ('"Ana', "cannot be read as names"),
        ('"Ana" Ben', "cannot be read as names"),
    ],
)
def test_a_name_is_kept_whole_or_refused(name: str, why: str) -> None:
    assert why in refused(f"RU=human:Ben,{name}")


@pytest.mark.parametrize(
    "name", ["n" * NAME_LENGTH, "Zoë", "O'Hara", 'Ana "Speedy" Smith', "می\u200cخواهم", "=SUM(A1)"]
)
def test_names_that_can_be_written_are_kept_as_they_are(name: str) -> None:
    assert Sitter(people_of(name)).people == (name,)


@pytest.mark.fault("K10.2")
@pytest.mark.parametrize("second", ["RU=human:Ben", "ru=human:Ben", "RU=simple"])
def test_a_seat_is_given_once(second: str) -> None:
    assert "RU is seated twice" in refused("RU=human:Ana", second)
    assert seat_plan(SEATS, ["RU=human:Ana", second.replace("RU", "US").replace("ru", "us")])[0].people == ("Ana",)


@pytest.mark.fault("K10.3")
def test_a_name_with_a_comma_stands_in_quotes() -> None:
    people = ("Last, First", "Ben")
    assert seat_plan(SEATS, ['RU=human:"Last, First",Ben'])[0].people == people
    assert seat_plan(SEATS, ['RU=human: "Last, First", Ben'])[0].people == people
    assert people_of(" Ana , Ben ,") == ("Ana", "Ben")


@pytest.mark.fault("K10.3")
def test_the_facilitator_writes_names_the_same_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    sitting = new_sitting(DECK, TableOptions(2, (), ()), 3, {0: Sitter(), 1: Sitter(bot="simple")})
    console = Console(sitting.table, Course(sitting).words)
    console.do('seat US human "Last, First", Ben')
    assert sitting.table.sitters[1].people == ("Last, First", "Ben")
    (told,) = console.do(f"seat US human {', '.join(FIFTEEN)}").said
    assert "15 people are too many" in told.replace("\n", " ")
    assert sitting.table.sitters[1].people == ("Last, First", "Ben")


@pytest.mark.fault("K10.4")
@pytest.mark.parametrize(
    "text", ["60:decision:stand-in:oops", "60:decision:oops", "60:oops", "60", "", ":", "x:decision", "0:phase"]
)
def test_a_clock_is_taken_whole_or_refused_and_the_refusal_names_all_there_is(text: str) -> None:
    with pytest.raises(Complaint) as told:
        clock_rule(text)
    assert all(word in str(told.value) for word in (PER_DECISION, ANNOUNCE, ASK, STAND_IN))


@pytest.mark.fault("K10.4")
def test_every_clock_that_the_help_names_is_taken() -> None:
    from summit_game.cli.play import play

    (told,) = [each.help or "" for each in play.params if each.name == "clock"]  # type: ignore[attr-defined]
    for then in (ANNOUNCE, ASK, STAND_IN):
        assert then in told
        rule = clock_rule(f"5:decision:{then}")
        assert rule is not None
        assert (rule.seconds, rule.per, rule.on_time_up) == (5, PER_DECISION, then)


@pytest.mark.fault("K10.5")
@pytest.mark.parametrize("text", ["US=simple", "us=simple", " us = simple ", "random,Us=simple", "us=simple,random"])
def test_seats_are_found_in_any_case_in_every_command(text: str) -> None:
    assert seat_kinds(game_of(seats=2), text) == ["random", "simple"]
    assert seat_plan(SEATS, ["us=simple"])[1].bot == "simple"


@pytest.mark.fault("K10.5")
@pytest.mark.parametrize("text", ["us=simple,US=flat", "US=simple,US=simple", "simple,flat", "XX=simple", "=simple"])
def test_of_two_bots_for_one_seat_none_is_dropped(text: str) -> None:
    with pytest.raises(SetupError):
        seat_kinds(game_of(seats=2), text)
