"""One door into a game: nothing plays what `summit deck check` refuses, and each way in says the same sentences."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from summit_game.deck.check import check_path
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import game_of, playable
from summit_game.deck.faults import DeckError
from summit_game.engine.streams import Stream
from summit_game.rules.registry import forget, parameters, registry
from summit_game.table.games_folder import again, games_folder, look, new_sitting, resume
from summit_game.table.journal import JournalError
from summit_game.tui.game_setup import Plan, stack
from summit_game.tui.lesson import LessonError, course
from summit_game.tui.title import quick_game
from support import REPO, SECOND_DECK
from test_cli_games import Home
from test_third_party import PARAMS, back_channel

__all__ = ["back_channel"]

SOURCE = REPO / "src" / "summit_game"
DAMAGES = {
    "formula": ("delegations/HF.yaml", r"test: .*", 'test: "tension / 2"'),
    "track": ("deck.yaml", r"(?m)^  support:.*\n", ""),
    "module": ("deck.yaml", r"(?m)^modules:\n", "modules:\n  sanctions: {}\n"),
    "level": ("cards.yaml", r"level: \d", "level: 9"),
}
WAYS = {
    "play": ("play", "--plain", "--new", "--deck"),
    "simulate": ("simulate", "--games", "1", "--jobs", "1", "--deck"),
    "tournament": ("tournament", "random", "simple", "--games", "1", "--jobs", "1", "--deck"),
    "balance": ("balance", "--games", "1", "--jobs", "1"),
}


def damaged(folder: Path, damage: str) -> Path:
    """A copy of the small deck with one damage."""
    deck = folder / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, deck)
    file, old, new = DAMAGES[damage]
    path = deck / file
    if not path.exists():
        path = next(each for each in sorted(deck.rglob("*.yaml")) if re.search(old, each.read_text(encoding="utf-8")))
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text), f"nothing to damage in {path.name}"
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    return deck


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.fault("K1.1")
def test_each_command_says_what_the_checker_says_and_begins_nothing(damage: str, home: Home, tmp_path: Path) -> None:
    deck = damaged(tmp_path, damage)
    said = [str(fault) for fault in check_path(deck, parameters()).faults]
    assert said
    for way in WAYS.values():
        done = home.all(*way, str(deck))
        assert (done.returncode, done.stdout) == (65, "")
        assert done.stderr.splitlines() == said
    assert home.games() == []


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.fault("K1.2")
def test_the_screen_says_it_in_a_sentence(damage: str, tmp_path: Path) -> None:
    deck = damaged(tmp_path, damage)
    found = stack(deck.name, deck)
    assert Plan([found]).problem or found.deck is not None, "then the form asks the checker"
    with pytest.raises((DeckError, SetupError), match=r"\.yaml"):
        quick_game(found, 1)
    with pytest.raises(LessonError):
        course(deck)


def test_nothing_but_the_door_makes_a_game() -> None:
    """`testing` is for authors of modules, whose deck is made in memory."""
    makers = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and "compile_game" in {name.name for name in node.names}:
                makers.add(path.relative_to(SOURCE).as_posix())
    assert makers == {"deck/door.py", "testing/__init__.py"}


@pytest.mark.parametrize("part", range(4))
def test_what_passes_the_door_can_be_dealt_at_every_table(part: int, tmp_path: Path) -> None:
    """Lines are dropped, numbers and words changed at random: refused with faults, or a game at each table."""
    stream = Stream(part, "damage")
    texts = {path.relative_to(SECOND_DECK): path.read_text("utf-8") for path in sorted(SECOND_DECK.rglob("*.yaml"))}
    deck = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, deck)
    refused = 0
    for _ in range(12):
        name = stream.choice(tuple(texts))
        lines = texts[name].splitlines(keepends=True)
        at = stream.below(len(lines))
        match stream.below(3):
            case 0:
                lines[at] = ""
            case 1:
                lines[at] = re.sub(r"\d+", lambda found: str(int(found[0]) + 7), lines[at])
            case _:
                lines[at] = re.sub(r"\b([A-Za-z_]{3,})\b(?!:)", r"\1q", lines[at], count=1)
        (deck / name).write_text("".join(lines), encoding="utf-8")
        try:
            found = playable(deck)
        except DeckError:
            refused += 1
        else:
            for size in found.deck.tables:
                game_of(found.deck, TableOptions(size))
        (deck / name).write_text(texts[name], encoding="utf-8")
    assert refused


@pytest.mark.fault("K1.3")
def test_a_missing_module_is_named_and_nothing_is_put_in_its_place(home: Home, tmp_path: Path) -> None:
    deck = damaged(tmp_path, "module")
    said = home.run(*WAYS["simulate"], str(deck), code=65)
    assert "the rule module `sanctions` is not installed; install the package that has it" in said
    assert not [name for name in registry() if name in said]


@pytest.mark.fault("K1.4")
def test_a_game_whose_module_is_missing_names_the_package(
    back_channel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "home"))
    deck = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, deck)
    text = (deck / "deck.yaml").read_text(encoding="utf-8")
    (deck / "deck.yaml").write_text(
        text.replace("modules:\n", f"modules:\n  back_channel: {{trust: {PARAMS['trust']}}}\n"), encoding="utf-8"
    )
    sitting = new_sitting(deck, TableOptions(), 4)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    assert sitting.table.history.entries[0].data["packages"] == {"back_channel": "summit-sample-module"}
    forget()
    monkeypatch.undo()
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "home"))
    assert "back_channel" not in registry()
    for way in (resume, look):
        with pytest.raises(JournalError, match=r"module back_channel, which is not installed here; .* package summit"):
            way(sitting.id)


def test_the_deck_of_a_saved_game_is_not_checked_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    sitting = new_sitting(SECOND_DECK, TableOptions(), 4)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    monkeypatch.setattr("summit_game.deck.check.check_loaded", None)
    assert again(resume(sitting.id), 5).table.asks_now


@pytest.mark.fault("K1.5")
def test_bytes_that_are_no_text_are_refused_or_kept(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, deck)
    try:
        (deck / "issues.yaml").rename(deck / "\udcff.yaml")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    for way in (*WAYS.values(), ("deck", "check")):
        done = home.all(*way, str(deck))
        assert done.returncode == 65
        assert "the name of this file is not UTF-8" in done.stdout + done.stderr
    assert home.games() == []
    seat = "HF=exec:python3 -c 'import sys' \udcff"
    home.run("play", "--plain", "--new", "--deck", str(SECOND_DECK), "--seat", seat, typed="quit\n")
    (game,) = home.games()
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(home.folder))
    assert look(game["id"]).table.sitters[0].bot.endswith("\udcff")
    assert list(games_folder().iterdir()) == [Path(game["file"])]
