"""`summit deck new`, the schema beside its files, and the smell test of `summit deck check`."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import river
import yaml
from click.testing import CliRunner

from summit_game.cli import smell as smelling
from summit_game.cli.decks import deck as deck_command
from summit_game.cli.exits import EXIT_DATA, EXIT_USAGE
from summit_game.cli.main import _told
from summit_game.cli.smell import smell
from summit_game.deck.check import check_path
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.load import load_deck, open_deck
from summit_game.deck.newdeck import MOST, SCHEMA, NotWritten, new_deck
from summit_game.deck.schema import deck_schema
from summit_game.engine.setting import ENDINGS
from summit_game.many.play import play_one
from summit_game.rules.registry import parameters, registry
from support import ALL_DECKS, SECOND_DECK


def run(*args: str):
    return CliRunner().invoke(deck_command, args)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data" / "decks"


@pytest.mark.parametrize("seats", range(2, MOST + 1))
@pytest.mark.parametrize("issues", range(2, MOST + 1))
@pytest.mark.fault("K20.6")
def test_every_new_deck_is_without_fault_and_its_games_end(seats, issues, tmp_path) -> None:
    path = new_deck(tmp_path, "my-case", seats, issues, parameters())
    assert check_path(path, parameters()).faults == ()
    deck = open_deck(path)[0]
    assert (len(deck.delegations), len(deck.issues), deck.default_table) == (seats, issues, seats)
    game = compile_game(deck, TableOptions(), registry())
    for kind in ("random", "simple"):
        assert 0 <= play_one(game, 1, [kind] * seats).ending < len(ENDINGS)
    for variant in deck.variants:
        compile_game(deck, TableOptions(None, (variant.id,)), registry())


def test_a_new_deck_lies_among_ones_own_and_is_found_by_its_name(own_folder) -> None:
    made = run("new", "my-case", "--seats", "3", "--issues", "4")
    assert made.exit_code == 0
    assert str(own_folder / "my-case") in made.stdout
    assert "summit play --deck my-case" in made.stdout
    checked = run("check", "my-case")
    assert checked.exit_code == 0
    assert "my-case: no faults (issues 4, delegations 3" in checked.stdout


def test_what_is_there_is_not_written_over(tmp_path) -> None:
    first = new_deck(tmp_path, "my-case", 2, 2, parameters())
    (first / "deck.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten, match="is there already; choose another name"):
        new_deck(tmp_path, "my-case", 2, 2, parameters())
    assert (first / "deck.yaml").read_text(encoding="utf-8") == "mine"
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten, match=r"cannot be written|is there already"):
        new_deck(tmp_path / "file", "my-case", 2, 2, parameters())


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x", "/etc/x", "a/b", "a\\b", "My-Case", "a b", "a\n", "a\x00b", "-a", "a--b", "ä"),
        *("x" * 61, "con", "nul", "com1", "default", SECOND_DECK.name),
    ],
)
def test_a_name_that_is_none_is_refused_with_one_sentence(name, tmp_path) -> None:
    with pytest.raises(NotWritten) as caught:
        new_deck(tmp_path, name, 2, 2, parameters())
    assert str(caught.value).isprintable()
    assert "; " in str(caught.value)
    assert list(tmp_path.iterdir()) == []
    refused = run("new", "--", name)
    assert _told(refused.exception) == ([f"summit: {caught.value}"], EXIT_USAGE)


def test_a_loaded_word_in_the_name_does_not_become_the_title(tmp_path) -> None:
    path = new_deck(tmp_path, "puppet-regime", 2, 2, parameters())
    assert check_path(path, parameters()).faults == ()


def test_the_first_line_of_every_file_leads_an_editor_to_the_schema(tmp_path) -> None:
    path = new_deck(tmp_path, "my-case", 2, 3, parameters())
    files = sorted(path.rglob("*.yaml"))
    assert len(files) == 6
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        place = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert place
        assert Path(os.path.normpath(file.parent / place[1])) == path / SCHEMA
        # An editor reads the files with another reader than the program; both must see the same sections.
        assert set(yaml.safe_load(file.read_text(encoding="utf-8"))) <= set(deck_schema(parameters())["properties"])
    assert json.loads((path / SCHEMA).read_text(encoding="utf-8")) == deck_schema(parameters())


def test_the_schema_is_written_into_a_deck_and_does_not_change_its_digest(tmp_path) -> None:
    path = river.write(tmp_path)
    before = load_deck(path).digest
    written = run("schema", str(path))
    assert written.exit_code == 0
    assert json.loads((path / SCHEMA).read_text(encoding="utf-8")) == json.loads(run("schema").stdout)
    assert load_deck(path).digest == before
    assert isinstance(run("schema", str(tmp_path / "none")).exception, NotWritten)


# the smell test


def broken(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """A copy of the second deck, changed in one place."""
    path = tmp_path / SECOND_DECK.name
    for source in SECOND_DECK.rglob("*.yaml"):
        target = path / source.relative_to(SECOND_DECK)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if target == path / file:
            assert old in text
            text = text.replace(old, new)
        target.write_text(text, encoding="utf-8")
    assert check_path(path, parameters()).faults == ()
    return path


@pytest.mark.slow
@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda path: path.name)
def test_the_shipped_decks_smell_of_nothing(path) -> None:
    assert smell(path) == []


def test_an_ending_that_never_comes_is_noted(tmp_path) -> None:
    path = broken(tmp_path, "deck.yaml", "commit: 4", "commit: 40")
    assert "the ending `settlement` came in none of 100 games" in smell(path)


def test_a_card_that_is_never_played_is_noted(tmp_path) -> None:
    path = broken(tmp_path, "deck.yaml", "press_per_side: 1", "press_per_side: 0")
    assert "never played: X-HF-1, X-HF-2, X-HF-3, X-LM-1, X-LM-2, X-LM-3" in smell(path)


def test_a_seat_that_never_does_well_is_noted(tmp_path, monkeypatch) -> None:
    played = smelling.watch

    def without_luck(game, kind, seed):
        watched = played(game, kind, seed)
        return watched._replace(surplus=(min(0, watched.surplus[0]), *watched.surplus[1:]))

    monkeypatch.setattr(smelling, "watch", without_luck)
    assert [note for note in smell(SECOND_DECK) if "fallback" in note] == [
        "`HF` never did better than its fallback; lower its `reservation`, or change its values"
    ]


def test_a_game_that_does_not_end_is_noted(monkeypatch) -> None:
    monkeypatch.setattr("summit_game.many.play.MOST_DECISIONS", 5)
    assert smell(SECOND_DECK) == [
        "the game of random bots with seed 1 does not end; one of its rule modules is at fault"
    ]


def test_notes_change_no_exit_code_and_quick_leaves_them_out(tmp_path) -> None:
    path = broken(tmp_path, "deck.yaml", "press_per_side: 1", "press_per_side: 0")
    noted = run("check", str(path))
    assert noted.exit_code == 0
    assert "- never played: X-HF-1" in noted.stdout
    assert noted.stdout.splitlines()[-1] == f"For numbers to rely on: summit balance {path}"
    assert json.loads(run("check", str(path), "--json").stdout)["notes"] == smell(path)
    quick = run("check", str(path), "--quick")
    assert "never played" not in quick.stdout
    assert "summit balance" not in quick.stdout
    assert "notes" not in json.loads(run("check", str(path), "--quick", "--json").stdout)


def test_a_deck_with_faults_is_not_played(tmp_path) -> None:
    path = river.write(tmp_path, {"cards.yaml": "proposals: [\n"})
    result = run("check", str(path))
    assert result.exit_code == EXIT_DATA
    assert "Played" not in result.output
    assert result.stderr.splitlines()[-1].endswith("1 fault")
