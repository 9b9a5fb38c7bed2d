"""The checker as a whole: reports, reach of endings, words, and decks that are damaged in two places."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args, get_origin

import pytest
import river
from pydantic import BaseModel

from summit_game.deck import models, ranges
from summit_game.deck.check import check_deck, check_path
from summit_game.deck.faults import Fault, choose, nearest, quote
from summit_game.deck.formulas import Read, parse
from summit_game.deck.load import load_deck
from summit_game.deck.overlay import PROSE
from summit_game.deck.ranges import Range
from summit_game.deck.words import hits, loaded_words
from summit_game.rules.registry import parameters

REPO = Path(__file__).resolve().parents[2]


def damaged(tmp_path: Path, file: str, *changes: tuple[str, str]) -> list[str]:
    text = river.texts()[file]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return [str(fault) for fault in check_path(river.write(tmp_path, {file: text}), river.REGISTRY).faults]


@pytest.mark.parametrize("deck", sorted((REPO / "decks").glob("*/")), ids=lambda path: path.name)
def test_the_decks_of_the_game_are_without_fault(deck: Path) -> None:
    report = check_path(deck, parameters())
    assert [str(fault) for fault in report.faults] == []
    assert report.deck_id == deck.name


def test_a_report_counts_and_prints_json(tmp_path: Path) -> None:
    report = check_path(river.FIXTURE, river.REGISTRY)
    found = json.loads(report.report_json())
    assert found["ok"] is True
    assert found["deck"] == "river-talks"
    assert found["digest"] == load_deck(river.FIXTURE).digest
    assert found["counts"] == {
        "issues": 3,
        "delegations": 2,
        "briefs": 2,
        "tables": 1,
        "modules": 4,
        "variants": 1,
        "proposals": 7,
        "concessions": 2,
        "pressure": 2,
        "events": 3,
        "goals": 2,
        "moods": 3,
        "cards": 19,
    }
    text = river.texts()["cards.yaml"].replace("Dry week", "Dry\\u202eweek")
    found = json.loads(check_path(river.write(tmp_path, {"cards.yaml": text}), river.REGISTRY).report_json())
    assert found["ok"] is False
    assert found["counts"] == {} or found["counts"]["cards"] == 19
    (fault,) = found["faults"]
    assert set(fault) == {"file", "line", "column", "what", "todo", "text"}


def test_all_faults_come_in_one_run(tmp_path: Path) -> None:
    faults = damaged(
        tmp_path,
        "cards.yaml",
        ("issue: FRS, level: 1", "issue: FRX, level: 1"),
        ('"trust -1"', '"thrust -1"'),
        ("It has not rained.", "TODO"),
        ("id: E-03", "id: E-01"),
    )
    assert len(faults) == 4
    assert [int(fault.split(":")[1]) for fault in faults] == sorted(int(fault.split(":")[1]) for fault in faults)


def test_the_folder_has_the_name_of_the_deck(tmp_path: Path) -> None:
    deck = river.write(tmp_path).rename(tmp_path / "other-name")
    (fault,) = check_path(deck, river.REGISTRY).faults
    assert "the deck's id is `river-talks`, but its folder is called `other-name`" in str(fault)
    assert fault.line == river.line_of(river.texts()["deck.yaml"], "id: river-talks")


def test_a_deck_that_cannot_be_understood_is_not_checked_further(tmp_path: Path) -> None:
    result = load_deck(river.write(tmp_path, {"cards.yaml": "proposals: [\n"}))
    assert check_deck(result, river.REGISTRY) == ()


def test_every_module_needs_its_model() -> None:
    faults = check_path(river.FIXTURE, {}).faults
    assert len(faults) == 4
    assert all("is not installed; install the package" in str(fault) for fault in faults)


def test_a_table_without_principals(tmp_path: Path) -> None:
    changed = {
        name: river.texts()[name].replace("principal: true", "principal: false")
        for name in ("delegations/UP.yaml", "delegations/LO.yaml")
    }
    (fault,) = check_path(river.write(tmp_path, changed), river.REGISTRY).faults
    assert "no principal sits at the table of 2; seat one, or mark a delegation with `principal: true`" in str(fault)


def test_a_stand_in_that_is_absent(tmp_path: Path) -> None:
    lowlands = river.texts()["delegations/LO.yaml"]
    third = (
        re.sub(r"^delegations:\n", "", lowlands)
        .replace("LO", "ID")
        .replace("  - id: ID\n", "  - id: ID\n    stand_in: ID2\n")
    )
    fourth = re.sub(r"^delegations:\n", "", lowlands).replace("LO", "ID2")
    deck = river.write(tmp_path, {"delegations/LO.yaml": lowlands + third + fourth})
    faults = [str(fault) for fault in check_path(deck, river.REGISTRY).faults]
    assert any("`ID2` stands in for `ID`, but neither sits at the table of 2" in fault for fault in faults)


def test_stalemate_out_of_reach(tmp_path: Path) -> None:
    changes = [
        ('"max(0, 60 - 10 * abs(trust - 5))"', '"0"'),
        ('"10 * agreed"', '"0"'),
        ('"5 * (10 - trust)"', '"5 * (11 - trust)"'),
    ]
    (fault,) = damaged(tmp_path, "scenarios.yaml", *changes)
    assert "no end state was found that leads to `stalemate`: cold_war always fits better" in fault


def test_conflict_out_of_reach(tmp_path: Path) -> None:
    texts = river.texts()
    changed = {
        "cards.yaml": texts["cards.yaml"].replace('"tension +1", ', "").replace("incident MB", "trust -1"),
        "deck.yaml": re.sub(r"  escalation:\n.*\n.*\n", "", texts["deck.yaml"]),
        "delegations/UP.yaml": texts["delegations/UP.yaml"].replace("orders: {2: 2}", "orders: 0"),
        "delegations/LO.yaml": texts["delegations/LO.yaml"].replace("zones: [MB, LP]", "orders: 0"),
    }
    (fault,) = check_path(river.write(tmp_path, changed), river.REGISTRY).faults
    assert "no end state was found that leads to `conflict`: nothing raises tension far enough" in str(fault)


def test_a_fit_that_only_seems_too_high_is_no_fault(tmp_path: Path) -> None:
    """Interval arithmetic alone would say 120: both terms are never high together."""
    change = ('"5 * (10 - trust)"', '"6 * (10 - trust) + 6 * trust"')
    assert damaged(tmp_path, "scenarios.yaml", change) == []


def test_a_module_that_is_off_gives_its_fixed_points(tmp_path: Path) -> None:
    texts = river.texts()
    changed = {
        "deck.yaml": texts["deck.yaml"].replace("    on: true\n", "    on: false\n"),
        "scenarios.yaml": texts["scenarios.yaml"].replace("otherwise: 5", "otherwise: 50"),
    }
    (fault,) = check_path(river.write(tmp_path, changed), river.REGISTRY).faults
    assert "the fit of scenario `settlement` can be 135" in str(fault)


def test_huge_decks_are_not_enumerated(tmp_path: Path) -> None:
    """Eight issues of eight levels are 16 million texts: the check gives up on the zone, not on the deck."""
    level = '{title: "T", text: "Text", source: "Invented"}'
    issues = "issues:\n" + "".join(
        f'  - {{id: I{i}, title: "T", question: "Q", levels: [{", ".join([level] * 8)}], '
        'history: [{who: "W", when: "Then", text: "T", source: "Invented"}]}\n'
        for i in range(8)
    )
    report = check_path(river.write(tmp_path, {"issues.yaml": issues}), river.REGISTRY)
    assert report.faults
    assert not any("no text is worth" in str(fault) or "texts suit" in str(fault) for fault in report.faults)


# formulas as ranges


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("trust", 0, 10),
        ("2 * trust - 3", -3, 17),
        ("-trust", -10, 0),
        ("trust * trust", 0, 100),
        ("abs(trust - 4)", 0, 6),
        ("max(0, 40 - 8 * abs(trust - 4))", 0, 40),
        ("clamp(trust, 2, 5)", 2, 5),
        ("min(trust, 3, 7)", 0, 3),
        ("trust >= 0", 1, 1),
        ("trust > 10", 0, 0),
        ("trust < 5", 0, 1),
        ("trust <= 10", 1, 1),
        ("trust == 11", 0, 0),
        ("trust != 11", 1, 1),
        ("not trust", 0, 1),
        ("trust and 0", 0, 0),
        ("trust or 1", 1, 1),
    ],
)
def test_the_range_of_a_formula(text: str, low: int, high: int) -> None:
    assert ranges.bounds(parse(text), lambda read: Range(0, 10)) == (low, high)


def test_a_range_holds_every_single_value() -> None:
    texts = [
        "2 * a - b * a",
        "clamp(a - b, 0, 2) * 3",
        "(a > b) + (a == 2) - (b != 3)",
        "not a or b and a",
        "max(a, -b, 1)",
    ]
    for text in texts:
        tree = parse(text)
        whole = ranges.bounds(tree, lambda read: Range(0, 4))
        for a in range(5):
            for b in range(5):

                def one(read: Read, a: int = a, b: int = b) -> Range:
                    value = a if read.name == "a" else b
                    return Range(value, value)

                value = ranges.bounds(tree, one)
                assert value.low == value.high
                assert whole.low <= value.low <= whole.high


# words


def test_the_word_list_is_sorted_out() -> None:
    words = loaded_words()
    assert len(words) >= 80
    assert len(set(words)) == len(words)
    assert all(word == word.strip().casefold() for word in words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The REGIME falls.", ["REGIME"]),
        ("regimes, regime", ["regimes", "regime"]),
        ("regime and regime", ["regime"]),
        ("a regimen of exercise", []),
        ("so-called talks", ["so-called"]),
        ("an axis\nof  evil", ["axis\nof  evil"]),
        ("puppeteers", ["puppeteers"]),
        ("It evolved.", []),
        ("Shamrock", []),
    ],
)
def test_loaded_words_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert list(hits(text)) == found


def test_allowed_words_are_allowed_in_every_form() -> None:
    assert list(hits("Puppets and a puppet", ["Puppet"])) == []
    assert list(hits("regimes", ["regime"])) == ["regimes"]


def test_every_text_field_of_a_deck_is_known_to_the_text_check() -> None:
    """A new field of the models must be either read for loaded words or be named here."""
    not_prose = {
        *("id", "side", "stand_in", "issue", "module", "owner", "zones", "tags", "without", "tables", "kind", "lacks"),
        *(
            "points",
            "test",
            "effects",
            "share",
            "briefs",
            "promises",
            "allowed_words",
            "asks",
            "by",
            "left_out",
            "merged",
            "track",
            "mandate",
            "start",
            "red_lines",
        ),
        *("values", "options", "modules", "when", "tracks", "reservation", "delegations"),
        *("asks", "by", "left_out", "merged", "track"),
        *(
            "sources",
            "references",
            "heading",
            "cited_as",
            "address",
            "ranges",
            "low",
            "high",
            "issues",
            "publisher",
            "date",
            "day",
            "heading",
        ),
    }

    def has_text(annotation: object) -> bool:
        if annotation is str or (get_origin(annotation) is not None and str in get_args(annotation)):
            return True
        return any(has_text(each) for each in get_args(annotation) if not isinstance(each, str))

    for model in vars(models).values():
        if isinstance(model, type) and issubclass(model, BaseModel):
            for name, field in model.model_fields.items():
                if has_text(field.annotation):
                    assert name in PROSE or name in not_prose, f"{model.__name__}.{name}"


# faults


def test_a_fault_is_one_line() -> None:
    fault = Fault("a\nb.yaml", 3, 4, "x\u202e" + "y" * 1000, "do\r\nit")
    assert str(fault).startswith("a b.yaml:3:4: x\\u202ey")
    assert str(fault).endswith("…; do it")
    assert str(fault).isprintable()


def test_quotes_are_short_and_safe() -> None:
    assert quote("a" * 100) == f"`{'a' * 59}…`"
    assert quote(None) == "`null`"
    assert quote(True) == "`true`"
    assert quote({"a": 1}) == "`{…}`"


def test_the_nearest_name() -> None:
    assert nearest("enl", ["DEP", "ENL"]) == "ENL"
    assert nearest("zzz", ["DEP", "ENL"]) is None
    assert choose("x", []) == "remove it"
    assert choose("x", range(20)).endswith("`11` …")
