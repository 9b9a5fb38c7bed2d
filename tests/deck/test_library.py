"""Where decks are found, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
import river

from summit_game.deck import library
from summit_game.deck.library import DeckNotFound, RulesNotFound, find_deck, list_decks, rules_text
from support import REPO


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder of decks, with the small deck in it."""
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    river.write(tmp_path / "decks")
    return tmp_path / "decks"


@pytest.mark.skipif(library._CHECKOUT != REPO, reason="the program is not run from this checkout")
def test_packaged_decks_lie_in_the_checkout() -> None:
    assert library.packaged_decks() == REPO / "decks"


@pytest.mark.fault("K19.5")
def test_packaged_decks_lie_in_the_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "summit_game"
    river.write(package / "data" / "decks")
    (package / "data" / "rules.md").write_text("# Rules\n")
    monkeypatch.setattr(library, "_PACKAGE", package)
    monkeypatch.setattr(library, "_CHECKOUT", tmp_path / "nowhere")
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "none"))
    assert list(library.installed()) == ["river-talks"]
    assert find_deck("river-talks") == package / "data" / "decks" / "river-talks"
    assert rules_text() == "# Rules\n"


def test_own_decks_without_the_variable_lie_in_the_system_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUMMIT_DATA_DIR", raising=False)
    assert library.own_decks().name == "decks"
    assert "summit" in library.own_decks().parts


def test_a_deck_is_found_by_id_and_by_path(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_deck("river-talks") == own / "river-talks"
    assert find_deck(str(river.FIXTURE)) == river.FIXTURE
    monkeypatch.chdir(own.parent)
    assert find_deck("decks/river-talks") == Path("decks/river-talks")


def test_own_decks_hide_packaged_ones(own: Path) -> None:
    packaged = next(library.packaged_decks().glob("*/")).name
    (own / packaged).mkdir()
    assert find_deck(packaged) == own / packaged


@pytest.mark.parametrize("name", ["river-talk", "River-Talks", "rivertalks"])
def test_the_nearest_id_is_named(own: Path, name: str) -> None:
    with pytest.raises(DeckNotFound, match="did you mean `river-talks`"):
        find_deck(name)


@pytest.mark.parametrize("name", ["", "zzz", "nul\0byte", "x" * 5000, "a\nb\x1b[2J", "~nobody/x", "../" * 50 + "x"])
def test_a_name_that_is_nothing_gets_one_sentence(own: Path, name: str) -> None:
    with pytest.raises(DeckNotFound) as caught:
        find_deck(name)
    assert "installed are `european-security-2021`" in str(caught.value)
    assert str(caught.value).isprintable()


def test_decks_are_listed_with_their_faults(own: Path) -> None:
    river.write(own / "other")  # a folder that holds a folder: its id is not its name
    (own / "broken").mkdir()
    (own / "broken" / "deck.yaml").write_bytes(b"\xff")
    (own / "notes.txt").write_text("no deck")
    listed = {entry.id: entry for entry in list_decks(river.REGISTRY)}
    assert listed["river-talks"].title == "River talks"
    assert listed["river-talks"].faults == 0
    assert listed["river-talks"].origin == "own"
    assert listed["broken"].title == ""
    assert listed["broken"].faults == 1
    assert listed["other"].faults == 1
    assert listed["european-security-2021"].origin == "packaged"
    assert "notes" not in listed


def test_the_rule_book_is_found() -> None:
    assert rules_text().startswith("#")


def test_a_missing_rule_book_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_PACKAGE", tmp_path)
    monkeypatch.setattr(library, "_CHECKOUT", tmp_path)
    with pytest.raises(RulesNotFound, match="install Summit again"):
        rules_text()
