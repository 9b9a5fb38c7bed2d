"""Keys of deck format 2 that wait for their rules (read, checked, noted, without effect); a deck's own words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from summit_game.deck.check import CheckReport, check_path
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.load import open_deck
from summit_game.deck.overlay import texts_of
from summit_game.deck.schema import deck_schema
from summit_game.engine import events as ev
from summit_game.rules.registry import parameters, registry
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.words import papers
from summit_game.words.happened import tell
from summit_game.words.names import Words
from support import SECOND_DECK

CHOICE = {
    "asks": "HF",
    "answers": [
        {"title": "Open the gates", "effects": ["tension -1"]},
        {"title": "Wait", "effects": [{"if level(WAT) < 1": ["trust -1"]}]},
    ],
    "usual": 1,
}
ENDINGS = {"merged": {"cold_war": "stalemate"}, "left_out": ["conflict"]}
DRIVES = [{"track": "tension", "by": "units - level(WAT)"}]


def changed(folder: Path, change, number: int = 2) -> Path:
    """The river deck in one file, with a change; in format 1 without what came with format 2."""
    joined: dict = {}
    for file in sorted(SECOND_DECK.rglob("*.yaml")):
        if file.parent.name == "lang":
            continue
        for name, value in yaml.load(file.read_text(encoding="utf-8"), _Loader).items():
            joined[name] = [*joined[name], *value] if isinstance(joined.get(name), list) else value
    joined["deck"]["format"] = number
    if number == 1:
        first_format(joined)
    change(joined)
    target = folder / "linnet-river"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    (target / "deck.yaml").write_text(
        yaml.dump(joined, Dumper=_Dumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return target


def first_format(data: dict) -> None:
    """Take out what the river deck has of format 2."""
    del data["draw"]
    for who in data["delegations"]:
        del who["voice"]
    for zone in data["zones"]:
        del zone["box"], zone["sea"]


class _Loader(yaml.SafeLoader):
    """YAML as a deck has it: `on` is a word."""


class _Dumper(yaml.SafeDumper):
    """Without aliases, which no deck may have."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Loader.yaml_implicit_resolvers = {
    first: [each for each in found if each[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def checked(folder: Path, change, number: int = 2) -> CheckReport:
    return check_path(changed(folder, change, number), parameters())


def everything(data: dict) -> None:
    data["events"][0]["choice"] = CHOICE
    data["endings"] = ENDINGS
    data["drives"] = DRIVES


def test_the_river_deck_in_one_file_is_the_same_deck(tmp_path: Path) -> None:
    assert open_deck(changed(tmp_path, lambda data: None))[0] == open_deck(SECOND_DECK)[0]


def test_each_reserved_key_is_accepted_and_noted(tmp_path: Path) -> None:
    report = checked(tmp_path, everything)
    assert report.faults == ()
    noted = {fault.what.split("`")[1] for fault in report.notes if "nothing is done with it yet" in fault.what}
    assert noted == {"choice", "endings", "drives"}
    assert not any("nothing is done" in fault.what for fault in checked(tmp_path, lambda data: None).notes)


def test_nothing_follows_from_them(tmp_path: Path) -> None:
    compiled = [
        compile_game(open_deck(changed(tmp_path, each))[0], TableOptions(2, (), ()), registry())
        for each in (lambda data: None, everything)
    ]
    assert compiled[0].setting == compiled[1].setting
    assert compiled[0].secrets == compiled[1].secrets


def test_they_are_new_in_format_2(tmp_path: Path) -> None:
    faults = checked(tmp_path, everything, number=1).faults
    assert sum("came with deck format 2" in fault.what for fault in faults) == 3


def test_their_texts_are_translated_and_checked_for_words_that_take_sides(tmp_path: Path) -> None:
    path = changed(tmp_path, everything)
    texts = texts_of(open_deck(path)[0])
    assert "Open the gates" in texts.values()

    def unfair(data: dict) -> None:
        data["events"][0]["choice"] = CHOICE | {"answers": [{**CHOICE["answers"][0], "title": "A regime"}] * 2}

    faults = checked(tmp_path, unfair).faults
    assert ["takes sides" in fault.what for fault in faults] == [True, True]


def test_the_schema_knows_them() -> None:
    schema = deck_schema(parameters())
    assert {"endings", "drives"} <= set(schema["properties"])
    assert "choice" in schema["$defs"]["Event"]["properties"]


def _put(section: str, at: int, key: str, value: object):
    return lambda data: data[section][at].update({key: value})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_put("events", 0, "choice", CHOICE | {"usual": 2}), "`choice.usual` of card `E-01` is 2"),
        (_put("events", 0, "choice", CHOICE | {"asks": "XX"}), "unknown delegation `XX`"),
        (_put("events", 0, "choice", CHOICE | {"answers": CHOICE["answers"][:1]}), "answers"),
        (
            _put("events", 0, "choice", CHOICE | {"answers": [{"title": "One", "effects": ["tensoin +1"]}] * 2}),
            "tensoin",
        ),
        (lambda data: data.update(endings={"left_out": ["settlement"]}), "does without `settlement`"),
        (lambda data: data.update(endings={"left_out": ["conflict", "conflict"]}), "a second time"),
        (lambda data: data.update(endings={"left_out": ["conflict"], "merged": {"conflict": "stalemate"}}), "second"),
        (lambda data: data.update(endings={"merged": {"cold_war": "cold_war"}}), "does without"),
        (lambda data: data.update(endings={"merged": {"settlement": "stalemate"}}), "does without `settlement`"),
        (lambda data: data.update(endings={"left_out": ["peace"]}), "peace"),
        (lambda data: data.update(drives=[{"track": "tensoin", "by": "units"}]), "tensoin"),
        (lambda data: data.update(drives=[{"track": "tension", "by": "unitz"}]), "unitz"),
        (lambda data: data.update(drives=DRIVES * 2), "a second time"),
    ],
)
def test_what_they_cannot_be_is_a_fault(tmp_path: Path, change, says: str) -> None:
    faults = checked(tmp_path, change).faults
    assert faults
    assert any(says in fault.what for fault in faults), faults


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_deck_may_list_any_number_of_sides_and_is_told_how_many_can_be_played(tmp_path: Path, count: int) -> None:
    """The format has room for none, two or more; the rules of this edition play with two that are not neutral."""

    def sides(data: dict) -> None:
        data["sides"] = [*data["sides"], {"id": "Third", "name": "Third"}][:count]

    faults = checked(tmp_path, sides).faults
    assert any("not neutral" in fault.what and str(count) in fault.what for fault in faults), faults


