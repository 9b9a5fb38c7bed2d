"""Plain text play, with a scripted person."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import pytest

from summit_game.bots.decision import Decision
from summit_game.engine.actions import Action
from summit_game.engine.events import Acted, Event
from summit_game.engine.notation import action_text
from summit_game.engine.view import View
from summit_game.plain import PlainSession
from summit_game.table.table import Table
from support import game_of, the_deck

DECK = the_deck()
GAME = game_of(seats=4, without=("talk",))
"""Messages have tests of their own (`test_plain_talk`)."""


class First:
    """A bot that takes the first legal action."""

    def decide(self, view: View) -> Decision:
        return Decision(view.legal()[0])


class Illegal:
    """A bot that does what no phase allows."""

    def decide(self, view: View) -> Decision:
        return Decision(Action(0, (9999 + view.seat,)))


class Person:
    """Writes the lines of a script, then asks `then`; collects everything it is shown."""

    def __init__(self, script: Iterable[str] = (), then: Callable[[Person], str] | None = None) -> None:
        self.script = list(script)
        self.then = then
        self.shown: list[str] = []
        self.asked = 0

    def write(self, line: str) -> None:
        self.shown.append(line)

    def read(self, prompt: str) -> str:
        self.asked += 1
        assert self.asked < 5000, "the game does not come to its end"
        if self.script:
            line = self.script.pop(0)
        elif self.then is None:
            raise EOFError
        else:
            line = self.then(self)
        self.shown.append(f"{prompt}{line}")
        return line

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    def first(self) -> str:
        """The number of the row that sends what is marked, if it can be chosen; else of the first one that can be."""
        number = "1"
        for line in reversed(self.shown):
            found = re.match(r"(\d+)\. ", line)
            if found and not line.endswith("(not now)"):
                number = found[1]
                if "► " in line:
                    return number
            if line.startswith("1. ") or re.match(r"Not now: \d", line):  # before the rows, if they are many
                break
        return number

    def choices(self) -> int:
        """How many choices the last menu had."""
        for line in reversed(self.shown):
            if found := re.match(r"(\d+)\. ", line):
                return int(found[1])
        return 1


def _first(person: Person) -> str:
    return "" if "Press Enter" in person.shown[-1] else person.first()


def _random(seed: int) -> Callable[[Person], str]:
    rng = random.Random(seed)

    def then(person: Person) -> str:
        if "Press Enter" in person.shown[-1]:
            return ""
        return str(rng.randint(1, person.choices()))

    return then


def _play(person: Person, people: tuple[int, ...] = (0,), seed: int = 1, quits: bool = False) -> Table:
    table = Table(GAME, seed, {seat: First() for seat in GAME.setting.seats if seat not in people})
    labels = {seat: f"Player {seat}" for seat in people}
    assert PlainSession(DECK, table, labels, person.read, person.write, confirm_quit=quits).run() == 0
    return table


@pytest.mark.parametrize("seat", list(GAME.setting.seats))
def test_first_choice_ends(seat: int) -> None:
    person = Person(then=_first)
    assert _play(person, (seat,)).over
    assert "The ending:" in person.text
    assert person.text.count("rating") >= len(GAME.setting.seats)


@pytest.mark.parametrize("seed", range(8))
def test_random_numbers_end(seed: int) -> None:
    person = Person(then=_random(seed))
    assert _play(person, (seed % 4,), seed).over
    assert all(line.isprintable() for line in person.shown)
    assert "\x1b" not in person.text


def test_unknown_input_keeps_the_game() -> None:
    person = Person(["frobnicate", "", "999", "table", "order hold", "promise what"])
    table = _play(person)
    assert not table.decisions
    assert "'frobnicate' is not understood" in person.text
    assert "Nothing was written" in person.text
    assert "Posture" in person.text


def test_commands() -> None:
    person = Person(["help", "brief", "text", "cards", "map", "score", "log", "log all", "back", "why 1", "why 99"])
    _play(person)
    for word in (
        "Fallback now, if talks failed",
        "The treaty so far",
        "Source:",
        "Tension",
        "Choice 1 is allowed",
        "fit ",
    ):
        assert word in person.text
    assert "The input is at its end" in person.shown[-1]


def test_why_not_now_and_written_form() -> None:
    person = Person(["promise none", "why sign", "why 9", "sign", "table", "back", "pass", "quit"])
    table = _play(person)
    assert "(R3.9)" in person.text
    assert "Mark what you ask and give" in person.text
    assert [seat for seat, action in table.decisions if seat == 0]
    assert "You have left the game." in person.shown[-1]


def test_typed_package_is_previewed() -> None:
    def then(person: Person) -> str:
        ids = re.findall(r"P-[A-Z0-9-]+", person.text)
        return f"table {ids[-1]}" if "At home: your support" not in person.text else "quit"

    person = Person(["promise none", "table", "back"], then)
    _play(person)
    assert "For you" in person.text
    assert "At home: your support" in person.text


def test_quit_asks_on_a_terminal() -> None:
    person = Person(["quit", "no", "quit", "yes"])
    _play(person, quits=True)
    assert "The game goes on." in person.text
    assert person.shown[-1] == "You have left the game."


def test_end_of_input() -> None:
    person = Person()
    _play(person)
    assert person.shown[-1] == "The input is at its end; the game is stopped."


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 4))])
def test_hands_stay_private(seed: int) -> None:
    rng = _random(seed)
    looks: list[str] = []

    def then(person: Person) -> str:
        if "Press Enter" in person.shown[-1]:
            looks[:] = ["brief", "cards", "score", "log"]
            return ""
        return looks.pop() if looks else rng(person)

    person = Person(then=then)
    table = Table(GAME, seed, {2: First(), 3: First()})
    holder = [-1]
    public: set[str] = set()
    seen: list[Event] = []

    def write(line: str) -> None:
        person.write(line)
        if found := re.match(r"Pass the machine to Player (\d)", line):
            holder[0] = int(found[1])
        if table.over:
            return
        state = table.state
        for event in table.events[len(seen) :]:
            seen.append(event)
            if isinstance(event, Acted):
                public.update(action_text(GAME.setting, event.action).split())
        public.update(GAME.setting.proposals[card].id for card in state.discard)
        for seat in (0, 1):
            if seat == holder[0]:
                continue
            own, mine = state.own[seat], state.own[holder[0]].proposals if holder[0] >= 0 else []
            hidden = {GAME.setting.concessions[card].id for card in own.concessions}
            hidden |= {GAME.setting.pressure[card].id for card in own.pressure}
            hidden |= {GAME.setting.proposals[card].id for card in own.proposals if card not in mine}
            hidden -= public
            assert not any(re.search(rf"{each}(?![A-Z0-9-])", line) for each in hidden), line

    table.start()
    labels = {0: "Player 0", 1: "Player 1"}
    assert PlainSession(DECK, table, labels, person.read, write).run() == 0
    assert table.over
    assert "Pass the machine to Player 1" in person.text


def test_names_are_shown_literally() -> None:
    person = Person()
    table = Table(GAME, 1, {seat: First() for seat in (1, 2, 3)})
    PlainSession(DECK, table, {0: "A\x1b[31m[b]"}, person.read, person.write).run()
    assert "A?[31m[b]" in person.text
    assert "\x1b" not in person.text


def test_every_seat_needs_somebody() -> None:
    with pytest.raises(ValueError, match="nobody plays"):
        PlainSession(DECK, Table(GAME, 1), {0: "A"})


def test_a_bot_that_plays_against_the_rules_ends_no_game() -> None:
    table = Table(GAME, 1, {seat: Illegal() for seat in (1, 2, 3)})
    person = Person(then=_first)
    assert PlainSession(DECK, table, {0: "A"}, person.read, person.write).run() == 0
    assert table.over
    assert "The bot of United States failed; a simple one stands in for it." in person.text
    assert any("not" in entry.why.lower() for entry in table.history.entries if entry.by == "fault")


@pytest.mark.fault("K9.5")
@pytest.mark.parametrize("one", ["１", "\u0661", "\ufeff1", "\ufeff１", "ï»¿1", "\u30001"])
def test_a_number_is_taken_from_every_keyboard_and_pipe(one: str) -> None:
    usual, other = _play(Person(["1", "why 2", "quit"])), _play(Person([one, "why ２", "quit"]))
    assert other.decisions == usual.decisions
    assert len([seat for seat, _ in other.decisions if seat == 0]) == 1


@pytest.mark.fault("K10.7")
def test_the_help_says_what_becomes_of_pasted_lines() -> None:
    person = Person(["help", "quit"])
    _play(person)
    assert any("pasted" in line and "may be a move" in line for line in _since(person, "help"))


def _since(person: Person, line: str) -> list[str]:
    """What was shown from the last time that this was written until the next line was read."""
    at = len(person.shown) - 1 - person.shown[::-1].index(f"> {line}")
    rest = person.shown[at + 1 :]
    return rest[: next((at for at, each in enumerate(rest) if each.startswith("> ")), len(rest))]


def test_undo_and_redo() -> None:
    person = Person(["", "promise none", "undo", "redo", "redo", "quit"])
    table = _play(person, (0, 1))
    assert [seat for seat, action in table.decisions if seat == 0] == [0]
    assert "Russian Federation takes back its last action." in _since(person, "undo")
    assert "Russian Federation does again what it took back." in person.text
    assert "Not now: There is nothing" in person.text


def test_a_paused_table_asks_nobody_until_it_goes_on() -> None:
    person = Person(["f pause", "1", "log", "f go", "promise none", "quit"])
    table = _play(person)
    assert _since(person, "f pause")[-1].startswith("The game is paused.")
    assert "The Corridor is open: private talks, and promises in public." in _since(person, "log")
    assert "Round 1. Russian Federation decides." in _since(person, "f go")
    assert [seat for seat, action in table.decisions if seat == 0] == [0]


def test_each_person_at_one_machine_is_told_once_what_that_delegation_knows() -> None:
    person = Person(["", "promise none", "", "f note RU: for you alone", "f note UA: not for you", "promise none", ""])
    _play(person, (0, 2))
    draws = [re.compile(f"{who} draws? .*P-") for who in ("Russian Federation", "Western European allies")]
    first, second, third = _turns(person)
    assert [any(map(each.match, first)) for each in draws] == [True, False]
    assert [any(map(each.match, second)) for each in draws] == [False, True]
    assert not any(each.match(line) for line in third for each in draws)
    assert "Russian Federation makes no promise." in second
    assert "Western European allies make no promise." in third
    assert "The facilitator to Russian Federation: for you alone" in third
    assert "The facilitator sends a note to Ukraine." in third
    assert person.text.count("for you alone") == 2
    assert "to Ukraine: not for you" not in person.text


def test_whoever_takes_over_is_not_told_the_whole_game_again() -> None:
    person = Person(["promise none", "f seat US human Zoe", "f seat RU simple", "quit"])
    _play(person)
    assert person.text.count("Russian Federation makes no promise.") == 1
    assert "United States is now played by Zoe." in _since(person, "f seat US human Zoe")
    assert "You take over United States. This is everything it knows." in _since(person, "f seat RU simple")
    assert person.shown[-1] == "You have left the game."


def _turns(person: Person) -> list[list[str]]:
    """What is shown to each person who takes the machine before the first question."""
    turns, rest = [], person.shown
    while "> " in rest:
        rest = rest[rest.index("> ") + 1 :]
        turns.append(rest[: next(at for at, each in enumerate(rest) if each.startswith("Round 1. "))])
    return turns


def test_a_page_of_marks_says_what_a_mark_changes() -> None:
    person = Person(["promise none", "consult", "1", "1", "again", "back", "quit"])
    _play(person)
    fresh, again = (_numbered(_since(person, line)) for line in ("consult", "again"))
    at = person.shown.index("> 1")
    clears = person.shown.index("> 1", at + 1)
    marked, cleared = _numbered(person.shown[at:clears]), _numbered(person.shown[clears:])[:2]
    assert [line.split()[:2] for line in marked] == [["1.", "[x]"], [f"{len(fresh)}.", "►"]]
    assert [line.split()[:2] for line in cleared] == [["1.", "["], [f"{len(fresh)}.", "►"]]
    assert fresh == again


def _numbered(shown: list[str]) -> list[str]:
    return [line for line in shown if re.match(r"\d+\. ", line)]


@pytest.mark.fault("K13.6")
@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("treaty", "The treaty so far"), ("hand", "Source:"), ("tracks", "Tension"), ("zones", "Zone "),
        ("delegations", "Russia; played by"), ("score", "fit "), ("?", "why 1"),
    ],
)  # fmt: skip
def test_the_panes_of_the_screen_are_asked_for_by_their_names(word: str, shown: str) -> None:
    person = Person([word])
    _play(person)
    assert "is not understood" not in person.text
    assert shown in person.text


@pytest.mark.fault("K13.4")
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("ENL", "level 3"), ("issue ENL", "level 3"), ("us", "United States"), ("delegation UA", "mandate"),
        ("rule R4.2", "**R4.2**"), ("card P-CON-2A", "source: "), ("rule R99.9", "word R99.9; its chapters are R1"),
        ("card P-NO", "has no card P-NO"),
        ("? P-CON-2A", "Source: Invented dates"), ("? enl 0", "NATO Bucharest Summit Declaration"),
        ("? ENL", "Binding bar"), ("? ENL 0", "There was no date and no plan"), ("? P-NO", "Nothing of the name P-NO"),
    ],
)  # fmt: skip
def test_levels_rules_and_cards_can_be_looked_up_in_a_decision(line: str, shown: str) -> None:
    person = Person([line])
    _play(person)
    assert "is not understood" not in person.text
    assert shown.lower() in person.text.lower()


def test_a_question_mark_and_a_number_tell_what_stands_behind_a_choice() -> None:
    person = Person(["1", "1", "? 1"])
    _play(person)
    told = person.text.partition("? 1")[2]
    assert "Source: " in told
    assert "Nothing of the name" not in told


@pytest.mark.fault("K13.4")
def test_issues_and_delegations_are_described() -> None:
    person = Person(["issue enl", "issue", "delegation ua", "delegation", "about", "what 1", "quit"])
    _play(person)
    spec = GAME.setting.seat_specs[3]
    said = "\n".join(_since(person, "delegation ua"))
    assert all(f"levels {low} to {high}" in said for low, high in spec.mandate)
    assert said.count("Red line") == sum(any(row) for row in spec.red)
    assert "Its objection alone blocks DES from level 1" in said
    said = "\n".join(_since(person, "issue enl"))
    assert all(level.text in said for level in DECK.issues[0].levels)
    assert all(said.count(each.text) for each in DECK.issues[0].history)
    assert _since(person, "issue") == [f"Write `issue` and one of {', '.join(GAME.setting.issue_ids)}."]
    assert _since(person, "delegation") == [f"Write `delegation` and one of {', '.join(GAME.setting.seat_ids)}."]
    assert DECK.deck.summary in _since(person, "about")
    assert "Log: Russian Federation makes no promise." in _since(person, "what 1")


@pytest.mark.fault("K7.3")
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no alarm")
def test_what_a_clock_does_is_said_when_it_happens(tmp_path):
    """Nothing is written from the hand-over on: Ana's time runs out, and Ben, who has no machine, is not late."""
    people = ["--seat", "RU=human:Ana", "--seat", "US=human:Ben", "--clock", "1:decision:stand-in"]
    game = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "summit_game.cli.main",
            "play",
            "--plain",
            "--new",
            "--seats",
            "3",
            "--seed",
            "3",
            *people,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SUMMIT_DATA_DIR": str(tmp_path)},
    )
    assert game.stdin is not None
    assert game.stdout is not None
    game.stdin.write("\n")
    game.stdin.flush()
    said = []
    while "Press Enter to go on." not in "".join(said):
        line = game.stdout.readline()
        assert line, said
        said.append(line)
    assert "Time is up" in "".join(said[-6:])
    time.sleep(2.2)
    rest, _ = game.communicate("restraint\n\nquit\n", timeout=30)
    assert "'restraint' came too late and is not taken." in rest
    assert "Pass the machine to Ben" in rest
    assert "Time is up" not in rest.partition("Pass the machine to Ben")[0]


