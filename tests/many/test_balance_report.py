"""The balance report: its counts are those of the games, and it says what a deck's author must know."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from summit_game.bots.kinds import BotError, maker
from summit_game.cli.main import main
from summit_game.deals.measures import measures
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.amendment import told_package
from summit_game.engine.board import VOTE
from summit_game.engine.play import apply, start
from summit_game.engine.setting import SETTLEMENT
from summit_game.engine.view import view
from summit_game.language import catalogue
from summit_game.many.balance.cards import Tally, by_play, by_text
from summit_game.many.balance.first import first_mover
from summit_game.many.balance.games import deal, watch
from summit_game.many.balance.report import KINDS, balance
from summit_game.many.balance.text import balance_text
from summit_game.many.balance.warn import warnings
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import Played, play_one
from summit_game.many.share_out import Crew
from support import DECK, dealt_game, game_of

GAMES, SEED = 8, 5
ASKED = ("random", "simple", MIXED)


def report(jobs: int = 1, games: int = GAMES, kinds: tuple[str, ...] = ASKED, seats: int = 2) -> dict:
    return balance(DECK, TableOptions(seats), games, SEED, kinds, Crew(jobs))


@pytest.fixture(scope="module")
def small() -> dict:
    return report()


def test_any_number_of_processes_gives_the_same_report(small):
    assert report(jobs=2) == small


def test_endings_add_up_to_the_games(small):
    for row in small["kinds"].values():
        assert sum(row["endings"].values()) == GAMES == small["games"]
        assert row["deals"]["settled"] == row["endings"]["settlement"]


def recount(kind: str) -> tuple[Counter, Counter, Counter]:
    """Cards played, packages adopted per card, and actions, counted from states and actions in place of the report's
    events."""
    game = game_of(2)
    setting, played, adopted, taken = game.setting, Counter(), Counter(), Counter()
    for seed in range(SEED, SEED + GAMES):
        state, _ = start(dealt_game(2, seed), seed)
        bots = [maker(each)(seed, name) for each, name in zip(drawn([kind] * 2, seed), setting.seat_ids, strict=True)]
        offer: list[str] = []
        tabled = a.TABLE
        news = set()
        while state.waiting:
            news.add((state.round, setting.events[state.news].id))
            seat = state.waiting[0]
            action = bots[seat].decide(view(state, seat)).action
            taken[setting.verb(action).id] += 1
            cards = []
            if action.verb == a.TABLE:
                cards = [setting.proposal_ids[action.args[0]], *(setting.concession_ids[at] for at in action.args[1:])]
                offer = cards
            elif action.verb == a.WRITE:
                written = told_package(state, seat, action)
                cards = [
                    setting.proposal_ids[action.args[1]],
                    *(setting.concession_ids[x] for x in written.concessions),
                ]
                offer = cards
            elif action.verb == a.NONPAPER:
                offer = []
            elif action.verb == a.STEP:
                cards = [setting.concession_ids[action.args[0]]]
            elif action.verb == a.PRESS:
                cards = [setting.pressure_ids[action.args[0]]]
            played.update(cards)
            tabled = action.verb if action.verb in (a.TABLE, a.NONPAPER, a.WRITE) else tabled
            before, voted = len(state.record), state.phase == VOTE
            apply(state, seat, action)
            if action.verb == a.AMEND and action != a.AMEND_NOTHING_ACTION and state.package is not None:
                package = state.package
                # A non-paper's two Proposals are laid down, not played, and so is the second of a WRITE.
                amended = [setting.proposal_ids[package.proposals[0]]] if tabled != a.NONPAPER else []
                amended += [setting.concession_ids[at] for at in package.concessions]
                played.update(Counter(amended) - Counter(offer))
                offer = amended
            if voted and len(state.record) > before and state.record[-1].changes and state.record[-1].passed:
                adopted.update(offer)
        played.update(card for _, card in news)
    return played, adopted, taken


@pytest.mark.parametrize("kind", ASKED)
def test_cards_and_actions_are_counted_as_they_were_played(small, kind):
    played, adopted, taken = recount(kind)
    rows = {card: row["kinds"][kind] for card, row in small["cards"].items()}
    assert {card: row["played"] for card, row in rows.items() if row["played"]} == dict(played)
    assert {card: row["adopted"] for card, row in rows.items() if row["adopted"]} == dict(adopted)
    actions = small["kinds"][kind]["actions"]
    assert {name: row["taken"] for name, row in actions.items()} == dict(taken)
    for row in (*rows.values(), *actions.values()):
        whole = row.get("played", row.get("taken"))
        assert 0 <= row["adopted"] <= whole
        assert 0 <= row["above"] <= whole
        assert 0 <= row.get("settled", 0) <= whole


def test_a_watched_game_is_the_game_that_is_simulated():
    game = game_of(3)
    for seed in range(3):
        seen, played = watch(game, "random", seed), play_one(game, seed, ["random"] * 3)
        assert (seen.ending, seen.points, seen.ratings, seen.digest) == (
            played.ending,
            played.points,
            played.ratings,
            played.digest,
        )


def test_scores_stand_against_the_value_of_no_deal(small):
    for kind, row in small["kinds"].items():
        for each in row["delegations"].values():
            assert each["score"] - each["no_deal"] == pytest.approx(each["surplus"]["mean"], abs=2e-4)
            assert 0 <= each["above"] <= GAMES
        wins = sum(each["wins"] for each in row["delegations"].values())
        won = sum(bool(watch(dealt_game(2, seed), kind, seed).winners) for seed in range(SEED, SEED + GAMES))
        assert wins == pytest.approx(won, abs=1e-3)
        assert won <= GAMES - row["endings"]["conflict"]
        means = [each["rating"]["mean"] for each in row["delegations"].values()]
        assert row["ratio"] == pytest.approx(max(means) / min(means), abs=1e-4)


@pytest.mark.parametrize("seats", [2, 4])
def test_deals_are_those_of_the_exact_measures(seats):
    game = game_of(seats)
    state, _ = start(game, 7)
    exact = measures(state)
    found = deal(game, 7)
    assert (found.texts, found.zone, found.nash) == (exact.texts, exact.zone, exact.nash_surplus)


def test_what_is_found_is_a_treaty_in_the_zone():
    game, found = game_of(2), 0
    for seed in range(12):
        seen = watch(game, "simple", seed)
        assert (seen.treaty != ()) == (seen.ending == SETTLEMENT)
        if seen.agreed:
            found += 1
            assert min(seen.treaty) >= 0
    assert found >= 3


def test_going_first_is_measured_against_the_own_mean():
    """A made-up world in which the first place is worth 9 points to all, and the second delegation is stronger."""
    names, played = ("X", "Y", "Z"), []
    for _ in range(4):
        for rotation in range(3):
            ratings = tuple(30 + 20 * ((place + rotation) % 3 == 1) + 9 * (place == 0) for place in range(3))
            played.append(Played(0, 1, 1, ratings, ratings, ratings, b""))
    found = first_mover(names, played, 1)
    assert [each["mean"] for each in found["places"]] == [6, -3, -3]
    assert {name: each["mean"] for name, each in found["first"].items()} == {"X": 6, "Y": 6, "Z": 6}


def test_effects_of_the_places_cancel_out(small):
    assert sum(each["mean"] for each in small["first_mover"]["places"]) == pytest.approx(0, abs=1e-3)
    assert small["first_mover"]["games"] == 2 * (GAMES // 2)


def test_a_card_that_nobody_prefers_is_dominated():
    game = game_of(4)
    found = {each.card: each for each in by_text(game)}
    setting, briefs = game.setting, [brief for row in game.secrets.briefs for brief in row]
    for card, each in found.items():
        cards = {other.id: other for other in (*setting.proposals, *setting.concessions)}
        mine, better = cards[card], cards[each.by]
        assert (mine.issue, mine.owner) == (better.issue, better.owner)
        assert all(brief.values[mine.issue][mine.level] <= brief.values[mine.issue][better.level] for brief in briefs)
    assert not any(each.by == card for card, each in found.items())


def test_a_pressure_card_is_dominated_only_if_that_is_sure_and_so_with_every_kind_of_play():
    def tally(mean: int, plays: int = 100) -> Tally:
        return Tally(plays, plays * mean, plays * (mean * mean + 4))

    bad = {"A": [tally(-5), tally(0)], "B": [tally(5), tally(9)]}
    assert [(each.card, each.by) for each in by_play([["A", "B"]], bad)] == [("A", "B")]
    once_better = {"A": [tally(-5), tally(10)], "B": [tally(5), tally(9)]}
    assert list(by_play([["A", "B"]], once_better)) == []
    rare = {"A": [tally(-5, 10), tally(0, 10)], "B": [tally(5), tally(9)]}
    assert list(by_play([["A", "B"]], rare)) == []
    assert list(by_play([["A"], ["B"]], bad)) == []


def test_the_report_warns_of_what_is_unfair(small):
    unfair = json.loads(json.dumps(small))
    row = unfair["kinds"]["simple"]
    row["ratio"] = 1.61
    row["deals"]["below_no_deal"] = 3
    for each in unfair["kinds"].values():
        each["endings"]["conflict"] = 0
    unfair["deals"]["exist"] = GAMES - 2
    unfair["first_mover"]["games"] = 2 * 20
    unfair["first_mover"]["places"][0] = {"mean": 4.2, "low": 1.0, "high": 7.0}
    text = "\n".join(warnings(unfair))
    for words in ("1.61 times", "3 settlements", "no game ended in conflict", "2 deals of cards", "by +4.2 points"):
        assert words in text


def test_the_text_names_everything(small):
    text = balance_text(small)
    for word in (*small["kinds"], *small["delegations"], *small["cards"], small["digest"], "Dominated", "Going first"):
        assert word in text
    assert max(map(len, text.splitlines())) < 160


def test_usual_kinds_exist_and_unknown_ones_are_refused():
    for kind in KINDS:
        assert kind == MIXED or maker(kind)
    with pytest.raises(BotError, match="there is no bot 'clever'"):
        report(kinds=("clever",))
    with pytest.raises(SetupError, match="named twice"):
        report(kinds=("flat", "flat"))


def test_events_of_the_news_are_noted_once_per_round():
    game = game_of(2)
    seen = watch(game, "random", 3)
    state, events = start(game, 3)
    turned = sum(isinstance(event, ev.NewsTurned) for event in events)
    bots = [maker("random")(3, name) for name in game.setting.seat_ids]
    while state.waiting:
        seat = state.waiting[0]
        turned += sum(
            isinstance(event, ev.NewsTurned)
            for event in apply(state, seat, bots[seat].decide(view(state, seat)).action)
        )
    assert sum(play.deck == "event" for play in seen.plays) == turned == state.round


def summit(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    command = [sys.executable, "-m", "summit_game.cli.main", *args]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def test_the_command_prints_json_and_a_report():
    args = ("balance", str(DECK), "--seats", "2", "--games", "2", "--bots", "flat", "--jobs", "1")
    done = summit(*args, "--json")
    result = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(result["kinds"]) == ["flat"]
    assert summit(*args).stdout.endswith(f"digest {result['digest']}\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("no-such-deck",), "no-such-deck"),
        (("--bots", "clever"), "there is no bot 'clever'"),
        (("--jobs", "0"), "0 is not in the range"),
        (("--variant", "quik"), "did you mean"),
    ],
)
def test_a_wrong_command_gets_one_sentence_and_a_code(args, words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["summit", "balance", *args])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


def test_another_language_changes_words_and_no_figure(small, monkeypatch):
    monkeypatch.setattr(catalogue, "_chosen", catalogue.Catalogue("xx"))
    strange = report()
    assert strange["digest"] == small["digest"]
    assert "Going first" not in balance_text(strange)
    strange["kinds"]["simple"]["ratio"] = 9.9
    assert len(warnings(strange)) > 0
    assert not any("mean rating" in each for each in warnings(strange))
