"""Texts of a deck in another language: found by ids, checked, and without effect on the game or its digest."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import river

from summit_game.deck.check import check_path
from summit_game.deck.check_overlay import overlay_faults
from summit_game.deck.compile import TableOptions
from summit_game.deck.load import load_deck, open_deck
from summit_game.deck.overlay import leaves, texts_of
from summit_game.deck.yamlpos import read_yaml
from summit_game.language.catalogue import choose
from summit_game.table.games_folder import look, new_sitting
from summit_game.table.sitter import Sitter
from summit_game.words.names import Words
from support import ALL_DECKS, DECK, game_of, the_deck

GERMAN = """\
deck: {title: "Flussgespräche"}
sides: {Hills: {name: "Berge"}}
tracks: {tension: {name: "Spannung", low: "ruhig"}}
delegations:
  UP: {name: "Oberland", briefs: {first: {priorities: ["Zuerst die Brücke.", "Behaltet das Wehr."]}}}
  LO: {name: "{ $who } [bold]\\nUnterland", number: plural}
issues: {WEI: {levels: [{title: "offen"}, {title: "halb"}]}}
scenarios: {settlement: {title: "Einigung"}}
"""


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    choose("de")
    yield
    choose("en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return river.write(tmp_path, {"lang/de.yaml": GERMAN})


@pytest.mark.usefixtures("german")
def test_texts_are_found_by_ids_keys_kinds_and_places(folder: Path) -> None:
    found = open_deck(folder)[0]
    assert (found.deck.title, found.sides[0].name, found.tracks["tension"].low) == ("Flussgespräche", "Berge", "ruhig")
    up = next(each for each in found.delegations if each.id == "UP")
    assert up.briefs[0].priorities == ("Zuerst die Brücke.", "Behaltet das Wehr.")
    wei = next(each for each in found.issues if each.id == "WEI")
    assert [level.title for level in wei.levels[:2]] == ["offen", "halb"]
    assert next(each.title for each in found.scenarios if each.kind == "settlement") == "Einigung"
    assert found.deck.summary == open_deck(river.FIXTURE)[0].deck.summary


@pytest.mark.usefixtures("german")
def test_a_hostile_text_stays_a_text(folder: Path) -> None:
    low = next(each for each in open_deck(folder)[0].delegations if each.id == "LO")
    assert (low.name, low.number) == ("{ $who } [bold]\nUnterland", "plural")


def test_an_overlay_changes_neither_the_digest_nor_english(folder: Path) -> None:
    with_it, without = load_deck(folder), load_deck(river.FIXTURE)
    assert with_it.digest == without.digest
    assert with_it.deck == without.deck
    assert check_path(folder, river.REGISTRY).faults == ()


def test_what_an_overlay_lacks_and_has_too_much_is_told_with_its_place(folder: Path) -> None:
    (folder / "lang" / "de.yaml").write_text(GERMAN + 'zones: {XX: {name: "Nirgends"}}\n', encoding="utf-8")
    faults = [str(fault) for fault in overlay_faults(load_deck(folder), "de")]
    lines = GERMAN.count("\n") + 1
    assert any(f"de.yaml:{lines}:" in fault and "the deck has no text `zones XX name`" in fault for fault in faults)
    assert any("de.yaml:5:" in fault and "no text for `delegations UP sentence`" in fault for fault in faults)
    assert not any("UP name" in fault or "number" in fault for fault in faults)
    deck = load_deck(folder).deck
    assert deck is not None
    wanted = {keys for keys in texts_of(deck) if keys[-1] != "number"}
    said = {keys for keys, _ in leaves(read_yaml(GERMAN.encode(), "de.yaml").value, ())}
    assert len(faults) == len(wanted - said) + 1


def test_the_command_says_what_is_missing() -> None:
    run = [sys.executable, "-m", "summit_game.cli.main", "deck", "check", str(DECK), "--language"]
    missing = subprocess.run([*run, "de"], capture_output=True, text=True, check=False)
    assert (missing.returncode, "lang/de.yaml:1:1: there is no such file" in missing.stdout) == (65, True)
    lacking = subprocess.run([*run, "en"], capture_output=True, text=True, check=False)
    assert "no text for `deck title`" in lacking.stdout


@pytest.mark.parametrize("path", ALL_DECKS)
def test_the_overlays_of_shipped_decks_name_only_what_is_there(path: Path) -> None:
    loaded = load_deck(path)
    for file in loaded.overlays:
        faults = overlay_faults(loaded, Path(file.name).stem)
        assert [fault for fault in faults if not fault.what.startswith("no text for")] == []


def test_a_plural_name_has_plural_verbs() -> None:
    words = Words(game_of(6).setting, the_deck())
    assert sorted({each.number for each in words.seats}) == ["plural", "singular"]


@pytest.mark.usefixtures("german")
def test_overlays_are_pinned_in_the_journal(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    deck = tmp_path / "linnet-river"
    sitting = new_sitting(_copied(deck), TableOptions(2), 1, {0: Sitter(bot="random"), 1: Sitter(bot="random")})
    digest = sitting.table.history.entries[0].data["deck"]["digest"]
    assert digest == load_deck(ALL_DECKS[1]).digest
    assert look(sitting.id).deck.deck.title == "Der Fluss"


def _copied(folder: Path) -> Path:
    folder.mkdir()
    for file in sorted(ALL_DECKS[1].rglob("*.yaml")):
        target = folder / file.relative_to(ALL_DECKS[1])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (folder / "lang").mkdir(exist_ok=True)
    (folder / "lang" / "de.yaml").write_text('deck: {title: "Der Fluss"}\n', encoding="utf-8")
    return folder
