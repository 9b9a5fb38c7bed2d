"""Loading: which files belong to a deck, how they are joined, and what the digest covers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import river

from summit_game.deck.faults import DeckError
from summit_game.deck.files import MAX_FILES, MAX_TOTAL
from summit_game.deck.load import load_deck, open_deck


def shown(path: Path) -> list[str]:
    return [str(fault) for fault in load_deck(path).faults]


def test_sections_are_joined_in_the_order_of_the_files() -> None:
    result = load_deck(river.FIXTURE)
    assert result.faults == ()
    assert result.deck is not None
    assert [delegation.id for delegation in result.deck.delegations] == ["LO", "UP"]
    file, line, column = result.places.at(("delegations", 1, "side"))
    assert file.endswith("UP.yaml")
    assert (line, column) == (river.line_of(river.texts()["delegations/UP.yaml"], "    side: Hills"), 11)


def test_a_single_file_is_a_deck_too(tmp_path: Path) -> None:
    texts = river.texts()
    delegations = texts["delegations/LO.yaml"] + texts["delegations/UP.yaml"].removeprefix("delegations:\n")
    parts = [texts[name] for name in ("deck.yaml", "issues.yaml", "cards.yaml", "scenarios.yaml")]
    file = tmp_path / "all.yaml"
    file.write_text("".join([*parts, delegations]), encoding="utf-8")
    assert open_deck(file)[0] == open_deck(river.FIXTURE)[0]


def test_open_deck_raises_all_faults(tmp_path: Path) -> None:
    text = river.texts()["cards.yaml"].replace("title:", "titel:")
    with pytest.raises(DeckError) as caught:
        open_deck(river.write(tmp_path, {"cards.yaml": text}))
    assert len(caught.value.faults) == text.count("titel:")
    assert "\n" not in str(caught.value)


def test_the_digest_covers_names_and_bytes_but_not_line_ends_or_place(tmp_path: Path) -> None:
    base = load_deck(river.FIXTURE).digest
    text = river.texts()["cards.yaml"]
    assert load_deck(river.write(tmp_path / "copy")).digest == base
    windows = river.write(tmp_path / "windows", {"cards.yaml": text.replace("\n", "\r\n")})
    assert load_deck(windows).digest == base
    assert load_deck(windows).faults == ()
    other = river.write(tmp_path / "other", {"cards.yaml": text + "# a comment\n"})
    assert load_deck(other).digest != base
    renamed = river.write(tmp_path / "renamed")
    (renamed / "cards.yaml").rename(renamed / "carts.yaml")
    assert load_deck(renamed).digest != base
    unread = river.write(tmp_path / "unread", {"README.md": "not part of the deck", ".hidden.yaml": "a: 1\n"})
    assert load_deck(unread).digest == base


def test_a_part_that_cannot_be_read_is_the_only_fault(tmp_path: Path) -> None:
    deck = river.write(tmp_path, {"issues.yaml": "issues: [\n"})
    (fault,) = shown(deck)
    assert "issues.yaml:2:1: a value is missing, or a bracket above is not closed" in fault


def test_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    texts = river.texts()
    changed = {name: texts[name].replace("    source:", "    sauce:") for name in ("cards.yaml", "issues.yaml")}
    faults = load_deck(river.write(tmp_path, changed)).faults
    assert faults == tuple(sorted(faults))
    assert len({fault.file for fault in faults}) == 2


@pytest.mark.parametrize(
    ("data", "expect"),
    [
        (b"- a\n", "the file is not a mapping of sections; write sections such as `issues:`"),
        (b"just text\n", "the file is not a mapping of sections"),
        (b"7: a\n", "`7` is not a section of a deck"),
        (b"\xff\xfe", "the file is not UTF-8"),
        (b"events: 7\n", "the section `events` is not a list"),
    ],
)
def test_files_that_are_no_part_of_a_deck(data: bytes, expect: str, tmp_path: Path) -> None:
    (fault,) = shown(river.write(tmp_path, {"more.yaml": data}))
    assert expect in fault
    assert "more.yaml:1:1:" in fault


def test_paths_that_are_no_deck(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "deck.txt").write_text("deck")
    for path, expect in {
        tmp_path / "nowhere": "there is no such file or folder",
        tmp_path / "empty": "the folder holds no .yaml file",
        tmp_path / "deck.txt": "this is not a deck",
        tmp_path / "nul\0byte": "",
        tmp_path / ("long" * 200): "",
    }.items():
        (fault,) = shown(path)
        assert expect in fault
        assert fault.isprintable()
        assert load_deck(path).deck is None


@pytest.mark.fault("K19.4")
def test_links_stay_inside_the_folder(tmp_path: Path) -> None:
    deck = river.write(tmp_path)
    outside = tmp_path / "outside.yaml"
    outside.write_text("events: []\n")
    (deck / "x.yaml").symlink_to(outside)
    (deck / "y.yaml").symlink_to("y.yaml")
    (deck / "z").symlink_to(tmp_path)
    faults = shown(deck)
    assert len(faults) == 3
    assert "x.yaml:1:1: the link leads to no file of the deck's folder" in faults[0]
    assert "y.yaml:1:1: the link leads to no file" in faults[1]
    assert "a link to a folder is not followed" in faults[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    deck = river.write(tmp_path)
    os.mkfifo(deck / "pipe.yaml")
    (fault,) = shown(deck)
    assert "this is not a regular file" in fault


def test_there_is_a_limit_to_files_and_bytes(tmp_path: Path) -> None:
    many = {f"n{i}.yaml": "events: []\n" for i in range(MAX_FILES)}
    (fault,) = shown(river.write(tmp_path / "many", many))
    assert f"more than {MAX_FILES} .yaml files" in fault
    part = "# " + "x" * 1_000_000 + "\n"
    large = {f"n{i}.yaml": part for i in range(MAX_TOTAL // len(part) + 1)}
    (fault,) = shown(river.write(tmp_path / "large", large))
    assert "larger than 4 MiB together" in fault
    (fault,) = shown(river.write(tmp_path / "one", {"n.yaml": part + part}))
    assert "n.yaml:1:1: the file is larger than 1 MiB" in fault


def test_a_hostile_file_name_is_shown_safely(tmp_path: Path) -> None:
    name = "a\nb\x1b[2J\u202e.yaml"
    (fault,) = load_deck(river.write(tmp_path, {name: "- a\n"})).faults
    assert str(fault).isprintable()
