"""One rule for characters: what may stand in decks, names and notes is what is shown."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from summit_game.deck.characters import HOSTILE, hidden
from summit_game.deck.yamlpos import read_yaml
from summit_game.table.export import plain
from summit_game.table.games_folder import look
from summit_game.words.safe import NAME_LENGTH, answered, clean, dropped, safe_text

RANGES = ((0, 0x3400), (0x9FF0, 0xAC00), (0xD7A0, 0x11200), (0x1F000, 0x1FB00), (0xDFFF0, 0xE0200), (0xFFFF0, 0x100010))
EVERY = [chr(code) for each in RANGES for code in range(*each)]
"""All of Unicode but the long rows of alike signs."""
SPACES = [char for char in EVERY if unicodedata.category(char) == "Zs"]
SPELT = [
    "می\u200cخواهم",  # Persian: I want
    "ශ්\u200dරී ලංකා",  # Sinhala: Sri Lanka
    "क्\u200dष",  # Hindi: a half form
    "র\u200d্যাব",  # Bengali
    "ന്\u200d",  # Malayalam: an old chillu
    "ᠠ\u180eᠠ",  # Mongolian
]


@pytest.mark.fault("K9.1")
def test_every_kind_of_space_is_shown_as_a_space() -> None:
    assert {"\u00a0", "\u202f", "\u3000"} <= set(SPACES)
    for space in SPACES:
        assert clean(f"choc{space}!") == "choc !"
        assert safe_text(f"choc{space}!", 20) == "choc !"
        assert dropped(f"choc{space}!") == ""
    assert clean("Bateaux\u00a0: choc\u202f!") == "Bateaux : choc !"


@pytest.mark.fault("K9.1")
@pytest.mark.fault("K18.3")
def test_what_is_shown_and_what_may_be_written_is_the_same_for_every_character() -> None:
    """What is shown as another character is refused in names, and no hostile one is shown."""
    for char in EVERY:
        seen = clean(char)
        if HOSTILE.match(char):
            assert seen in ("?", ""), f"U+{ord(char):04X}"
        elif char not in "\n\t\r":
            assert seen in (char, " ", "", "?")
            assert (seen == "?" and char != "?") == bool(dropped(char)), f"U+{ord(char):04X}"
            assert seen != "" or hidden(char)


@pytest.mark.fault("K9.2")
@pytest.mark.parametrize("word", SPELT)
def test_words_that_need_a_joiner_keep_it_everywhere(word: str) -> None:
    assert safe_text(word, NAME_LENGTH) == unicodedata.normalize("NFC", word)
    assert clean(word) == word
    assert dropped(word) == ""
    for data in (f"a: {word}\n", f'a: "{word.encode("ascii", "backslashreplace").decode()}"\n'):
        document = read_yaml(data.encode(), "f.yaml")
        assert document.value == {"a": word}
        assert document.faults == []


@pytest.mark.fault("K9.2")
@pytest.mark.parametrize("char", ["\u200c", "\u200d"])
@pytest.mark.parametrize("around", ["ab", "  ", "a1", "жа", "Aا"])
def test_elsewhere_a_joiner_hides_something_and_is_refused(char: str, around: str) -> None:
    text = f"x{around[0]}{char}{around[1]}x"
    assert char not in safe_text(text, 20)
    assert char not in clean(text)
    assert len(read_yaml(f"a: {text}\n".encode(), "f.yaml").faults) == 1


@pytest.mark.fault("K9.2")
@pytest.mark.fault("K9.3")
def test_pictures_are_as_wide_as_their_parts_and_nothing_else_is_shown() -> None:
    family, heart = "\U0001f468\u200d\U0001f469", "\u2764\ufe0f"
    for text in (family, heart, f"{heart}{family}", "葛\U000e0100", "a\u00adb"):
        for shown in (clean(text), safe_text(text, 20)):
            assert "?" not in shown
            assert cell_len(shown) == sum(map(cell_len, shown)), "each character has its own cells"
            assert not any(map(hidden, shown))
    assert clean(heart) == "\u2764"
    assert clean(family) == "\U0001f468\U0001f469"


@pytest.mark.fault("K9.4")
def test_letters_of_a_name_outlast_a_locale_that_is_not_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "SUMMIT_DATA_DIR": str(tmp_path)}
    words = ["play", "--plain", "--new", "--deck", "linnet-river", "--seat", "HF=human:Ána"]
    environment = {**{name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}, **odd}
    done = subprocess.run(
        [sys.executable, "-m", "summit_game.cli.main", *words],
        input="f note all: čau\nquit\n".encode(), capture_output=True, env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    table = look("last").table
    assert table.sitters[0].people == ("Ána",)
    assert "čau" in [each.text for each in table.history.entries]


@pytest.mark.fault("K9.4")
def test_bytes_that_are_no_text_are_seen_as_such() -> None:
    assert dropped("\udcff") != ""
    assert safe_text("\udcffna", 20) == "?na"
    assert safe_text("\ud800na", 20) == "?na"


@pytest.mark.fault("K9.5")
def test_what_pipes_send_first_is_no_part_of_the_line() -> None:
    assert answered("\ufeff1") == "1"
    assert answered("\ufeff1".encode().decode("cp1252")) == "1"
    assert answered(" １ ") == "１"


@pytest.mark.fault("K9.6")
@pytest.mark.parametrize("bare", ["https://a.example/x", "www.a.example", "a.example", "ana@a.example", "mailto:ana@b"])
def test_no_viewer_makes_links_of_addresses_in_an_export(bare: str) -> None:
    """Each character with which viewers find an address is written so that it stands for itself alone."""
    written = plain(f"see {bare} now")
    assert bare not in written
    assert written.replace("\\", "") == f"see {bare} now"


@pytest.mark.fault("K9.6")
def test_other_points_and_colons_stay_as_they_are() -> None:
    for text in ("Round 1: R4.2 holds. So it does.", "3.5 %", "12:30", "e.g. so"):
        assert plain(text) == text
