"""How many words a person reads in a whole game in plain text, alone against bots, with talk (R19) and without.

    python benchmarks/reading.py [--games N] [--first SEED] [--seats S] [--seat K] [--messages M] [--deck ID]

Mixed bots play; in one seat a bot decides and its decision is chosen by numbers, as a person would, in `PlainSession`.
A word is what stands between spaces in the lines that are written, from the first line to the end of the game; what is
looked up (`brief`, `help`) comes on top. A package is written out on its page, so that changing marks on it is not
counted. `talk` counts what is written while messages are sent and answered. Choices of a message or an answer are the
rows on the way to it; to be asked whether one is sure is a confirmation, counted apart.
"""

from __future__ import annotations

import argparse
from collections import deque
from typing import NamedTuple

from decisions import line
from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck
from summit_game.engine.board import TALK
from summit_game.engine.notation import action_text
from summit_game.many.mixed import MIXED, drawn
from summit_game.plain import PlainSession
from summit_game.rules.registry import registry
from summit_game.seat.port import Port
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.words.names import Words

ON_THE_WAY = ("more", "all", "alone")
"""Words of drafts that no action has."""


class Read(NamedTuple):
    """One game: words in all and in talk, the choices of each message and answer, and the rows of its longest slot."""

    words: int
    talk: int
    choices: tuple[int, ...]
    confirmed: int
    rows: int
    messages: int


class Reader:
    """Reads what is written, and chooses what a bot decides."""

    def __init__(self, deck: Deck, table: Table, seat: int, kind: str, seed: int) -> None:
        self.table, self.seat = table, seat
        self.bot = maker(kind)(seed, table.setting.seat_ids[seat])
        self.port: Port = LocalPort(table, Words(table.setting, deck), seat)
        self.words = self.talk = self.confirmed = self.rows = 0
        self.choices: list[int] = []
        self.last = self.asked = ""
        self.again = 0
        self.to_write: deque[str] = deque()

    def write(self, said: str) -> None:
        """Count the words of a line."""
        count = len(said.split())
        self.words += count
        self.talk += count if self.table.state.phase == TALK else 0
        self.last = said

    def read(self, prompt: str) -> str:
        """The next line on the way to what is decided."""
        self.words += len(prompt.split())
        if "Press Enter" in self.last:
            return ""
        if not self.to_write:
            self._decide()
        return self.to_write.popleft()

    def _decide(self) -> None:
        asked, talks = self.port.asked(), self.table.state.phase == TALK
        if asked == self.asked:  # whether it is sure
            self.again += 1
            assert self.again < 3, self.last
            self.to_write.append("1")
            self.confirmed = max(self.confirmed, self.again) if talks else self.confirmed
            return
        self.asked, self.again = asked, 0
        action = action_text(self.table.setting, self.bot.decide(self.table.view(self.seat)).action)
        way = self._way(action)
        self.to_write.extend(way)
        if talks:
            self.choices.append(len(way))

    def _way(self, action: str) -> tuple[str, ...]:
        """What is written to choose an action."""
        root = self.port.question().rows
        for number, row in enumerate(root, 1):
            if row.action == action and not row.refusal:
                return (str(number),)
        if self.table.state.phase != TALK:
            first = action.split()[0]
            page = (at for at, row in enumerate(root, 1) if row.draft and row.draft.split()[0] == first)
            return (*(str(at) for at in list(page)[:1]), action)
        return self._way_of_talk(action)

    def _way_of_talk(self, action: str) -> tuple[str, ...]:
        """The shortest way by numbers."""
        paths: deque[tuple[str, tuple[str, ...]]] = deque([("", ())])
        while paths:
            draft, lines = paths.popleft()
            rows = self.port.question(draft).rows
            self.rows = max(self.rows, len(rows))
            for number, row in enumerate(rows, 1):
                if row.action == action and not row.refusal:
                    return (*lines, str(number))
                if row.draft is not None and not row.refusal and _leads(row.draft, action):
                    paths.append((row.draft, (*lines, str(number))))
        raise AssertionError(f"no way to {action}")


def _leads(draft: str, action: str) -> bool:
    """Whether a draft may lead to an action: each of its words is one of the action's, begins one, or turns a page."""
    words = action.split()
    return all(
        each in words or each in ON_THE_WAY or each.startswith("+") or any(one.startswith(f"{each}-") for one in words)
        for each in draft.split()
    )


def read(deck: Deck, seats: int, seat: int, seed: int) -> Read:
    """One game, read from its beginning to its end."""
    game = compile_game(deck, TableOptions(seats), registry())
    kinds = drawn([MIXED] * seats, seed)
    bots = {at: maker(kinds[at])(seed, game.setting.seat_ids[at]) for at in game.setting.seats if at != seat}
    table = Table(game, seed, bots)
    reader = Reader(deck, table, seat, kinds[seat], seed)
    PlainSession(deck, table, {seat: "Player"}, reader.read, reader.write, confirm_quit=False).run()
    assert table.over
    own = table.state.own[seat].talk
    sent = sum(each.seat == seat for each in own)
    return Read(reader.words, reader.talk, tuple(reader.choices), reader.confirmed, reader.rows, sent)


def with_messages(deck: Deck, messages: int) -> Deck:
    """The deck with so many messages a round; 0: without talk."""
    modules = {name: each for name, each in deck.modules.items() if name != "talk"}
    if messages:
        modules["talk"] = deck.modules.get("talk", {})
    return deck.model_copy(update={"options": deck.options.model_copy(update={"talk": messages}), "modules": modules})


def main() -> None:
    """Read games, and write a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=10)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seats", type=int, default=4)
    parser.add_argument("--seat", type=int, default=0)
    parser.add_argument("--messages", type=int, default=2)
    parser.add_argument("--deck", default=default_deck())
    asked = parser.parse_args()
    deck = open_deck(find_deck(asked.deck))[0]
    print(f"{asked.deck}, {asked.seats} seats, {asked.games} games")
    print(f"{'':<22}{'mean':>8}{'median':>8}{'90 %':>8}{'most':>8}")
    for messages in (asked.messages, 0):
        chosen = with_messages(deck, messages)
        seeds = range(asked.first, asked.first + asked.games)
        found = [read(chosen, asked.seats, asked.seat, seed) for seed in seeds]
        print(line(f"words, {messages} messages", (each.words for each in found)))
        if messages:
            print(line("  of them in talk", (each.talk for each in found)))
            print(line("messages sent", (each.messages for each in found)))
            print(line("choices of each", (count for each in found for count in each.choices)))
            print(line("confirmations at most", (each.confirmed for each in found)))
            print(line("rows of a slot at most", (each.rows for each in found)))


if __name__ == "__main__":
    main()
