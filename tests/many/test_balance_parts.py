"""The parts of the balance report about mixed tables: counted again from the games, and held by golden files."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from summit_game.deals.agreement import objectors, space_of
from summit_game.deals.measures import measures
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine import ops
from summit_game.engine.board import POSTURE
from summit_game.engine.play import apply, legal, start
from summit_game.engine.queries import zone_limit
from summit_game.engine.scoring import holding, scores
from summit_game.engine.setting import CONFLICT, ENDINGS, SETTLEMENT
from summit_game.engine.streams import flash_number
from summit_game.language import catalogue
from summit_game.many.balance.course import BARS, COUNTS, stopped_by
from summit_game.many.balance.flips import Rolled, flips, rolled
from summit_game.many.balance.games import Deal, Watched, deal, watch
from summit_game.many.balance.grids import as_markdown, as_text, grids
from summit_game.many.balance.measured import FLIPS, PARTS, QUICK
from summit_game.many.balance.modules import Final, modules
from summit_game.many.balance.report import balance
from summit_game.many.balance.skill import KINDS, LADDER
from summit_game.many.balance.text import balance_markdown, balance_text
from summit_game.many.balance.variety import effective, fitting, spread
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import play_one, play_out
from summit_game.many.share_out import Crew, Table
from support import DECK, SECOND_DECK, the_deck

GAMES, SEED = 12, 68
SHORT = (*QUICK, FLIPS)


def report(parts: tuple[str, ...] = SHORT, jobs: int = 1, games: int = GAMES, seats: int = 2, seed: int = SEED) -> dict:
    return balance(DECK, TableOptions(seats), games, seed, (), Crew(jobs), None, parts)


def table(seats: int = 2) -> Table:
    return Table(the_deck(DECK), "test", TableOptions(seats))


@pytest.fixture(scope="module")
def small() -> dict:
    return report()


@pytest.fixture(scope="module")
def played() -> list:
    """The games of the small report, played again."""
    result = []
    for seed in range(SEED, SEED + GAMES):
        heard: list = []
        state, _ = play_out(
            table().dealt(seed),
            seed,
            drawn([MIXED] * 2, seed),
            lambda state, seat, action, events, to=heard: to.extend(events),
        )
        result.append((state, heard))
    return result


def golden(name: str, result: dict) -> None:
    """Compare with what is kept; SUMMIT_GOLDEN=write keeps it."""
    path = Path(__file__).parent / name
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("SUMMIT_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{name} is missing; SUMMIT_GOLDEN=write writes it"
    assert text == path.read_text(encoding="utf-8")


def test_a_small_report_of_the_flagship_is_as_it_was():
    golden("balance.json", report(games=10, seats=4, seed=1))


@pytest.mark.slow
def test_a_small_report_with_all_parts_is_as_it_was():
    golden("balance-full.json", report(PARTS, games=4, seats=3, seed=1))


def test_any_number_of_processes_gives_the_same_parts(small):
    assert report(jobs=2) == small


def test_without_parts_the_overview_brings_those_that_need_no_more_games():
    few = balance(DECK, TableOptions(2), 2, SEED, (MIXED,), Crew(1))
    assert list(few["parts"]) == list(QUICK)
    assert few["parts"] == report(QUICK, games=2)["parts"]
    assert "parts" not in balance(DECK, TableOptions(2), 2, SEED, ("flat",), Crew(1))
    assert "kinds" not in report(("clauses",), games=2)
    with pytest.raises(SetupError, match="--part overview"):
        balance(DECK, TableOptions(2), 2, SEED, ("flat",), Crew(1), None, ("clauses",))


# --- endings and clauses -------------------------------------------------------------------------------------------


def test_endings_and_counts_are_those_of_the_games(small, played):
    part = small["parts"]["endings"]
    for at, name in enumerate(ENDINGS):
        assert part["endings"][name]["games"] == sum(state.ending == at for state, _ in played)
    wars = [state.round for state, _ in played if state.ending == CONFLICT]
    assert part["conflict_rounds"] == {str(each): wars.count(each) for each in sorted(set(wars))}
    events = [event for _, heard in played for event in heard]
    counts = {
        "tabled": sum(isinstance(event, ev.PackageTabled) for event in events),
        "adopted": sum(bool(vote.changes) and vote.passed for state, _ in played for vote in state.record)
        - sum(isinstance(event, ev.StepAnswered) and event.granted for event in events),
        "amended": sum(isinstance(event, ev.PackageAmended) for event in events),
        "steps": sum(isinstance(event, ev.Stepped) for event in events),
        "answered": sum(isinstance(event, ev.Stepped) and event.answers >= 0 for event in events),
        "kept": sum(isinstance(event, ev.PromiseChecked) and event.kept for event in events),
        "broken": sum(isinstance(event, ev.PromiseChecked) and not event.kept for event in events),
        "lost": sum(isinstance(event, ev.SigningFailed) and event.barred for event in events),
        "brink": sum(isinstance(event, ev.FlashTurned) for event in events),
    }
    assert part["counts"] == counts
    assert list(counts) == list(COUNTS)


def test_each_clause_that_moved_something_is_counted(small, played):
    moved: dict[str, list[int]] = {}
    for at, (_, heard) in enumerate(played):
        for event in heard:
            if isinstance(event, (ev.TrackMoved, ev.SeatTrackMoved, ev.UnitsMoved)) and event.cause[:1] == "R":
                moved.setdefault(event.cause, []).append(at)
    found = small["parts"]["clauses"]["clauses"]
    assert {name: row["moves"] for name, row in found.items() if "moves" in row} == {
        name: {"times": len(games), "games": len(set(games))} for name, games in moved.items()
    }
    assert {"R13.1", "R15.1", "R16.2", "R5.3"} <= set(moved)


def test_orders_that_a_clause_bars_are_those_that_the_menu_lacks():
    """Counted from the menus: who has no HOLD must draw; what could be built or exercised else stands in the menu."""
    together: set[str] = set()
    for seed in range(SEED, SEED + 4):
        found, orders = _orders_barred(seed)
        assert orders == Counter(clause for *_, clause in found)
        together |= set(orders)
    assert together >= {"R5.4", "R11.1", "R12.2"}


def _orders_barred(seed: int) -> tuple[set[tuple[int, int, int, str]], dict[str, int]]:
    """Round, seat, zone and clause of each order that the menus of a game lack, and what the report counts."""
    found: set[tuple[int, int, int, str]] = set()
    game = table(4).dealt(seed)
    seen = watch(game, MIXED, seed)
    state, _ = start(game, seed)
    for seat, action in seen.course.moves:
        spec, side = game.setting.seat_specs[seat], game.setting.side_of[seat]
        if state.phase == POSTURE and side in (0, 1):
            menu = {each.args for each in legal(state, seat)}
            given = {zone for _, zone in state.own[seat].orders}
            for zone in spec.zones:
                units = state.units[side][zone]
                if (a.HOLD,) not in menu:
                    found |= {(state.round, seat, zone, "R5.4")} if (a.DRAW, zone) in menu else set()
                elif zone not in given and game.setting.stands[side][zone]:
                    full = "R5.3" if zone_limit(state, side, zone).issue < 0 else "R11.1"
                    found |= {(state.round, seat, zone, full)} if (a.BUILD, zone) not in menu else set()
                    barred = units and (a.EXERCISE, zone) not in menu
                    found |= {(state.round, seat, zone, "R12.2")} if barred else set()
        apply(state, seat, action)
    bars = {clause: count for clause, way, count in seen.course.bites if way == BARS}
    return found, {clause: count for clause, count in bars.items() if clause in ("R5.3", "R5.4", "R11.1", "R12.2")}


def test_objections_hold_by_the_clause_that_they_rest_on():
    state, _ = start(table(5).dealt(1), 1)
    specs = {spec.id: seat for seat, spec in enumerate(state.setting.seat_specs)}
    right = next(each for each in state.setting.seat_specs[specs["UA"]].rights if each.clause == "R10.2")
    assert stopped_by(state, [specs["UA"]], {right.issue: right.from_level}) == {"R10.2"}
    assert stopped_by(state, [specs["UA"]], {right.issue: right.from_level - 1}) == set()
    assert stopped_by(state, [specs["RU"]], {1: 1}) == {"R4.2"}
    assert stopped_by(state, [specs["WE"], specs["EA"]], {4: 1}) == {"R4.4"}
    assert stopped_by(state, [specs["US"], specs["UA"]], {right.issue: 4}) == {"R4.2", "R4.4", "R10.2"}


def test_votes_that_failed_are_those_of_the_record(small, played):
    failed = sum(not vote.passed for state, _ in played for vote in state.record)
    found = small["parts"]["clauses"]["clauses"]
    # At two seats every delegation is a principal, and one objection is enough.
    assert found["R4.2"]["stops"]["times"] == found["R4.4"]["stops"]["times"] == failed
    assert "alone" not in found["R4.2"]


# --- variety and fairness --------------------------------------------------------------------------------------------


def test_effective_texts_are_as_many_as_equally_frequent_ones():
    assert effective([(1,), (2,), (3,), (4,)]) == 4
    assert effective([(1,)] * 7) == 1
    assert effective([]) == 0
    assert 1 < effective([(1,)] * 9 + [(2,)]) < 2


def test_the_one_text_lies_in_most_zones():
    setting = table().game().setting
    deals = [deal(table().dealt(seed), seed) for seed in range(5)]
    assert all(deals)
    most, text = fitting(setting, deals)
    held = [[holding(start(table().dealt(seed), seed)[0], seat) for seat in (0, 1)] for seed in range(5)]
    assert most == sum(not objectors(setting, each, text) for each in held)
    space = space_of(start(table().dealt(0), 0)[0])
    for number in range(0, space.deals, 97):
        assert sum(not objectors(setting, each, space.text(number)) for each in held) <= most
    nowhere = Deal(space.deals, 0, (), (), deals[0]._replace(packed=b"").packed)
    assert nowhere.zone == 0


def test_best_texts_are_the_nash_texts_of_the_exact_measures():
    for seed in (1, 2):
        state, _ = start(table(4).dealt(seed), seed)
        found = deal(table(4).dealt(seed), seed)
        exact = measures(state)
        assert found.best == exact.nash
        assert len(found.inside()) == exact.zone
    row = spread(table().game().setting, [(1,) * 6, (1,) * 6, (2,) * 6])
    assert (row["texts"], row["distinct"], row["commonest"]["times"]) == (3, 2, 2)
    assert row["commonest"]["text"].startswith(f"{table().game().setting.issue_ids[0]} 1 ")


def test_seats_and_treaties_are_those_of_the_games(small, played):
    part = small["parts"]["fairness"]
    settled = [state for state, _ in played if state.ending == SETTLEMENT]
    assert part["settled"] == len(settled) > 0
    for seat, row in enumerate(part["seats"].values()):
        ratings = [scores(state)[seat].rating for state, _ in played]
        assert row["rating"] == round(sum(ratings) / GAMES, 4)
        assert row["ceiling"] == sum(scores(state)[seat].rating >= 97 for state in settled)
        mandates = [(state.setting.seat_specs[seat].mandate, state.text) for state in settled]
        assert row["outside"] == sum(
            any(not low <= max(0, level) <= high for (low, high), level in zip(mandate, text, strict=True))
            for mandate, text in mandates
        )
    for at, levels in enumerate(part["levels"].values()):
        assert levels == [sum(state.text[at] >= level for state in settled) for level in range(1, len(levels) + 1)]
    zone = [not objectors(state.setting, [holding(state, seat) for seat in (0, 1)], state.text) for state in settled]
    assert part["treaties"]["in_zone"] == sum(zone)


def test_a_treaty_is_efficient_if_no_text_is_better_for_all():
    efficient = []
    for seed in range(SEED, SEED + 6):
        seen = watch(table().dealt(seed), MIXED, seed)
        if seen.ending != SETTLEMENT:
            assert not seen.efficient
            continue
        state, _ = start(table().dealt(seed), seed)
        space = space_of(state)
        mine = space.value(space.number([max(0, level) for level in seen.course.text]))
        better = [
            other
            for other in zip(*space.by_party.tolist(), strict=True)
            if other != mine and all(a >= b for a, b in zip(other, mine, strict=True))
        ]
        assert seen.efficient == (not better)
        efficient.append(seen.efficient)
    assert efficient


# --- another roll ----------------------------------------------------------------------------------------------------


def rolls() -> list[tuple[int, Watched, Rolled]]:
    """The first game that ends in conflict by a roll in its last round, and the first that such a roll spared."""
    found: dict[bool, tuple[int, Watched, Rolled]] = {}
    for seed in range(SEED, SEED + 300):
        seen = watch(table().dealt(seed), MIXED, seed)
        roll = rolled(table().dealt(seed), seed, seen.course.moves)
        if roll is not None and roll.others:
            found.setdefault(seen.ending == CONFLICT, (seed, seen, roll))
        if len(found) == 2:
            break
    return [found[True], found[False]]


def test_another_roll_is_a_game_in_which_that_number_was_turned(monkeypatch):
    for seed, seen, found in rolls():
        assert found.purpose == "brink"
        compare(seed, seen, found, monkeypatch)


def compare(seed: int, seen: Watched, found: Rolled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play the game with each number turned in its last round."""
    game, kinds = table().dealt(seed), drawn([MIXED] * 2, seed)
    ended = []
    for number in range(1, 7):

        def turned(seed_, round_, purpose, seat, number=number):
            return number if round_ == seen.course.round else flash_number(seed_, round_, purpose, seat)

        monkeypatch.setattr(ops, "flash_number", turned)
        ended.append(play_one(game, seed, kinds).ending)
    assert found.others == sum(each != seen.ending for each in ended) > 0


