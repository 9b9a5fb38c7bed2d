"""The facilitator's commands: each is listed, explained, carried out and refused, in the console and in plain text."""

from __future__ import annotations

import pytest

from console_cases import CASES, Case, line, no_arguments, numbered, prepare
from summit_game.bots.simple import SimpleBot
from summit_game.console.commands import COMMANDS
from summit_game.console.console import Console
from summit_game.plain.session import PlainSession
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import game_of, the_deck

EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def a_table() -> Table:
    game = game_of(seats=4)
    table = Table(game, 1, {seat: SimpleBot(1, game.setting.seat_ids[seat]) for seat in (1, 2, 3)})
    table.start()
    return table


def a_console(table: Table) -> Console:
    return Console(table, Words(table.setting, the_deck()))


def test_every_command_has_a_case() -> None:
    assert [case.name for case in CASES if case.name in COMMANDS] == [case.name for case in CASES]
    assert {case.name for case in CASES} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_what_it_asks_for(name: str) -> None:
    command, console = COMMANDS[name], a_console(a_table())
    assert command.name == name
    assert command.title
    assert f"`facilitator {command.usage()}`: {command.help}." in console.do("").said
    assert "\n" not in command.help
    for argument in command.arguments:
        assert argument.meaning
        assert argument.shown.strip("[]").lower() == argument.name
        for option in argument.options(console):
            assert option.label
            argument.read(console, option.value)


@EACH
def test_a_command_is_carried_out(case: Case) -> None:
    table = a_table()
    console = a_console(table)
    prepare(console, case)
    before = len(table.history.entries)
    answer = console.carry_out(COMMANDS[case.name], numbered(table, case.texts))
    assert answer.done, answer.said
    assert [entry.kind for entry in table.history.entries[before:]] == [case.kind] * bool(case.kind)
    assert case.said in "\n".join([*answer.said, *console.told_since(before)])


@EACH
def test_a_refusal_is_one_sentence_and_changes_nothing(case: Case) -> None:
    table = a_table()
    console = a_console(table)
    prepare(console, case)
    if no_arguments(case):
        answer = console.do(f"{case.name} x")
        assert answer.said == (f"Write `{case.name}` and nothing more.",)
    else:
        assert console.carry_out(COMMANDS[case.name], numbered(table, case.texts)).done
        before = len(table.history.entries)
        answer = console.carry_out(COMMANDS[case.name], case.wrong)
        assert len(table.history.entries) == before
        (said,) = answer.said
        assert case.why in said
        assert said.endswith((".", ")"))
    assert not answer.done


@EACH
def test_plain_text_carries_out_and_refuses(case: Case) -> None:
    table = a_table()
    prepare(a_console(table), case)
    typed = [line(case, numbered(table, case.texts))]
    typed.append(f"{case.name} x" if no_arguments(case) else line(case, list(case.wrong)))
    script = iter([f"facilitator {each}" for each in typed])
    shown: list[str] = []

    def read(prompt: str) -> str:
        if (written := next(script, None)) is None:
            raise EOFError
        return written

    assert PlainSession(the_deck(), table, {0: "Player 0"}, read, shown.append).run() == 0
    text = "\n".join(shown)
    assert case.said in text
    assert (case.why or "nothing more.") in text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("/clock 90", "The clock gives 90 seconds for each decision."),
        ("CLOCK 30 phase stand-in", "The clock gives 30 seconds for each phase."),
        ("track UA:support -1 protests", "The facilitator moves a track: protests"),
        ("note a word: and another", "The facilitator to all: a word: and another"),
        ("note ua: quiet", "The facilitator sends a note to Ukraine."),
        ("seat UA human:Ana, Ben", "Ukraine is now played by Ana and Ben."),
        ("seat UA cooperator:2", "Ukraine is now played by a bot (cooperator:2)."),
    ],
)
def test_what_is_written_is_understood(written: str, said: str) -> None:
    table = a_table()
    console = a_console(table)
    before = len(table.history.entries)
    assert console.do(written).done
    assert said in console.told_since(before)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("track tension", "The change is missing (`+1`, `+2`, `-1` or `-2`); write `track TRACK CHANGE REASON`."),
        ("track nonsense +1 x", "The tracks are tension"),
        ("track UA:mood +1 x", "A delegation's tracks are support, credibility, pressure."),
        ("note UX: a slip", "There is no delegation 'UX'"),
        ("clock 90 turn", "A clock runs per decision or per phase, not per 'turn'."),
        ("clock x y", "'x' is not a number."),
        ("inject E-02 UA now", "Write `inject CARD [NAME]` and nothing more."),
    ],
)
def test_what_is_not_understood_is_answered(written: str, said: str) -> None:
    answer = a_console(a_table()).do(written)
    assert not answer.done
    assert answer.said[0].startswith(said)


def test_at_the_hand_over_a_facilitator_intervenes_without_opening_a_turn() -> None:
    table = Table(game_of(seats=2), 1)
    script = iter(["facilitator track tension +1 a report", "f note US: quiet", "f end the bell"])
    shown: list[str] = []

    def read(prompt: str) -> str:
        return next(script, "")

    PlainSession(the_deck(), table, {0: "Ana", 1: "Ben"}, read, shown.append).run()
    text = "\n".join(shown)
    assert "The facilitator moves a track: a report" in text
    assert "decides." not in text
    assert "quiet" not in text
    assert table.ended
