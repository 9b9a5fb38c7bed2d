"""Plain text at one machine: an order that leaves no choice asks nobody, and is told (R9.10)."""

from __future__ import annotations

import pytest

from summit_game.bots.kinds import maker
from summit_game.engine.notation import action_text
from summit_game.language.catalogue import say
from summit_game.many.mixed import MIXED, drawn
from summit_game.plain.session import PlainSession
from summit_game.table.log import is_only_order
from summit_game.table.table import Table
from support import game_of, the_deck

SAID = "Russian Federation has to withdraw, and one place is left for it: the table gives the order. (R5.4, R9.10)"
SEED = 9
"""In its first lesson Russia must withdraw from one zone when orders are written."""


class People:
    """Four people at one machine, who decide as bots would, until the table has given an order and all have read it."""

    def __init__(self) -> None:
        self.table = Table(game_of(4, ("lesson",)), SEED)
        ids = self.table.setting.seat_ids
        self.minds = [maker(kind)(SEED, name) for kind, name in zip(drawn([MIXED] * 4, SEED), ids, strict=True)]
        self.written: list[str] = []
        self.asked: list[int] = []
        self.after = 0
        self.session = PlainSession(the_deck(), self.table, dict(enumerate(ids)), self.read, self.write, False)

    def write(self, line: object) -> None:
        self.written.append(str(line))

    def read(self, prompt: str) -> str:
        self.after += any(map(is_only_order, self.table.history.entries))
        seat = self.table.person_due
        if self.after > 8 or seat is None:
            raise EOFError
        if self.session._reader != seat:
            return ""
        self.asked.append(len(self.table.history.entries))
        return action_text(self.table.setting, self.minds[seat].decide(self.table.view(seat)).action)


@pytest.mark.clause("R9.10")
def test_people_at_one_machine_are_told_of_the_order_and_not_asked_for_it() -> None:
    people = People()
    people.session.run()
    (entry,) = (each for each in people.table.history.entries if is_only_order(each))
    assert entry.number not in people.asked
    assert entry.number - 1 in people.asked
    assert SAID in people.written
    assert say("plain-one-choice") not in people.written
    told = people.written.index(SAID)
    assert not any("withdraw a unit" in line for line in people.written[:told])
