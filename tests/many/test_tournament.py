"""Tournaments: paired, the same for any number of processes, and honest about how sure they are."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from summit_game.cli.main import main
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.many.intervals import Resampling
from summit_game.many.play import play_one
from summit_game.many.share_out import BACKENDS, Crew, Table, share_out
from summit_game.many.tournament import ALL, FIELD, MODES, Plan, line_up, tournament, tournament_text
from support import DECK, dealt_game, the_deck

ONE, TWO = Crew(1), Crew(2)
TWO_SEATS = TableOptions(2)


def played(*entrants: str, games: int = 6, crew: Crew = ONE, **plan) -> dict:
    return tournament(DECK, TWO_SEATS, Plan(entrants, games, **plan), crew)


def summit(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    command = [sys.executable, "-m", "summit_game.cli.main", *args]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture(scope="module")
def small() -> dict:
    return played("random", "simple", "flat", games=15)


@pytest.mark.parametrize("mode", MODES)
def test_any_number_of_processes_gives_the_same_result(mode):
    assert played("random", "flat", mode=mode) == played("random", "flat", mode=mode, crew=TWO)


def test_another_seed_gives_another_digest():
    one, other = (played("random", "flat", games=1, field="flat", seed=seed)["digest"] for seed in (1, 2))
    assert one != other


def test_work_comes_back_in_order_with_its_progress():
    heard = []
    doubled = share_out(lambda share: [2 * each for each in share], range(35), ONE, lambda *done: heard.append(done))
    assert doubled == list(range(0, 70, 2))
    assert heard == [(10, 35), (20, 35), (30, 35), (35, 35)]


def test_paired_win_shares_add_up_to_one(small):
    for one in small["entrants"]:
        assert one not in small["pairs"][one]
        for other in small["entrants"]:
            if other != one:
                mine, theirs = small["pairs"][one][other], small["pairs"][other][one]
                assert mine["mean"] + theirs["mean"] == pytest.approx(1)
                assert mine["low"] + theirs["high"] == pytest.approx(1)


def test_a_bot_that_thinks_beats_one_that_does_not(small):
    assert small["pairs"]["simple"]["random"]["low"] > 0.5
    assert small["entrants"]["simple"]["surplus"]["low"] > small["entrants"]["random"]["surplus"]["high"]


def test_every_interval_contains_its_mean(small):
    found = list(intervals(small))
    assert len(found) == 3 * (2 + 2 * 2) + 6
    assert all(each["low"] <= each["mean"] <= each["high"] for each in found)


def intervals(value):
    if isinstance(value, dict):
        if "low" in value:
            yield value
        for each in value.values():
            yield from intervals(each)


def test_an_interval_shrinks_with_the_square_root_of_the_games():
    few, many = ([(7 * each) % 23 for each in range(count)] for count in (23, 23 * 16))
    wide, narrow = (Resampling(len(values)).interval(values) for values in (few, many))
    assert wide.mean == narrow.mean == 11
    assert 3 < (wide.high - wide.low) / (narrow.high - narrow.low) < 5
    assert Resampling(3).interval([5, 5, 5], 2) == (2.5, 2.5, 2.5)


def test_intervals_cover_the_truth_about_as_often_as_they_say():
    """Means of 40 draws of a die, 200 times: a 95 % interval misses 3.5 in 2 to 10 % of cases."""
    from summit_game.engine.streams import Stream

    stream, missed = Stream(1, "coverage"), 0
    resampling = Resampling(40, 400)
    for _ in range(200):
        found = resampling.interval([1 + stream.below(6) for _ in range(40)])
        missed += not found.low <= 3.5 <= found.high
    assert 4 <= missed <= 20


def test_in_a_field_only_the_entrant_differs():
    plan = Plan(("random", "flat"), 1)
    for seat in range(4):
        one, other = (line_up(plan, entrant, seat, 4, 1) for entrant in range(2))
        assert [at for at in range(4) if one[at] != other[at]] == [seat]
        assert one[seat] == "random"
        assert one.count("simple") == 3


@pytest.mark.parametrize(("entrants", "seats"), [(2, 2), (2, 4), (3, 2), (5, 4), (4, 6)])
def test_among_themselves_each_entrant_takes_each_seat_once_per_seed(entrants, seats):
    plan = Plan(tuple(f"kind-{each}" for each in range(entrants)), 1, mode=ALL)
    for seed in range(5):
        tables = {line_up(plan, entrant, seat, seats, seed) for entrant in range(entrants) for seat in range(seats)}
        assert len(tables) <= entrants
        for entrant in range(entrants):
            for seat in range(seats):
                table = line_up(plan, entrant, seat, seats, seed)
                assert table[seat] == f"kind-{entrant}"
                assert max(map(table.count, table)) <= -(-seats // entrants)


def test_the_table_shows_what_single_games_show(small):
    """Everything counted again from games played one by one."""
    seeds = range(1, 16)
    points = {
        kind: [
            [
                play_one(dealt_game(2, seed), seed, ["simple"] * seat + [kind] + ["simple"] * (1 - seat)).points[seat]
                for seat in (0, 1)
            ]
            for seed in seeds
        ]
        for kind in ("random", "flat")
    }
    wins = [
        (mine > theirs) + (mine == theirs) / 2
        for one, other in zip(points["random"], points["flat"], strict=True)
        for mine, theirs in zip(one, other, strict=True)
    ]
    assert small["pairs"]["random"]["flat"]["mean"] == round(sum(wins) / len(wins), 4)
    row = small["entrants"]["random"]
    ended = [
        play_one(dealt_game(2, seed), seed, kinds).ending
        for seed in seeds
        for kinds in (["random", "simple"], ["simple", "random"])
    ]
    assert sum(row["endings"].values()) == row["games"] == 30
    assert row["endings"]["settlement"] == ended.count(0)
    assert small["played"] == 15 * 5


def test_a_table_that_is_turned_seats_the_same_delegations():
    names = Table(the_deck(), "x", TableOptions(4)).game().setting.seat_ids
    for by in range(1, 4):
        turned = Table(the_deck(), "x", TableOptions(4), by).game().setting.seat_ids
        assert turned == (*names[by:], *names[:by])


def test_the_text_names_everything(small):
    text = tournament_text(small)
    for word in (*small["entrants"], *small["delegations"], small["digest"], "settlement"):
        assert word in text


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan(("random", "clever"), 1), "there is no bot 'clever'"),
        (Plan(("random", "flat"), 1, field="clever"), "there is no bot 'clever'"),
        (Plan(("random", "random"), 1), "entered twice"),
        (Plan(("random",), 1), "two entrants or more"),
    ],
)
def test_what_cannot_be_played_is_refused_in_a_sentence(plan, words):
    with pytest.raises(SetupError, match=words):
        tournament(DECK, TWO_SEATS, plan, ONE)


def test_the_command_prints_json_and_a_table():
    args = ("tournament", "random", "flat", "--seats", "2", "--games", "4", "--field", "random", "--jobs", "1")
    done = summit(*args, "--json")
    result = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert result["field"] == "random"
    assert summit(*args).stdout.endswith(f"digest {result['digest']}\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("random",), "two entrants or more"),
        (("random", "simpel"), "did you mean simple"),
        (("random", "flat", "--seats", "9"), "no table for 9"),
        (("random", "flat", "--scheduler", "tcp://here:1"), "--backend dask"),
        (("random", "exec:"), "no command was given"),
        (("random", "exec:./no-such-bot"), "the bot exec:./no-such-bot cannot be started"),
    ],
)
def test_a_wrong_command_gets_one_sentence_and_a_code(args, words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["summit", "tournament", *args])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


def test_dask_is_asked_for_by_name():
    assert BACKENDS == ("local", "dask")
    assert FIELD in MODES
    done = summit("tournament", "random", "flat", "--games", "1", "--backend", "dask")
    assert done.returncode == 2
    assert "summit-game[cluster]" in done.stderr or "--scheduler ADDRESS" in done.stderr


def test_a_dask_cluster_gives_the_same_digest():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        crew = Crew(backend="dask", scheduler=cluster.scheduler_address)
        assert played("random", "flat", crew=crew) == played("random", "flat")