@pytest.mark.fault("K13.10")
def test_a_game_begins_with_its_title_and_who_is_played() -> None:
    """Read aloud, what comes first counts: the seal stands after the words about the deck, other hands nowhere."""
    person = Person(["quit"])
    table = Table(GAME, 1, {seat: First() for seat in GAME.setting.seats[1:]})
    session = PlainSession(DECK, table, {0: "Ana"}, person.read, person.write, confirm_quit=False, seal="0123abcd")
    session.run()
    name, others = GAME.setting.seat_specs[0].name, [each.name for each in GAME.setting.seat_specs[1:]]
    assert DECK.deck.title in person.shown[0]
    assert name in person.shown[1]
    assert "Ana" in person.shown[1]
    assert "0123abcd" in person.text
    sealed = next(at for at, line in enumerate(person.shown) if "0123abcd" in line)
    assert sealed > next(at for at, line in enumerate(person.shown) if line == DECK.deck.summary)
    draws = [line for line in person.shown if re.search(r" draws? ", line)]
    assert len(draws) == 3
    assert not [line for line in draws if any(map(line.startswith, others))]
    told = "\n".join(session.log())
    assert all(f"{other} draw" in told for other in others), "the log keeps them"


@pytest.mark.fault("K13.10")
@pytest.mark.parametrize("line", ["x", "help", "1", "brief", "?", "go", "facilitate me"])
def test_after_the_end_the_facilitator_is_heard_only_when_called(line: str) -> None:
    person = Person(then=_first)
    written = iter([line])

    def then(person: Person) -> str:
        return next(written, "") if "Press Enter" in person.shown[-1] else person.first()

    person.then = then
    table = _play(person)
    assert table.over
    after = person.text.rpartition(f"> {line}\n")[2].splitlines()
    assert len(after) == 2
    assert after[1] == "> "


def test_the_rule_book_is_looked_up_by_chapter_clause_and_word() -> None:
    asked = ["rules", "rule R2.7", "rule sovereignty", "rule player aid", "rule xyzzy"]
    person = Person([*asked, "quit"])
    _play(person)
    answers = {}
    for question, after in zip(asked, [*asked[1:], "quit"], strict=True):
        start, stop = (person.shown.index(f"> {each}") for each in (question, after))
        answers[question] = person.shown[start + 1 : stop]
    assert "R4 The vote" in answers["rules"]
    assert answers["rule R2.7"][0].startswith("**R2.7** ")
    assert any(line.startswith("R10: ") for line in answers["rule sovereignty"])
    assert answers["rule player aid"][0] == "## Player aid"
    assert "no chapter, clause or word xyzzy" in answers["rule xyzzy"][0]
