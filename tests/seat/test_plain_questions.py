"""Plain text by numbers alone: every legal action can be sent, and nothing else is taken, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from summit_game.bots.simple import SimpleBot
from summit_game.engine.notation import action_text
from summit_game.engine.streams import Stream
from summit_game.plain import PlainSession
from summit_game.seat.port import Receipt, Turned
from summit_game.table.table import Table
from support import game_of, the_deck

ME = 0
FOLDED, LISTED = re.compile(r"Not now: \d"), re.compile(r"(?:now:|,) (\d+) ")
NUMBER = re.compile(r"(\d+)\. ")
HOSTILE = (
    *(
        "",
        "0",
        "-1",
        "1.0",
        "+1",
        "²",
        "①",
        "½",
        "１0０００",
        "٠",
        "99999",
        "9" * 400,
        "\x1b[2J",
        "\u202e1",
        "{ $who }",
        "[bold]1[/]",
    ),
    *("pass pass", "table", "table with", "with", "nonpaper", "order", "order order hold", "sure pass", "silence\0"),
    *("back back", "why", "what", "what 0", "why \x1b", "issue \u202e", "delegation 1", "paper text"),
)


class Walker:
    """A person who tries every way to an action with numbers, then takes one of them at random."""

    def __init__(self, table: Table, seed: int) -> None:
        self.table = table
        self.shown: list[str] = []
        self.sent: list[str] = []
        self.takes = False
        self.written: set[str] = set()
        self.phases: set[int] = set()
        self.walked = 0
        self.stream = Stream(seed, "walker")
        self.lines = self.play()
        session = PlainSession(the_deck(), table, {ME: "Ana"}, self.read, self.shown.append, confirm_quit=False)
        self.port = session.course.port(ME)
        self.really_send, self.port.send = self.port.send, self.send
        self.session = session

    def read(self, prompt: str) -> str:
        return next(self.lines, "quit")

    def send(self, action: str, asked: str = "", id: str = "") -> Receipt | Turned:  # noqa: A002
        """Take an action if it is meant; otherwise only note it, so that all others can be tried too."""
        self.sent.append(action)
        return self.really_send(action, asked, id) if self.takes else Turned("only tried")

    def play(self) -> Iterator[str]:
        setting, decisions = self.table.setting, 0
        while not self.table.over:
            phase, decisions = self.table.state.phase, decisions + 1
            legal = {action_text(setting, action) for action in self.table.view(ME).legal()}
            if phase not in self.phases or decisions % 15 == 0:
                self.phases.add(phase)
                self.walked += 1
                yield from self.walk()
                assert set(self.sent) == legal
                self.sent.clear()
                for line in (*HOSTILE, *sorted(self.written - legal)):
                    yield line
                    yield from self.home()
                    assert self.sent == [], line
            self.written |= legal
            self.takes = True
            yield self.stream.choice(sorted(legal))
            if not self.sent:  # The word of a choice that leads on is a whole action too: `consult`.
                yield "send"
            self.takes = False
            assert self.sent.pop() in legal
            assert not self.sent

    def home(self) -> Iterator[str]:
        """Back to the first question."""
        while True:
            at = len(self.shown)
            yield "back"
            if "These are the first choices" in self.shown[at]:
                return

    def walk(self) -> Iterator[str]:
        """Every question that numbers lead to, each once; a question is known by what `again` reads out."""
        todo: list[tuple[int, ...]] = [()]
        known = set()
        while todo:
            path = todo.pop()
            yield from self.home()
            for number in path:
                yield str(number)
            at = len(self.shown)
            yield "again"
            question = tuple(self.shown[at:])
            if question not in known:
                known.add(question)
                for number, refused in _rows(question):
                    if refused:
                        at, sent = len(self.shown), len(self.sent)
                        yield str(number)
                        assert self.shown[at].startswith("Not now: ")
                        assert len(self.sent) == sent
                    else:
                        todo.append((*path, number))


def _rows(question: tuple[str, ...]) -> list[tuple[int, bool]]:
    """The numbers of a question, and whether each is refused; many that are refused stand in one line before them."""
    folded = [(int(number), True) for line in question if FOLDED.match(line) for number in LISTED.findall(line)]
    rows = [(int(found[1]), line.endswith("(not now)")) for line in question if (found := NUMBER.match(line))]
    return sorted(folded + rows)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 4))])
def test_numbers_alone_reach_every_legal_action_and_nothing_else_is_taken(seed: int) -> None:
    game = game_of(2 + seed % 3)
    names = game.setting.seat_ids
    table = Table(game, seed, {seat: SimpleBot(seed, names[seat]) for seat in game.setting.seats if seat != ME})
    walker = Walker(table, seed)
    assert walker.session.run() == 0
    assert table.over
    assert walker.walked >= len(walker.phases) >= 4
    assert all(line.isprintable() for line in walker.shown)
