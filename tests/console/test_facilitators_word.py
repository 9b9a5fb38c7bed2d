"""The facilitator's word: it guards the commands and what is private in a game that goes on, and is never shown."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from summit_game.cli import word as cli_word
from summit_game.cli.exits import Complaint
from summit_game.cli.main import main
from summit_game.deck.compile import TableOptions
from summit_game.engine.refusal import Refused
from summit_game.language.catalogue import say
from summit_game.plain.session import PlainSession
from summit_game.table.export import FORMATS
from summit_game.table.games_folder import Sitting, again, games_folder, look, new_sitting, resume
from summit_game.table.sitter import Sitter
from summit_game.table.word import guarded, opens, word_data
from support import DECK

WORD = "Grüne Rose"
SEATS = {0: Sitter(("Ana",)), 1: Sitter(bot="simple")}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game(word: str = WORD) -> Sitting:
    return new_sitting(DECK, TableOptions(2, (), ()), 3, SEATS, word=word)


def close(sitting: Sitting) -> None:
    assert sitting.table.journal is not None
    sitting.table.journal.close()


def summit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["summit", *words])
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    with pytest.raises(SystemExit) as left:
        main()
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    return int(left.value.code or 0), shown.out, shown.err


def play(sitting: Sitting, *typed: str) -> str:
    script = iter(typed)
    shown: list[str] = []

    def read(prompt: str) -> str:
        if (written := next(script, None)) is None:
            raise EOFError
        return written

    PlainSession(sitting.deck, sitting.table, {0: "Ana"}, read, shown.append).run()
    return "\n".join(shown)


def test_only_the_word_opens_however_it_is_written() -> None:
    history = a_game().table.history
    assert guarded(history)
    for right in (WORD, f" {WORD.upper()} ", "Gru\u0308ne Rose"):
        assert opens(history, right)
    for wrong in ("", "Rose", "\x00", "\ud800"):
        assert not opens(history, wrong)


def test_without_a_word_nothing_is_guarded_and_the_head_is_as_it_was() -> None:
    head = a_game(" ").table.history.entries[0].data
    assert word_data("  ") == {}
    assert "facilitator" not in head


def test_the_word_itself_is_nowhere_and_lasts_as_long_as_the_game() -> None:
    first = a_game()
    close(first)
    (path,) = games_folder().glob("*.summit")
    assert WORD.casefold().encode() not in path.read_bytes().lower()
    second = resume(first.id)
    assert opens(second.table.history, WORD)
    assert not opens(second.table.history, "")
    third = again(second, 4)
    assert opens(third.table.history, WORD)
    assert not opens(third.table.history, "")


def test_a_damaged_word_opens_for_nobody() -> None:
    history = a_game().table.history
    for broken in ("text", {"salt": "zz", "scrypt": ""}, {"salt": "00"}):
        history.entries[0].data["facilitator"] = broken  # type: ignore[index]
        assert guarded(history)
        assert not opens(history, WORD)


def test_plain_text_asks_for_the_word_and_shows_nothing_without_it() -> None:
    game = a_game()
    shown = play(game, "facilitator", "guess", "f points", "", "facilitator end it", "quit")
    assert shown.count(say("console-not-the-word")) == 3
    assert "facilitator pause" not in shown
    assert "Point" not in shown
    assert not game.table.ended


def test_the_word_opens_the_console_until_somebody_else_writes() -> None:
    game = a_game()
    shown = play(game, "f note one", WORD, "f note two", "help", "f note three", "guess", "quit")
    assert "to all: one" in shown
    assert "to all: two" in shown
    assert "to all: three" not in shown
    assert shown.count(say("console-not-the-word")) == 1


def test_a_pause_is_ended_by_the_facilitator_only() -> None:
    game = a_game()
    shown = play(game, "f pause", WORD, "log", "go", "1", "f pause", WORD, "go", "quit")
    assert shown.count("The facilitator pauses the game.") >= 2
    game = resume_paused(game)
    play(game, "go", "guess", "quit")
    assert game.table.paused
    play(game, "go", WORD, "quit")
    assert not game.table.paused


def resume_paused(game: Sitting) -> Sitting:
    game.table.pause()
    close(game)
    return resume(game.id)


private_commands = pytest.mark.parametrize(
    "words",
    [
        ("replay", "--json", "--open"),
        ("replay", "--json", "--seat", "RU"),
        ("replay", "--plain", "--open"),
        ("replay", "--plain", "--seat", "RU"),
        *(("export", "--open", "--format", form) for form in FORMATS),
        ("debrief", "--open"),
        *(("debrief", "--open", form) for form in ("--md", "--csv", "--json")),
        ("debrief", "--open", "--what-if", "1"),
    ],
    ids=" ".join,
)


@private_commands
@pytest.mark.fault("K11.1")
def test_what_is_private_in_a_running_game_needs_the_word(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    game = a_game()
    close(game)
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text(f"{WORD}\n", encoding="utf-8")
    wrong.write_text("guess\n", encoding="utf-8")
    command = (words[0], game.id, *words[1:])
    code, out, err = summit(monkeypatch, capsys, *command, "--yes-show-secrets")
    assert (code, out) == (2, "")
    assert err == "summit: the facilitator's word is needed; give it with --word-file FILE\n"
    code, out, err = summit(monkeypatch, capsys, *command, "--word-file", str(wrong))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "not the facilitator's word" in err
    code, out, _ = summit(monkeypatch, capsys, *command, "--word-file", str(right))
    assert code == 0
    assert out
    public = [each for each in words if each not in ("--open", "--seat", "RU", "--what-if", "1")]
    code, out, _ = summit(monkeypatch, capsys, public[0], game.id, *public[1:])
    assert code == 0
    assert "scrypt" not in out


@pytest.mark.fault("K11.1")
@private_commands
def test_where_no_word_was_set_what_is_private_must_be_asked_for_expressly(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    game = a_game("")
    close(game)
    command = (words[0], game.id, *words[1:])
    code, out, err = summit(monkeypatch, capsys, *command)
    assert (code, out) == (2, "")
    assert err == f"summit: {say('cli-secrets')}\n"
    if "--what-if" not in words:  # which plays games: what is asked here is told by the others
        code, out, _ = summit(monkeypatch, capsys, *command, "--yes-show-secrets")
        assert code == 0
        assert out


def test_after_the_end_everything_may_be_opened(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    game = a_game()
    game.table.end("the bell")
    close(game)
    code, out, _ = summit(monkeypatch, capsys, "export", game.id, "--open")
    assert code == 0
    assert out


def test_play_takes_the_word_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "word"
    command = ("play", "--plain", "--seats", "2", "--word-file", str(file))
    for text, why in (
        (None, "cannot be read"),
        (b"", "is empty"),
        (b"\xff\n", "(it is no text in UTF-8)"),
    ):
        if text is not None:
            file.write_bytes(text)
        code, _, err = summit(monkeypatch, capsys, *command)
        assert code == 2
        assert why in err
    file.write_text(f"{WORD}\nnot this\n", encoding="utf-8")
    code, _, _ = summit(monkeypatch, capsys, *command)
    assert code == 0
    assert opens(look("last").table.history, WORD)


def test_a_word_does_not_stop_players() -> None:
    game = a_game()
    play(game, "1", "quit")
    assert len(game.table.decisions) > 0
    game.table.pause()
    with pytest.raises(Refused):
        game.table.submit(0, game.table.view(0).legal()[0])


class Terminal(StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_the_word_is_asked_for_twice_when_it_is_set_and_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = iter([WORD, WORD, WORD, "slip", "", "guess", f" {WORD} "])
    asked: list[str] = []

    def hidden(prompt: str) -> str:
        asked.append(prompt)
        return next(typed)

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(cli_word, "getpass", hidden)
    assert cli_word.new_word(False, None) == ""
    assert cli_word.new_word(True, None) == WORD
    for _ in range(2):
        with pytest.raises(Complaint, match="nothing was begun"):
            cli_word.new_word(True, None)
    game = a_game()
    cli_word.must_open(game, False, None, False)
    with pytest.raises(Complaint, match="not the facilitator's word"):
        cli_word.must_open(game, True, None, True)
    cli_word.must_open(game, True, None, True)
    assert len(asked) == 7