def test_a_fixed_deck_is_not_asked_for_variety(tmp_path: Path) -> None:
    def fixed(data: dict) -> None:
        del data["draw"]
        data["deck"]["fixed"] = True

    assert checked(tmp_path, fixed).faults == ()


# --- terms: in use ---------------------------------------------------------------------------------------------------

TERMS = {"unit": {"one": "gate", "many": "gates"}, "zone": {"one": "reach", "many": "reaches"}}


def named(folder: Path, terms: dict | None) -> tuple[Words, Table]:
    """The river game under these words."""
    deck = open_deck(changed(folder, lambda data: data.update({} if terms is None else {"terms": terms})))[0]
    game = compile_game(deck, TableOptions(2, (), ()), registry())
    table = Table(game, 1)
    table.start()
    return Words(game.setting, deck), table


@pytest.mark.parametrize(
    ("terms", "unit", "units", "place"),
    [
        (None, "unit", "units", "Zone"),
        (TERMS, "gate", "gates", "Reach"),
        ({"zone": TERMS["zone"]}, "unit", "units", "Reach"),
    ],
)
def test_the_log_the_map_and_the_sheet_say_the_words_of_the_deck(
    tmp_path: Path, terms: dict | None, unit: str, units: str, place: str
) -> None:
    words, table = named(tmp_path, terms)
    said = tell(words, ev.UnitsMoved(0, 0, 1, 2, "R5.3"))
    assert said is not None
    assert said.startswith(f"{units.capitalize()} of Upper river in ")
    assert any(line.startswith(f"{place} ") for line in papers.the_map(words, table.public()))
    assert LocalPort(table, words).sheet.units == (unit, units)


def test_terms_are_checked_and_translated(tmp_path: Path) -> None:
    assert checked(tmp_path, lambda data: data.update(terms=TERMS)).faults == ()
    deck = open_deck(changed(tmp_path, lambda data: data.update(terms=TERMS)))[0]
    assert texts_of(deck)["terms", "unit", "one"] == "gate"
    for wrong in ({"unit": {"one": "gate"}}, {"unti": TERMS["unit"]}, {"unit": {"one": "regime", "many": "regimes"}}):
        assert checked(tmp_path, lambda data, wrong=wrong: data.update(terms=wrong)).faults
    faults = checked(tmp_path, lambda data: data.update(terms=TERMS), number=1).faults
    assert ["came with deck format 2" in fault.what for fault in faults] == [True]