def test_a_game_without_a_roll_in_its_last_round_flips_nothing():
    game = table().dealt(1)
    assert rolled(game, 1, watch(game, MIXED, 1).course.moves) is None
    assert flips([None, None])["flipped"] == 0


# --- modules and skill -----------------------------------------------------------------------------------------------


def test_a_module_row_compares_the_same_games():
    usual = [Final(0, (1, 2), (60, 50), b""), Final(1, (1, -1), (40, 50), b"")]
    off = [Final(0, (1, 3), (70, 50), b""), Final(3, (1, -1), (40, 20), b"")]
    row = modules(("X", "Y"), usual, {"m": off})["off"]["m"]
    assert (row["ending_changed"], row["text_changed"], row["rating_moved"]) == (1, 1, 10)
    assert (row["rating"]["X"]["mean"], row["rating"]["Y"]["mean"], row["rating"]["Y"]["error"]) == (5, -15, 15)


def test_the_module_table_plays_with_each_module_off():
    part = balance(SECOND_DECK, TableOptions(), 1, 3, (), Crew(1), None, ("modules",))["parts"]["modules"]
    lone = Table(the_deck(SECOND_DECK), "lone", TableOptions(without=("escalation",)))
    ended = play_one(lone.dealt(3), 3, drawn([MIXED] * len(lone.game().setting.seats), 3)).ending
    assert part["off"]["escalation"]["endings"][ENDINGS[ended]] == 1
    assert list(part["off"]) == [
        module.id for module in Table(the_deck(SECOND_DECK), "all", TableOptions()).game().setting.modules
    ]


