"""Each number that the rule book prints for the 2021 deck (marked °) is the deck's; the others are the rules' own."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import Any

import pytest
import yaml

from summit_game.engine.scoring import BANDS, rate
from support import DECK, RULES, the_deck

BOOK = RULES.read_text(encoding="utf-8")
CLAUSE = r"R\d+(?:\.\d+[a-z]?)?"
RUN = re.compile(r"(?<![\w.])\d+(?:(?:, | and | or | to |–)\d+)*(?:, | and | or | to |–)?\d*°")
"""Numbers of the deck: one with °, or several of which the last bears it."""


def _yaml(name: str) -> Any:
    return yaml.safe_load((DECK / name).read_text(encoding="utf-8"))


DATA = _yaml("deck.yaml")
OPTIONS, MODULES, TRACKS = DATA["options"], DATA["modules"], DATA["tracks"]
DRAW = _yaml("draw.yaml")["draw"]
DELEGATIONS = {
    each.stem: _yaml(f"delegations/{each.name}")["delegations"][0] for each in (DECK / "delegations").glob("*")
}
MOODS = [each["shift"] for each in DATA["moods"]]
ISSUES = [each["id"] for each in _yaml("issues.yaml")["issues"]]


def clauses() -> dict[str, str]:
    return dict(re.findall(rf"^\*\*({CLAUSE})\*\* (.*)$", BOOK, re.MULTILINE))


def of_the_deck(text: str) -> list[int]:
    """The numbers that are marked as the deck's, in their order."""
    return [int(each) for run in RUN.findall(text) for each in re.findall(r"\d+", run)]


def of_the_rules(text: str) -> list[str]:
    """The other numbers, with their signs; ids of clauses left out."""
    rest = re.sub(rf"\b{CLAUSE}\b|`[^`]*`", "", RUN.sub("", text))
    return re.findall(r"[+−-]?\d+(?:\.\d+)?", rest)


def _acts(act: int) -> list[int]:
    rounds = [number for number, each in enumerate(OPTIONS["acts"], 1) if each == act]
    return rounds if len(rounds) < 3 else [rounds[0], rounds[-1]]


def _orders() -> list[int]:
    """The most orders, and the least seats with which they are given."""
    by_seats = DELEGATIONS["RU"]["orders"]
    most = max(by_seats.values())
    return [most, min(seats for seats, orders in by_seats.items() if orders == most)]


