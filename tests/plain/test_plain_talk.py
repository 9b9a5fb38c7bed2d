"""A whole game with talk in plain text (R19): a person sends messages by numbers, answers, and reads what was said."""

from __future__ import annotations

import random
import re

import pytest
from test_plain import Person

from summit_game.bots.kinds import maker
from summit_game.engine import actions as a
from summit_game.plain import PlainSession
from summit_game.table.table import Table
from summit_game.words.names import Words
from summit_game.words.spoken import said_in_words
from support import talking, the_deck, with_talk


class Talker:
    """Chooses a row by chance, now and then asks for the paper."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.papers = 0

    def __call__(self, person: Person) -> str:
        if "Press Enter" in person.shown[-1]:
            return ""
        if self.rng.random() < 0.05:
            self.papers += 1
            return "talk"
        return str(self.rng.randint(1, person.choices()))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_whole_game_is_talked_by_numbers(seed: int) -> None:
    game = talking(3)
    bots = {seat: maker("by-the-book")(seed, game.setting.seat_ids[seat]) for seat in game.setting.seats if seat}
    table = Table(game, seed, bots)
    talker = Talker(seed)
    person = Person(then=talker)
    deck = with_talk(the_deck())
    assert PlainSession(deck, table, {0: "Player"}, person.read, person.write, confirm_quit=False).run() == 0
    assert table.over
    assert talker.papers > 5
    own = table.state.own[0].talk
    assert {each.said[1] for each in own if each.seat == 0} >= {a.SOUND}
    assert any(each.answers for each in own if each.to == 0)
    words = Words(game.setting, deck)
    sent = [said_in_words(words, a.Action(each.said[0], each.said[1:])) for each in own if each.seat == 0]
    assert all(said in person.text for said in sent)
    assert "What was said to you and by you:" in person.text
    rows = [int(found[1]) for line in person.shown if (found := re.match(r"(\d+)\. To ", line))]
    assert not rows, "a message is not chosen from a flat list"
