"""Every private text of a deck is a canary: through a whole game nobody hears one of another seat."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from wiring import wired

from summit_game.deck.compile import TableOptions
from summit_game.deck.models import Deck
from summit_game.engine.board import NOBODY
from summit_game.engine.streams import Stream
from summit_game.seat.port import Port, Turned
from summit_game.seat.question import Row
from summit_game.table import games_folder
from summit_game.table.course import Course, Due
from summit_game.table.export import FORMATS, export
from summit_game.table.games_folder import new_sitting
from summit_game.table.sitter import Sitter
from support import DECK, the_deck

TOKEN = re.compile(r"Canary[0-9]+q|7[1-9][0-9]{4}")
STEP = 10_000
"""The values of no deal of a seat lie within this of each other, and no others do."""


def canaries(deck: Deck) -> tuple[Deck, dict[str, set[str]]]:
    """The deck with its private texts and values of no deal changed, and what each seat, goal and mood holds."""
    numbers, held = count(), dict[str, set[str]]()

    def token(of: str) -> str:
        made = f"Canary{next(numbers)}q"
        held.setdefault(of, set()).add(made)
        return made

    def secret(card: Any) -> Any:
        return card.model_copy(update={"title": token(card.id), "text": token(card.id)})

    delegations = []
    for at, who in enumerate(deck.delegations):
        name = who.id
        briefs = tuple(
            brief.model_copy(
                update={
                    "title": token(name),
                    "instructions": token(name),
                    "priorities": tuple(token(name) for _ in brief.priorities),
                    "questions": tuple(token(name) for _ in brief.questions),
                    "reservation": dict.fromkeys(deck.tables, 715_000 + STEP * at),
                }
            )
            for brief in who.briefs
        )
        delegations.append(who.model_copy(update={"briefs": briefs, "goals": tuple(map(secret, who.goals))}))
    moods = tuple(secret(each) for each in deck.moods)
    # Drawn briefs would take the place of what is marked here.
    return deck.model_copy(update={"delegations": tuple(delegations), "moods": moods, "draw": None}), held


def test_nobody_hears_a_private_text_of_another_seat(monkeypatch) -> None:
    deck, held = canaries(the_deck())
    whole = games_folder.playable(DECK)
    monkeypatch.setattr(games_folder, "playable", lambda path: (deck, *whole[1:]))
    bots = {1: Sitter(bot="simple"), 4: Sitter(bot="hardliner:3")}
    sitting = new_sitting(DECK, TableOptions(6, ()), 8, bots)
    table, setting, lines = sitting.table, sitting.table.setting, []
    ports = wired(sitting, lines)
    course, stream = Course(sitting, ports.__getitem__), Stream(1, "canary")
    own: dict[int, set[str]] = {NOBODY: set()}
    for seat in setting.seats:
        dealt = table.view(seat).held
        assert dealt.goal is not None
        assert dealt.mood is not None
        own[seat] = held[setting.seat_ids[seat]] | held[dealt.goal.id] | held[dealt.mood.id]
    since = 0
    while course.due[0] is not Due.OVER:
        course.bot_moves(lambda: None)
        for port in ports.values():
            port.page(), port.told(since), port.asked()
            serve_all(port)
        since = len(table.history.entries)
        due, seat = course.due
        if due is Due.PERSON:
            rows = [row for row in walked(ports[seat]) if row.action]
            assert isinstance(ports[seat].send("table P with Q"), Turned)
            ports[seat].send(stream.choice(rows).action, ports[seat].asked(), str(since))
    band = {str(715_000 + STEP * at)[:2]: who.id for at, who in enumerate(deck.delegations)}
    heard: dict[int, set[str]] = {}
    for seat, line, answer in lines:
        for found in TOKEN.findall((line + answer).decode()):
            mine = band.get(found[:2]) == (setting.seat_ids[seat] if seat >= 0 else None) or found in own[seat]
            assert mine, (seat, found, line)
            heard.setdefault(seat, set()).add(found)
    assert set(heard) == set(setting.seats)
    for seat in setting.seats:
        assert len(heard[seat] & own[seat]) >= 4
        assert any(found.isdigit() for found in heard[seat])
    assert table.journal is not None
    assert TOKEN.findall(table.journal.path.name) == []
    for form in FORMATS:
        assert re.findall("Canary[0-9]+q", export(sitting, form)) == []


def serve_all(port: Port) -> None:
    """Every paper."""
    for name in ("brief", "text", "cards", "map", "score"):
        port.paper(name)


def walked(port: Port) -> list[Row]:
    """The rows of the first questions, and of every question that they lead to."""
    rows = list(port.question().rows)
    return rows + [more for row in rows if row.draft is not None for more in port.question(row.draft).rows]