@cache
def expected() -> dict[str, list[int]]:
    """Clause -> the deck's numbers in the order in which the clause prints them."""
    starts = {name: track["start"] for name, track in TRACKS.items()}
    door, limits, drills = MODULES["open_door"], MODULES["deployment_limits"], MODULES["exercises_incidents"]
    talks, open_, home = MODULES["consultations"], MODULES["transparency"], MODULES["ratification"]
    die = _variant("with-the-die")["modules"]["ratification"]
    danger, word, allies = MODULES["escalation"], MODULES["onlooker_credibility"], MODULES["alliance"]
    seats = sorted(DATA["tables"])
    ceiling = OPTIONS["news_ceiling"]
    early = [at for at, each in enumerate(ceiling, 1) if each == ceiling[0]]
    one_in_six = [tension for tension, numbers in danger["brink"].items() if numbers == 1]
    (two_in_six,) = (tension for tension, numbers in danger["brink"].items() if numbers == 2)
    fits = {
        each["line"]: each["points"]
        for each in _fit_lines("settlement") + _fit_lines("stalemate") + _fit_lines("cold_war")
    }
    return {
        "R1.2": [
            *(starts["tension"][each] for each in seats),
            *seats,
            *(
                starts[name]
                for name in ("trust", "cohesion", "onlooker", "rivalry", "support", "credibility", "pressure")
            ),
        ],
        "R1.4b": [*DRAW["weights"], DRAW["shift"], *DRAW["spread"]],
        "R1.4c": [
            *seats,
            *(DRAW["zone"]["least"][each] for each in seats),
            *(DRAW["zone"]["most"][each] for each in seats),
        ],
        "R2.1": [OPTIONS["rounds"]],
        "R2.2": [
            OPTIONS["hand_proposals"],
            OPTIONS["hand_concessions"],
            OPTIONS["hand_pressure"],
            OPTIONS["hand_pressure"],
        ],
        "R2.5a": [*_acts(1), *_acts(2), *_acts(3), *OPTIONS["crisis_rounds"]],
        "R2.5b": [ceiling[0], early[0], early[-1], ceiling[-1]],
        "R2.7": [TRACKS["pressure"]["max"]],
        "R3.1": [OPTIONS["passes"]],
        "R3.2": [OPTIONS["package_concessions"]],
        "R3.6": [OPTIONS["step_per_side"]],
        "R3.7": [OPTIONS["press_per_side"]],
        "R3.8": [OPTIONS["redraw"]],
        "R3.9": [OPTIONS["sign_from"]],
        "R4.4": [OPTIONS["minus_one_from"]],
        "R4.8": [OPTIONS["reasons"]],
        "R4.9": [OPTIONS["amended_concessions"]],
        "R5.2": _orders(),
        "R7.1": [OPTIONS["min_issues"]],
        "R8.1": [TRACKS["tension"]["max"]],
        "R8.4": [
            *(abs(each) for each in sorted(MOODS, reverse=True)),
            OPTIONS["pressure_value"],
            OPTIONS["balance_offset"],
            *[OPTIONS["balance_bound"]] * 2,
        ],
        "R8.5": [OPTIONS["cold_war_cost"], OPTIONS["rating_scale"]],
        "R8.6": [OPTIONS["goal_worth"]],
        "R8.7": [OPTIONS["winner_least"]],
        "R10.1": [door["level"]],
        "R10.2": [door["protected"][0]["from_level"]],
        "R10.3": [door["cohesion_loss"]],
        "R10.4": [door["emboldening_level"], door["emboldening_tension"], door["emboldening"]],
        "R10.5": _numbers(fits["The door for new members stays open"]),
        "R11.1": [OPTIONS["zone_cap"]],
        "R11.3": [limits["host_rights"][0]["from_level"]],
        "R12.3": [drills["notified_from"]] * 2,
        "R12.4": [drills["exercise_support"], drills["exercise_support_max"] - 1],
        "R12.5": [
            drills["incident_contact"],
            drills["incident_base"],
            drills["incident_relief"],
            drills["notified_from"],
        ],
        "R12.6": [drills["standoff"], drills["notified_from"]],
        "R13.1": [talks["consult_tension"], talks["from_level"]],
        "R13.2": [talks["incident_relief"], talks["from_level"]],
        "R13.3": [talks["standoff"], talks["from_level"]],
        "R13.4": [
            _numbers(fits["Channels are open"])[0],
            talks["from_level"],
            _numbers(fits["No channels are open"])[0],
        ],
        "R14.1": [open_["monitors_max"]],
        "R14.2": list(open_["points"].values()),
        "R14.3": [open_["commit"]],
        "R14.4": [open_["monitor_relief"]],
        "R14.5": [open_["standoff"]],
        "R15.1": [home["loss_max"], home["gain_max"]],
        "R15.2": [home["rally"], home["rally_up_to"]],
        "R15.2a": [home["spend"], home["spend_rivalry"]],
        "R15.3": [home["pledge_gain"]],
        "R15.4": [home["pledge_loss"], home["pledge_credibility"]],
        "R15.5": [
            home["need"],
            home["need"] + home["red_line"],
            *(abs(each) for each, _ in groupby(die["draw"])),
            home["red_line"],
            die["need"],
        ],
        "R15.5b": [home["pay_points"], home["pay_most"], home["goal_covers"]],
        "R16.1": [danger["rivalry_per"], *danger["rest"]],
        "R16.3": [danger["brink_from"], *danger["brink"], *one_in_six, 1, two_in_six, 1, 2],
        "R16.4": [danger["tension_free"]],
        "R17.3": [word["kept_trust"]],
        "R17.4": [word["broken_credibility"], word["broken_trust"]],
        "R17.8": [word["lost"]],
        "R17.9": [abs(each) for each in _numbers(_score("US", "onlooker"))],
        "R18.1": [allies["broken"]],
        "R18.2": [allies["overruled"]],
        "R18.3": [allies["recover"], allies["recover_to"]],
        "R18.4": [allies["absent"]],
        "R18.5": [
            *_numbers(_score("US", "cohesion"))[:1],
            *_numbers(_score("RU", "cohesion"))[:1],
            *_numbers(_score("US", "cohesion"))[1:],
            *_numbers(fits["The West is united"]),
        ],
        "R19.1": [OPTIONS["talk"]],
    }


