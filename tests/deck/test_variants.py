"""A variant may put other parameters in the place of a module's (R9.3): what the checker says, what is played."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summit_game.deck.check import CheckReport, check_path
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.load import open_deck
from summit_game.deck.schema import deck_schema
from summit_game.rules.registry import parameters, registry
from support import SECOND_DECK

AT = "  - id: long\n"


def deck_with(tmp_path: Path, modules: str, *pairs: tuple[str, str]) -> Path:
    """The river deck with a variant `other` that has these modules."""
    folder = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, folder)
    text = (folder / "deck.yaml").read_text(encoding="utf-8")
    other = f'  - id: other\n    title: "Other"\n    text: "Other numbers."\n    modules:\n      {modules}\n{AT}'
    for old, new in ((AT, other), *pairs):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return folder


def checked(*given) -> CheckReport:
    return check_path(deck_with(*given), parameters())


def place(folder: Path, of: str) -> tuple[int, int]:
    """Line and column of a piece of text that stands once in the deck's file."""
    text = (folder / "deck.yaml").read_text(encoding="utf-8")
    assert text.count(of) == 1
    before = text[: text.index(of)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.clause("R9.3")
def test_a_variant_changes_the_parameters_that_it_names_and_no_others(tmp_path: Path) -> None:
    folder = deck_with(tmp_path, "ratification: {need: 2, loss_max: 1}")
    assert check_path(folder, parameters()).faults == ()
    deck, _ = open_deck(folder)
    plain, other = (compile_game(deck, TableOptions(2, each), registry()).setting for each in ((), ("other",)))
    before, after = ({module.id: dict(module.numbers) for module in setting.modules} for setting in (plain, other))
    assert before["ratification"] | {"need": 2, "loss_max": 1} == after.pop("ratification")
    assert {name: each for name, each in before.items() if name != "ratification"} == after
    assert plain.options == other.options


@pytest.mark.parametrize(
    ("modules", "at", "says"),
    [
        ("ratificaton: {need: 2}", "ratificaton:", "names the unknown module `ratificaton`; write `ratification`"),
        ("ratification: {nede: 2}", "nede:", "has no key `nede`; write `need`"),
        ('ratification: {need: "two"}', '"two"', "`modules.ratification.need` of variant `other`"),
        ("ratification: {red_line: -1}", "-1}", "`modules.ratification.red_line` of variant `other`"),
        ("ratification: {on: false}", "on: false", "`on` of a module stands in a variant; name the module under"),
        ("transparency: {points: {XYZ: 1}}", "XYZ:", "names the unknown issue `XYZ`"),
    ],
)
def test_what_is_wrong_in_a_variant_is_said_at_its_place(tmp_path: Path, modules: str, at: str, says: str) -> None:
    folder = deck_with(tmp_path, modules)
    (fault,) = check_path(folder, parameters()).faults
    assert (fault.line, fault.column) == place(folder, at)
    assert fault.file.endswith("deck.yaml")
    assert says in str(fault)


def test_a_parameter_that_is_wrong_without_the_variant_is_said_once(tmp_path: Path) -> None:
    report = checked(tmp_path, "ratification: {need: 2}", ("    pledge_loss: 3", "    pledge_loss: -3"))
    (fault,) = report.faults
    assert "of module `ratification`" in fault.what


def test_a_level_is_looked_at_beside_the_parameters_of_the_deck(tmp_path: Path) -> None:
    """A level of another issue: the variant writes the issue, the deck the level that it does not have."""
    from pydantic import BaseModel

    from summit_game.rules.params import IssueId, Level, Params

    class Own(Params):
        issue: IssueId
        level: Level

    import river

    text = river.texts()["deck.yaml"].replace("format: 1", "format: 2\n  fixed: true")
    text = text.replace("modules:\n", "modules:\n  own: {issue: WEI, level: 2}\n")
    registry: dict[str, type[BaseModel]] = {**river.REGISTRY, "own": Own}
    fine = text.replace("    without: [alliance]", "    without: [alliance]\n    modules: {own: {level: 1}}")
    wrong = text.replace("    without: [alliance]", "    without: [alliance]\n    modules: {own: {level: 3}}")
    for name, deck, faults in (("fine", fine, 0), ("wrong", wrong, 1)):
        (tmp_path / name).mkdir()
        found = check_path(river.write(tmp_path / name, {"deck.yaml": deck}), registry).faults
        assert len(found) == faults
        assert all("is level 3, but the issue `WEI` has levels 1 to 2" in each.what for each in found)


def test_it_came_with_format_2(tmp_path: Path) -> None:
    report = checked(tmp_path, "ratification: {need: 2}", ("  format: 2\n", "  format: 1\n"))
    assert any("`modules` came with deck format 2" in fault.what for fault in report.faults)


def test_two_variants_that_do_not_go_together_are_refused_in_a_sentence(tmp_path: Path) -> None:
    deck, _ = open_deck(deck_with(tmp_path, "ratification: {need: 2}"))
    one = deck.variants[-1].model_copy(update={"id": "bad", "modules": {"ratification": {"red_line": -1}}})
    deck = deck.model_copy(update={"variants": (*deck.variants, one)})
    with pytest.raises(SetupError, match="ratification"):
        compile_game(deck, TableOptions(2, ("other", "bad")), registry())


def test_editors_know_the_parameters_in_a_variant() -> None:
    schema = deck_schema(parameters())
    modules = schema["$defs"]["Variant"]["properties"]["modules"]
    assert set(modules["properties"]) == set(parameters())
    for name, each in modules["properties"].items():
        assert "required" not in each
        whole = schema["properties"]["modules"]["properties"][name]["properties"]
        assert set(each["properties"]) == set(whole) - {"on"}
