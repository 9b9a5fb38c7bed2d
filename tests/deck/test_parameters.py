"""What a parameter refers to is said by its type, in the program's own modules and a stranger's; never by its name."""

# ruff: noqa: RUF012 - pydantic copies defaults

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import river
from pydantic import BaseModel, Field

from summit_game.deck import check
from summit_game.deck.check import check_deck, check_path
from summit_game.deck.load import load_deck
from summit_game.deck.schema import deck_schema
from summit_game.rules.params import (
    DelegationId,
    FormulaText,
    IssueId,
    Level,
    LevelOf,
    LevelOfKey,
    Params,
    SideId,
    TrackId,
    ZoneId,
)
from summit_game.rules.registry import parameters
from support import ALL_DECKS


class Measure(BaseModel):
    """One sanction: it has no issue of its own, so its levels are those of the issue around it."""

    on: ZoneId = Field(alias="where")
    starts: Level = 1
    ends: Annotated[int, LevelOf("other")] = 1


class Sanctions(Params):
    issue: IssueId
    other: IssueId = "BRI"
    imposed_by: tuple[DelegationId, ...] = ()
    shared_out: tuple[SideId, ZoneId] | None = None
    cost: dict[TrackId, int] = {}
    lifted_when_text_reaches: dict[IssueId, LevelOfKey] = {}
    measures: list[Measure] = []
    trigger: FormulaText = "1"
    target: Literal["all"] | int | DelegationId | None = None
    # Names that sound like references, and are none.
    points: dict[str, int] = {}
    forbid: dict[int, tuple[str, ...]] = {}
    limits: dict[int, int] = {}
    level: int = 0
    when: str = ""
    press_issue: str = ""


def faults_of(folder: Path, params: str, model: type[BaseModel] = Sanctions) -> list[str]:
    deck = river.texts()["deck.yaml"].replace("modules:\n", f"modules:\n  sanctions: {{issue: WEI, {params}}}\n")
    report = check_path(river.write(folder, {"deck.yaml": deck}), {**river.REGISTRY, "sanctions": model})
    return [fault.what for fault in report.faults]


@pytest.mark.parametrize(
    ("params", "what"),
    [
        ("other: BRY", "`other` of module `sanctions` names the unknown issue `BRY`"),
        ("imposed_by: [UP, XX]", "entry 2 of `imposed_by` of module `sanctions` names the unknown delegation `XX`"),
        ("shared_out: [Hills, ZZ]", "entry 2 of `shared_out` of module `sanctions` names the unknown zone `ZZ`"),
        ("shared_out: [MB, MB]", "entry 1 of `shared_out` of module `sanctions` names the unknown side `MB`"),
        ("cost: {mood: 1}", "`cost` of module `sanctions` names the unknown track `mood`"),
        (
            "lifted_when_text_reaches: {BRI: 3}",
            "`lifted_when_text_reaches.BRI` of module `sanctions` is level 3, but the issue `BRI` has levels 1 to 2",
        ),
        (
            "measures: [{where: MB, starts: 3}]",
            "`measures.1.starts` of module `sanctions` is level 3, but the issue `WEI` has levels 1 to 2",
        ),
        (
            "other: FRS, measures: [{where: MB, ends: 4}]",
            "`measures.1.ends` of module `sanctions` is level 4, but the issue `FRS` has levels 1 to 2",
        ),
        ("measures: [{where: QQ}]", "`measures.1.where` of module `sanctions` names the unknown zone `QQ`"),
        ("trigger: 'tensoin > 3'", "`trigger` of module `sanctions` reads the unknown quantity `tensoin`"),
        ("target: XX", "`target` of module `sanctions` names the unknown delegation `XX`"),
    ],
)
@pytest.mark.fault("K17.3")
def test_a_reference_of_a_strangers_module_is_checked_by_its_type(params, what, tmp_path) -> None:
    assert faults_of(tmp_path, params) == [what]


@pytest.mark.parametrize(
    "params",
    [
        "points: {Upper: 3}, forbid: {9: [Nowhere]}, limits: {7: 1}, level: 9, when: 'at noon', press_issue: daily",
        "target: all",
        "target: 3",
        "target: LO, imposed_by: [UP], shared_out: [Hills, MB], cost: {trust: 1}, measures: [{where: MB, starts: 2}]",
    ],
)
@pytest.mark.fault("K17.3")
def test_a_name_alone_says_nothing(params, tmp_path) -> None:
    assert faults_of(tmp_path, params) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda path: path.name)
def test_every_id_in_the_parameters_of_a_deck_has_a_type_that_says_so(path, monkeypatch) -> None:
    """Wherever a parameter of the shipped decks holds an id, another text in its place is a fault."""
    # Most of a check's time is the search for texts that reach each ending, which reads no parameter.
    monkeypatch.setattr(check, "check_reach", lambda ck: None)
    result = load_deck(path)
    deck = result.deck
    ids = {each.id for kind in (deck.issues, deck.zones, deck.sides, deck.delegations) for each in kind}
    broken = 0
    for changed in _one_id_changed(deck.modules, ids):
        faults = check_deck(replace(result, deck=deck.model_copy(update={"modules": changed})), parameters())
        assert any("`Nobody`" in fault.what for fault in faults), changed
        broken += 1
    assert broken


def _one_id_changed(value: Any, ids: set[str]) -> Iterator[Any]:
    """Copies of a value, in each of them one id replaced."""
    if isinstance(value, dict):
        for key, each in value.items():
            rest = {name: other for name, other in value.items() if name != key}
            if key in ids:
                yield {**rest, "Nobody": each}
            for changed in _one_id_changed(each, ids):
                yield {**rest, key: changed}
    elif isinstance(value, tuple):
        for i, each in enumerate(value):
            for changed in _one_id_changed(each, ids):
                yield (*value[:i], changed, *value[i + 1 :])
    elif value in ids:
        yield "Nobody"


def test_editors_are_told_what_a_parameter_refers_to() -> None:
    schema = deck_schema({"sanctions": Sanctions})
    modules = schema["properties"]["modules"]["properties"]["sanctions"]["properties"]
    assert modules["issue"]["description"] == "Id of an issue."
    assert modules["imposed_by"]["items"]["description"] == "Id of a delegation."
    assert "description" not in modules["press_issue"]


@pytest.mark.parametrize("name", ["transparancy", "sanctions"])
@pytest.mark.fault("K17.4")
def test_a_module_that_is_not_installed_is_not_taken_for_a_slip(name, tmp_path) -> None:
    deck = river.texts()["deck.yaml"].replace("modules:\n", f"modules:\n  {name}: {{}}\n")
    (fault,) = check_path(river.write(tmp_path, {"deck.yaml": deck}), river.REGISTRY).faults
    assert fault.what == f"the rule module `{name}` is not installed"
    assert fault.todo == "install the package that has it, such as `pip install PACKAGE`, or correct its id"