def _fit_lines(ending: str) -> list[dict[str, Any]]:
    scenario = next(each for each in _yaml("scenarios.yaml")["scenarios"] if each["kind"] == ending)
    limits = [
        {"line": each["line"], "points": str(each.get("at_most", each.get("share")))} for each in scenario["limits"]
    ]
    return [*scenario["fit"], *limits]


def _variant(name: str) -> dict[str, Any]:
    return next(each for each in DATA["variants"] if each["id"] == name)


def _score(who: str, track: str) -> str:
    return next(each["points"] for each in DELEGATIONS[who]["score"] if track in each["points"])


def _numbers(formula: str) -> list[int]:
    return [int(each) for each in re.findall(r"\d+", formula)]


OF_THE_RULES = {
    "R1.4b": "100 100 100 100",
    "R1.4c": "1000",
    "R1.7": "1",
    "R2.2": "1",
    "R3.3": "1",
    "R3.6": "−1 +1 +1",
    "R4.6": "+1 −1",
    "R4.8": "1",
    "R5.5": "0",
    "R5.6": "+1 +1 −1 0 −1 +1",
    "R5.7": "−1 +1 +1 −1 +1 −1 −1",
    "R5.8": "+1 1",
    "R6.2": "−1",
    "R7.4": "−1",
    "R8.3": "0 100 0",
    "R8.8": "1 0",
    "R9.6": "2",
    "R10.5": "0 4",
    "R12.3": "+1 0",
    "R12.5": "0 2 −1",
    "R13.4": "0",
    "R14.1": "0",
    "R14.5": "1",
    "R15.1": "0",
    "R15.3": "1",
    "R15.5": "1 2 3 4 5 6",
    "R15.5a": "1 1",
    "R15.5b": "1",
    "R17.1": "1 2021",
    "R19.8": "1 3",
    "R19.9": "+1",
    "R19.10": "−1 −1",
    "R19.11": "1 −1",
    "R19.12": "1 +1",
}
"""Numbers that hold with every deck. Whoever prints another one decides here which of the two kinds it is."""


@pytest.mark.parametrize("clause", sorted(clauses()))
def test_the_numbers_of_a_clause_that_are_marked_are_the_decks(clause: str) -> None:
    assert of_the_deck(clauses()[clause]) == expected().get(clause, [])


@pytest.mark.parametrize("clause", sorted(clauses().keys() - {"R8.5", "R8.7"}))
def test_the_other_numbers_of_a_clause_are_the_rules(clause: str) -> None:
    assert of_the_rules(clauses()[clause]) == OF_THE_RULES.get(clause, "").split()


def test_no_clause_is_left_over() -> None:
    assert expected().keys() | OF_THE_RULES.keys() <= clauses().keys()


