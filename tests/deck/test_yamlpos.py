"""Reading YAML: what plain words mean, where things stand, and what no bytes can do."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_game.deck.yamlpos import MAX_BYTES, MAX_NODES, read_yaml

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
both = pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)


@both
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("007", "007"),
        ("0x1f", "0x1f"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),
        ("2022-02-24", "2022-02-24"),
        ("1.5", "1.5"),
        (".inf", ".inf"),
        ("1e3", "1e3"),
        ("'7'", "7"),
        ('"true"', "true"),
        ("[1, a, null]", (1, "a", None)),
        ("{1: a, b: 2}", {1: "a", "b": 2}),
    ],
)
def test_plain_words_mean_what_yaml_1_2_says(text: str, value: object, loader: type) -> None:
    document = read_yaml(f"a: {text}\n".encode(), "f.yaml", loader)
    assert document.value == {"a": value}
    assert type(document.value["a"]) is type(value)
    assert document.faults == []


@both
def test_positions_of_values_and_keys(loader: type) -> None:
    text = "a: 1\nlist:\n  - {x: é😀, 2: y}\n  -   z\nblock: >-\n  two\n  lines\n"
    document = read_yaml(text.encode(), "f.yaml", loader)
    assert document.value == {"a": 1, "list": ({"x": "é😀", 2: "y"}, "z"), "block": "two lines"}
    assert document.at["a",] == (1, 4)
    assert document.key_at["list",] == (2, 1)
    assert document.at["list",] == (3, 3)
    assert document.at["list", 0] == (3, 5)
    assert document.at["list", 0, "x"] == (3, 9)
    assert document.key_at["list", 0, 2] == (3, 13)
    assert document.at["list", 1] == (4, 7)
    assert document.at["block",] == (5, 8)


@both
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(loader: type) -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\r\nb: x\r\n", "f.yaml", loader)
    assert document.value == {"a": 1, "b": "x"}
    assert document.at["b",] == (2, 4)
    assert document.faults == []


@both
def test_an_empty_file_holds_nothing(loader: type) -> None:
    for data in (b"", b"\n", b"# only a comment\n"):
        document = read_yaml(data, "f.yaml", loader)
        assert document.value is None
        assert document.faults == []


@both
@pytest.mark.parametrize(
    ("data", "place", "what"),
    [
        (b"a: 1\nb: \xff\n", (2, 4), "not UTF-8 (byte 9 is 0xff)"),
        ("a: 1\n".encode("utf-16"), (1, 1), "not UTF-8"),
        ("é: é\n".encode() + b"\xc3", (2, 1), "not UTF-8"),
        (b"%YAML 1.1\n---\na: 1\n", (1, 1), "directive"),
        (b"a: 1\n---\nb: 1\n", (2, 1), "a second document"),
        (b"a: {b: 1, b: 2}\n", (1, 11), "stands twice in this mapping (first in line 1)"),
        (b"*a : 1\n", (1, 1), "alias"),
        (b"true: 1\n", (1, 1), "cannot be a key"),
        (b"? |\n  a\n: 1\n", (1, 3), "a key is written as a block"),
        (b'a: "\\x85"\n', (1, 4), "U+0085"),
        ("a: x # \u2066 hidden\n".encode(), (1, 8), "U+2066"),
        (b"a: 1\n...\n: ]\n", (3, 1), "cannot be read"),
    ],
)
def test_refusals(data: bytes, place: tuple[int, int], what: str, loader: type) -> None:
    document = read_yaml(data, "f.yaml", loader)
    (fault,) = document.faults
    assert what in str(fault)
    assert (fault.line, fault.column) == place


def test_a_refused_key_takes_its_value_with_it() -> None:
    document = read_yaml(b"a: 1\na: {x: 2}\n? [k]\n: {y: 3}\n<<: {z: 4}\nb: 5\n", "f.yaml")
    assert document.value == {"a": 1, "b": 5}
    assert set(document.at) == {(), ("a",), ("b",)}


def test_hostile_characters_are_counted_only_up_to_a_limit() -> None:
    assert len(read_yaml(b"a: " + b"\x00" * 5000, "f.yaml").faults) == 10


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "{a: ",
        "[[",
        "!",
        "&a ",
        "*a ",
        "'",
        '"',
        "a: b\n",
        "- a\n",
        "|",
        "\n",
        "\t",
        "%",
        "]",
        "x,",
    ],
)
@both
def test_large_and_deep_files_end_soon(unit: str, loader: type) -> None:
    size = MAX_BYTES if loader is not yaml.SafeLoader else 50_000
    data = (unit * (size // len(unit) + 1))[:size].encode()
    start = time.perf_counter()
    document = read_yaml(data, "f.yaml", loader)
    assert time.perf_counter() - start < 10
    assert all("\n" not in str(fault) for fault in document.faults)


def test_limits() -> None:
    (large,) = read_yaml(b"a: " + b"x" * MAX_BYTES, "f.yaml").faults
    assert "larger than 1 MiB" in str(large)
    (many,) = read_yaml(b"- a\n" * (MAX_NODES + 1), "f.yaml").faults
    assert "more than 100000 entries" in str(many)
    deep = read_yaml(b"[" * 30 + b"]" * 30, "f.yaml")
    assert deep.faults == []
    (deeper,) = read_yaml(b"[" * 31 + b"]" * 31, "f.yaml").faults
    assert (deeper.line, deeper.column) == (1, 31)


ALPHABET = st.sampled_from(
    [*"[]{}:,-?&*!|>'\"%@`#~<= \n\t\r0a1Zé\u202e\u2028\x00\\/.", "\n  ", ": ", "- ", "<<: ", "---\n"]
)


@both
@settings(max_examples=150, deadline=None)
@given(
    data=st.one_of(st.binary(max_size=300), st.lists(ALPHABET, max_size=60).map(lambda parts: "".join(parts).encode()))
)
def test_no_bytes_raise(loader: type, data: bytes) -> None:
    document = read_yaml(data, "f.yaml", loader)
    for fault in document.faults:
        assert "\n" not in str(fault)
        assert str(fault).isprintable()
        assert fault.line >= 1
        assert fault.column >= 1
