"""At the hand-over in plain text: what was shown goes, a delegation's word is asked for, the facilitator is heard."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.language.catalogue import say
from summit_game.plain.session import PlainSession
from summit_game.plain.terminal import CLEAR, HIDING_LINES, Terminal
from summit_game.table.export import FORMATS, export
from summit_game.table.games_folder import Sitting, again, games_folder, look, new_sitting, resume
from summit_game.table.log import EVERYTHING
from summit_game.table.replay import Replay
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.word import has_word, opens_seat
from support import DECK

WORD = "Heron"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game() -> Sitting:
    return new_sitting(DECK, TableOptions(2), 5, {0: PERSON, 1: PERSON})


def play(sitting: Sitting, *typed: str) -> list[str]:
    script, shown = iter(typed), list[str]()

    def read(prompt: str) -> str:
        if (line := next(script, None)) is None:
            raise EOFError
        shown.append(f"{prompt}{line}")
        return line

    people = {seat: f"Player {seat}" for seat, sitter in sitting.table.sitters.items() if not sitter.bot}
    PlainSession(sitting.deck, sitting.table, people, read, shown.append).run()
    return shown


def reopened(sitting: Sitting) -> Sitting:
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return resume(sitting.id)


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.fault("K11.2")
def test_a_word_is_asked_for_when_the_game_is_resumed() -> None:
    game = a_game()
    assert say("plain-word-set") in play(game, "", "word", WORD, f" {WORD.upper()} ", "brief", "quit")
    brief = "For your eyes only"
    game = reopened(game)
    shown = play(game, "", "", "", "guess", "brief", "quit")
    assert shown.count(say("plain-not-the-word")) == 2
    assert not any(brief in line for line in shown)
    shown = play(reopened(game), "", WORD, "brief", "quit")
    assert any(brief in line for line in shown)


@pytest.mark.fault("K11.2")
def test_the_word_is_nowhere_to_be_read_and_in_no_export_or_step() -> None:
    game = a_game()
    before = len(Replay(game, EVERYTHING).steps)
    play(game, "", "word", WORD, WORD, "quit")
    (path,) = games_folder().iterdir()
    kept = path.read_bytes()
    assert WORD.casefold().encode() not in kept.lower()
    assert b"scrypt" in kept
    seen = look(game.id)
    assert len(Replay(seen, EVERYTHING).steps) == before
    for written in (*(export(seen, form, True) for form in FORMATS), json.dumps(list(Replay(seen, 0).json_steps()))):
        assert "scrypt" not in written


@pytest.mark.fault("K11.2")
def test_a_word_counts_until_somebody_else_sits_there_and_in_the_next_game() -> None:
    game = a_game()
    game.table.set_word(0, WORD)
    game.table.set_word(1, "Stork")
    assert opens_seat(game.table.history, 0, WORD)
    assert not opens_seat(game.table.history, 0, "stork")
    following = again(game, 6).table.history
    assert opens_seat(following, 0, WORD)
    assert not opens_seat(following, 0, "")
    game.table.sit(0, Sitter(("Zoe",)))
    game.table.set_word(1, " ")
    history = reopened(game).table.history
    assert not has_word(history, 0)
    assert not has_word(history, 1)
    assert not has_word(again(game, 7).table.history, 0)


@pytest.mark.fault("K11.2")
def test_a_word_is_taken_when_it_is_written_twice_and_changes_nothing_in_the_game() -> None:
    game = a_game()
    shown = play(game, "", "word", WORD, "slip", "1", "", "undo", "quit")
    assert say("plain-words-differ") in shown
    assert not has_word(game.table.history, 0)
    one, other = a_game(), a_game()
    play(one, "", "1", "undo", "", "quit")
    play(other, "", "word", WORD, WORD, "1", "undo", "", WORD, "quit")
    assert other.table.decisions == one.table.decisions
    assert other.table.events == one.table.events


# --- what was shown ------------------------------------------------------------------------------------------------


class Screen(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.fault("K11.3")
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_papers_are_cleared_off_a_terminal_before_it_is_passed_on(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    game, screen = a_game(), Screen()
    typed = iter(["", "brief", "1", "quit"])
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdout", screen)
    PlainSession(game.deck, game.table, {0: "Ana", 1: "Ben"}, lambda _: next(typed), print).run()
    shown = screen.getvalue()
    assert shown.count("Pass the machine to") == 2
    _, between, after = shown.split("Pass the machine to")
    assert "For your eyes only" in between
    gone = between.rpartition("For your eyes only")[2]
    if term == "dumb":
        assert "\x1b" not in shown
        assert "\n" * HIDING_LINES in gone
        assert "cannot be cleared" in " ".join(gone.split())
    else:
        assert CLEAR in gone
        assert "For your eyes only" not in after
        assert "is cleared from this terminal" in " ".join(gone.rpartition(CLEAR)[2].split())


@pytest.mark.fault("K11.3")
def test_nothing_but_a_terminal_is_sent_what_clears_one() -> None:
    shown: list[str] = []
    terminal = Terminal(lambda _: "", shown.append)
    assert not terminal.shows
    assert "\x1b" not in "".join(play(a_game(), "", "1", "", "quit"))


# --- the facilitator -----------------------------------------------------------------------------------------------


@pytest.mark.fault("K11.5")
@pytest.mark.parametrize("command", ["facilitator", "f"])
def test_the_facilitator_is_heard_at_the_hand_over_before_any_turn_is_opened(command: str) -> None:
    game = a_game()
    shown = play(game, f"{command} note all: a break", f"{command} seat US human Zoe", "quit")
    assert any("to all: a break" in line for line in shown)
    assert not any("For your eyes only" in line or "decide" in line.partition(". ")[2] for line in shown)
    assert game.table.sitters[1].people == ("Zoe",)