def test_ids_of_the_deck_in_clauses_are_right() -> None:
    deck = the_deck()
    core = [issue.id for issue in deck.issues if issue.core]
    assert f"({core[0]}, {core[1]} or {core[2]})" in clauses()["R7.1"]
    assert len(core) == 3
    names = [each.id for each in deck.delegations if each.principal]
    assert f"({' and '.join(names)})" in clauses()["R4.2"]
    points = ", ".join(f"{issue} {level}°" for issue, level in MODULES["transparency"]["points"].items())
    assert f"({points})" in clauses()["R14.2"]
    assert f"({MODULES['transparency']['standoff_issue']})" in clauses()["R14.5"]
    assert (
        f"({', '.join(MODULES['alliance']['members'][:2])} and {MODULES['alliance']['members'][2]})"
        in clauses()["R18.0"]
    )
    united = [who for who, each in DELEGATIONS.items() if "cohesion - " in str(each.get("score"))]
    said = re.search(r"lines: ([A-Z, ]+ and [A-Z]+) cohesion − 6°, and ([A-Z]+) 6° − cohesion", clauses()["R18.5"])
    assert said
    assert set(re.findall("[A-Z]+", said[1])) == set(united)
    assert "6 - cohesion" in _score(said[2], "cohesion")


def test_the_die_of_the_variant_is_the_decks() -> None:
    faces: dict[int, list[str]] = {}
    for face, points in enumerate(_variant("with-the-die")["modules"]["ratification"]["draw"], 1):
        faces.setdefault(points, []).append(str(face))
    said = [
        f"{' and '.join(on)} {'is' if len(on) == 1 else 'are'} {f'{points:+d}'.replace('-', '−') if points else '0'}°"
        for points, on in faces.items()
    ]
    assert f"the die is rolled for each capital: {', '.join(said[:-1])} and {said[-1]}." in clauses()["R15.5"]
    assert _variant("with-the-die")["modules"]["ratification"]["hesitation"] is False
    assert MODULES["ratification"]["hesitation"] is True
    assert not any(MODULES["ratification"]["draw"])  # "no die is rolled"


# --- ratings ------------------------------------------------------------------------------------------------------


def test_the_ratings_are_those_of_the_formula() -> None:
    scale = OPTIONS["rating_scale"]
    told = re.findall(r"(−?\d+) gives (\d+)", clauses()["R8.5"])
    assert len(told) > 10
    rows = re.search(r"^\| Surplus \(R8\.5\) \| (.*) \|\n.*\n\| Rating \| (.*) \|$", BOOK, re.MULTILINE)
    assert rows
    printed = list(zip(rows[1].split(" | "), rows[2].split(" | "), strict=True))
    assert printed == told
    for surplus, rating in told:
        assert rate(int(surplus.replace("−", "-")), scale) == int(rating)
    assert rate(7) == int(50 + 2.5 * 7 + 0.5)
    assert "50 + 2.5 × surplus" in clauses()["R8.5"]


def test_the_words_for_a_rating_are_those_of_the_program() -> None:
    said = clauses()["R8.7"]
    bounds = [0, *(bound for bound, _ in BANDS)]
    for low, (high, word) in zip(bounds, BANDS, strict=False):
        numbers = f"below {high}" if low == 0 else f"from {low}" if high > 100 else f"{low}–{high - 1}"
        assert f"{numbers} {word}" in said


# --- tables -------------------------------------------------------------------------------------------------------


def _rows(heading: str) -> list[list[str]]:
    """The cells of the table under the head row that begins so."""
    table = re.search(rf"^\| {re.escape(heading)}.*\n\|[ |-]+\n((?:\|.*\n)+)", BOOK, re.MULTILINE)
    assert table, heading
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


def test_the_ranges_of_the_tracks_are_the_decks() -> None:
    rows = {name: span for name, span, _ in _rows("Track | Range")}
    assert rows == {name: f"0–{track['max']}°" for name, track in TRACKS.items()}
    least = min(MODULES["escalation"]["brink"])
    (told,) = (text for name, _, text in _rows("Track | Range") if name == "tension")
    assert of_the_deck(told) == [least, TRACKS["tension"]["max"]]


