"""Plain text tells at each decision what happened since the last one, and reads the page between two rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from summit_game.bots.simple import SimpleBot
from summit_game.engine.board import NOBODY
from summit_game.engine.notation import action_text
from summit_game.language.catalogue import say
from summit_game.plain.lines import put_together
from summit_game.plain.session import PlainSession
from summit_game.seat.digest_lines import digest_lines
from summit_game.seat.round_page import round_lines, round_title
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import DECK, game_of, the_deck


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


class Played:
    """Rounds played by the first legal action. `told`: what is to be told at each decision; `pages`: of rounds."""

    def __init__(self, people: tuple[int, ...], until: int) -> None:
        deck = the_deck(DECK)
        bots = {seat: SimpleBot(3, str(seat)) for seat in range(4) if seat not in people}
        self.table = table = Table(game_of(4), 3, bots)
        words = Words(table.setting, deck)
        self.shown: list[str] = []
        self.told: list[tuple[str, ...]] = []
        self.pages: list[tuple[str, ...]] = []

        def read(prompt: str) -> str:
            seat = table.waiting_person()
            if seat is None:
                raise EOFError
            if say("plain-pass-machine", name=f"P{seat} ({words.seats[seat]})") in self.shown[-1]:
                return ""
            port = LocalPort(table, words, seat)
            told = port.since()
            lines = digest_lines(port.sheet, told, spoken=True) if told is not None else ()
            self.told.append(tuple(f"  {line.text}" for line in lines))
            if table.state.round > until:
                raise EOFError
            page = LocalPort(table, words, NOBODY).round_over()
            if page is not None:
                text = (round_title(page), *(line.text for line in round_lines(page)))
                self.pages += [text] if text not in self.pages else []
            return action_text(table.setting, table.view(seat).legal()[0])

        PlainSession(deck, table, {seat: f"P{seat}" for seat in people}, read, self.shown.append).run()


def runs(shown: list[str], part: tuple[str, ...]) -> int:
    """How often these lines are shown one after the other."""
    return sum(tuple(shown[at : at + len(part)]) == part for at in range(len(shown)))


def test_each_decision_begins_with_what_changed_and_is_silent_where_nothing_did() -> None:
    played = Played((0,), until=2)
    told = [lines for lines in played.told if lines]
    assert len(told) > 5
    assert played.shown.count(say("since-plain")) == len(told)
    for lines in told:
        assert runs(played.shown, (say("since-plain"), *lines)) >= 1
    assert () in played.told


def test_the_page_between_rounds_is_read_once_and_its_sentences_are_not_told_twice() -> None:
    played = Played((0,), until=2)
    assert len(played.pages) >= 1
    for page in played.pages:
        assert runs(played.shown, page) == 1
        for line in page[1:]:
            if line.startswith("  ") and "News" not in line:
                assert line.strip() not in played.shown


def test_several_people_are_read_the_page_once_before_the_machine_goes_on() -> None:
    played = Played((0, 1), until=2)
    assert len(played.pages) >= 1
    for page in played.pages:
        assert runs(played.shown, page) == 1
        after = played.shown.index(page[0]) + len(page)
        assert "P" in played.shown[after + 1]
        assert played.shown[after] == ""


def test_a_page_stands_in_place_of_its_sentences() -> None:
    page = ["", "Round 1 is over", "NEWS: X", "  It rains.", "Orders", "  A falls.", "  B rises."]
    told = ["before", "A falls.", "middle", "B rises.", "News: X (E-1). It rains.", "after"]
    assert put_together(told, page) == ["before", *page, "", "middle", "after"]
    assert put_together(["one"], []) == ["one"]
    assert put_together(["one"], page) == ["one", *page]