@pytest.mark.slow
def test_skill_is_measured_on_the_same_seeds_and_seats():
    part = report(("skill",), games=2)["parts"]["skill"]
    assert list(part["kinds"]) == [*KINDS, "memory"]
    best = part["kinds"][part["best"]]
    assert part["best"] in LADDER
    assert best["to_best"]["mean"] == 0
    for kind, row in part["kinds"].items():
        assert row["to_best"]["mean"] == pytest.approx(row["mean"] - best["mean"], abs=1e-3)
        if kind != "memory":
            assert row["mean"] == sum(row["seats"].values()) / 2
    flat = play_one(table().dealt(SEED), SEED, ["random", drawn([MIXED] * 2, SEED)[1]]).ratings[0]
    assert part["kinds"]["random"]["seats"]["RU"] == flat
    for kind, step in part["steps"].items():
        name, level = kind.split(":")
        below = part["kinds"][f"{name}:{int(level) - 1}"]["mean"]
        assert step["mean"] == pytest.approx(part["kinds"][kind]["mean"] - below, abs=1e-3)


# --- as text ---------------------------------------------------------------------------------------------------------


def kept() -> dict:
    return json.loads((Path(__file__).parent / "balance-full.json").read_text(encoding="utf-8"))


def test_every_part_has_its_tables():
    result = kept()
    text = balance_text(result)
    for name in (*result["parts"]["skill"]["kinds"], *result["modules"], "R13.1", result["digest"], "R² public"):
        assert name in text
    for grid in grids(result):
        lines = [line for line in as_markdown(grid) if line.startswith("|")]
        assert {line.count("|") for line in lines} == {len(grid.head) + 1}
        assert len(lines) == len(grid.rows) + 2
        assert len(list(as_text(grid))) == 3 + len(grid.rows) + len(grid.notes)
    assert balance_markdown(result, "summit balance --full").startswith("    summit balance --full\n")


def test_every_count_stands_with_its_share():
    result = kept()
    treaties = result["parts"]["fairness"]["settled"]
    assert treaties > 0
    grid = next(each for each in grids(result) if each.title.startswith("Levels"))
    assert f"{treaties} (100 %)" in {cell for row in grid.rows for cell in row}


def test_tables_are_said_in_the_language_that_is_chosen(monkeypatch):
    monkeypatch.setattr(catalogue, "_chosen", catalogue.Catalogue("xx"))
    strange = list(grids(kept()))
    monkeypatch.undo()
    plain = list(grids(kept()))
    for one, two in zip(strange, plain, strict=True):
        assert one.title != two.title
        assert one.head[0] != two.head[0]
        assert not set(one.notes) & set(two.notes)