def test_the_lines_of_the_endings_are_the_decks() -> None:
    kinds = {"settlement": "settlement", "stalemate": "stalemate", "conflict": "conflict", "Cold War": "cold_war"}
    rows = _rows("Ending (R8.3)")
    for said, kind in kinds.items():
        told = [(line, sorted(filter(None, _numbers(points)))) for ending, line, points in rows if ending == said]
        deck = [
            (each["line"], sorted(filter(None, _numbers(each["points"].replace("(1 - conflict) * ", "")))))
            for each in _fit_lines(kind)
        ]
        assert [(line, numbers or [100]) for line, numbers in told] == [(line, n or [100]) for line, n in deck]


def test_the_sums_of_orders_do_what_the_clauses_say() -> None:
    rows = _rows("Sums of the two sides")
    assert len(rows) == 6
    for sums, tension, trust in rows:
        one, other = (int(each.replace("−", "-")) for each in sums.split(" and "))
        assert tension == (f"{one + other:+d}".replace("-", "−") if one + other else "–")
        moved = 1 if one == other == -1 else -1 if one and other else 0
        assert trust == (f"{moved:+d}".replace("-", "−") if moved else "–")


def test_the_variants_are_the_decks() -> None:
    rows = dict(_rows("Variant (R9.3)"))
    deck = {each["id"]: each for each in DATA["variants"]}
    assert len(rows) == len(deck)
    quick, lesson = deck["quick"], deck["lesson"]
    numbers = [quick["options"]["rounds"], quick["options"]["sign_from"], quick["start"]["support"]]
    assert [int(each) for each in of_the_rules(rows["quick"])] == numbers
    assert [int(each) for each in of_the_rules(rows["one lesson"])] == [
        lesson["options"]["rounds"],
        lesson["options"]["sign_from"],
    ]
    assert lesson["options"]["passes"] == 1
    chapters = {"transparency": "R14", "ratification": "R15", "onlooker_credibility": "R17", "talk": "R19"}
    off = rows["one lesson"].rpartition(";")[2]
    assert set(re.findall(r"R\d+", off)) == {chapters[name] for name in lesson["without"]}


def _named(text: str) -> set[str]:
    """The clauses that a text names; `R12.1–R12.4` names those in between."""
    found = set(re.findall(rf"\b{CLAUSE}\b", text)) & clauses().keys()
    for first, chapter, low, high in re.findall(r"\b((R\d+)\.(\d+))[a-z]?–R\d+\.(\d+)", text):
        found |= {first, *(f"{chapter}.{number}" for number in range(int(low), int(high) + 1))}
    return found & clauses().keys()


def _aid() -> list[str]:
    start = BOOK.index("## Player aid")
    return [line for line in BOOK[start : BOOK.index("## Notes for the facilitator")].splitlines() if _named(line)]


@pytest.mark.parametrize("line", [each for each in _aid() if not each.startswith(("| Surplus", "| Sums"))])
def test_the_player_aid_has_no_number_that_its_clauses_have_not(line: str) -> None:
    named = [clauses()[each] for each in _named(line)]
    deck = {number for text in named for number in of_the_deck(text)}
    rules = {number.strip("+−") for text in named for number in of_the_rules(text)}
    assert set(of_the_deck(line)) <= deck
    assert {number.strip("+−") for number in of_the_rules(line)} <= rules | {str(each) for each in deck}


def test_a_mark_stands_nowhere_else() -> None:
    rest = re.sub(rf"^\*\*{CLAUSE}\*\*.*$", "", BOOK, flags=re.MULTILINE)
    rest = rest.replace("\n".join(_aid()), "")
    for line in rest.splitlines():
        assert not RUN.search(line) or line.startswith("| ") or _named(line), line
