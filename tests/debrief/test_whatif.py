"""What if: one thing changed, everything else the same, and the game as it was to compare with."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summit_game.bots.kinds import maker
from summit_game.debrief.model import WhatIf
from summit_game.debrief.whatif import comparison, line_of_play
from summit_game.debrief.whatif.line_of_play import Line, WhatIfError, same_deal, voted, without
from summit_game.debrief.whatif.runs import STAND_IN, Run, bots_seed, final_state, place, shares, who_plays
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.engine import events as ev
from summit_game.engine import play as engine
from summit_game.engine.board import PHASES
from summit_game.engine.fold import fold
from summit_game.engine.scoring import scores
from summit_game.engine.state import State
from summit_game.engine.view import view
from summit_game.rules.registry import registry
from summit_game.table import journal_head
from summit_game.table.games_folder import Sitting, look, new_sitting
from summit_game.table.injects import Inject
from summit_game.table.sitter import PERSON, Sitter
from support import DECK, FIRST_EDITION, SECOND_DECK, talking

KINDS = ("cooperator:2", "hardliner:2", "opportunist:2", "by-the-book:2")


@pytest.fixture(scope="module", autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_DATA_DIR", str(folder))
        yield folder


def begun(seed: int = 3, kinds: tuple[str, ...] = KINDS, deck: Path = DECK, **values) -> Sitting:
    """A new game; an empty kind is a person."""
    sitters = {seat: Sitter(bot=kind) if kind else Sitter(("Ana",)) for seat, kind in enumerate(kinds)}
    return new_sitting(deck, TableOptions(len(kinds), **values), seed, sitters)


def act(sitting: Sitting, moves: int = 10_000) -> None:
    """Let everybody act; people do what a simple bot would."""
    table = sitting.table
    for _ in range(moves):
        if not table.asks_now:
            return
        seat = table.asks_now[0]
        if seat in table.bots:
            table.bot_acts(seat)
        else:
            table.submit(seat, maker("simple")(9, table.setting.seat_ids[seat]).decide(table.view(seat)).action)


def closed(sitting: Sitting) -> Sitting:
    """The game as a reader opens it."""
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return look(sitting.id)


@pytest.fixture(scope="module")
def finished() -> Sitting:
    """Four bots, played to the end."""
    sitting = begun()
    act(sitting)
    return closed(sitting)


@pytest.fixture(scope="module")
def busy() -> Sitting:
    """Four bots and a facilitator who does everything, with undo and rewind; played to the end."""
    sitting = begun(16)
    table = sitting.table
    act(sitting, 12)
    table.enqueue(Inject(3, 3))
    table.enqueue(Inject(2, 4, 1))
    table.enqueue(Inject(1, 2))
    table.dequeue(list(table.queue.items)[-1])
    table.inject(5, 2)
    place = table.history.tip
    table.move_track(0, -1, "a reason")
    act(sitting, 9)
    seat = next((each for each in range(4) if table.why_no_undo(each) is None), None)
    if seat is not None:
        table.undo(seat)
    act(sitting, 9)
    table.rewind(place)
    act(sitting, 40)
    table.move_track(0, 1, "another reason")
    table.move_track(0, -2, "support", seat=0)
    act(sitting, 20)
    table.inject(1)
    act(sitting)
    assert table.over
    return closed(sitting)


@pytest.fixture(scope="module")
def running() -> Sitting:
    """People and bots in the middle of a game."""
    sitting = begun(7, ("", "hardliner:2", "", "cooperator:2"))
    act(sitting, 75)
    assert not sitting.table.over
    return closed(sitting)


# --- as it was -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_played_on_from_anywhere_with_the_same_chance_the_game_ends_as_it_did(finished: Sitting, part: float) -> None:
    line = Line(finished)
    point = line.point(max(1, int(part * len(line.entries))))
    assert final_state(line.game, point).digest() == finished.table.state.digest()


@pytest.mark.parametrize("part", [0.0, 0.2, 0.4, 0.7, 0.95])
def test_what_the_facilitator_did_is_done_again_at_the_same_place(busy: Sitting, part: float) -> None:
    line = Line(busy)
    did = [entry for entry in line.entries if entry.kind in ("inject", "track")]
    assert len(did) == 6, "all of it but what was rewound is on the line"
    point = line.point(max(1, int(part * len(line.entries))))
    assert final_state(line.game, point).digest() == busy.table.state.digest()


def test_every_decision_takes_the_game_to_a_later_place() -> None:
    reached = set()
    for deck, seats in ((DECK, 4), (SECOND_DECK, 2), (FIRST_EDITION, 4)):
        game = talking(seats, 2, deck)
        for seed in range(8):
            kinds = ("random",) * 4 if seed % 2 else ("by-the-book:1", "opportunist:1", "cooperator:1", "random")
            bots = [maker(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=False)]
            state, _ = engine.start(game, seed)
            while state.waiting:
                before, seat = place(state), state.waiting[0]
                reached.add(PHASES[state.phase])
                engine.apply(state, seat, bots[seat].decide(view(state, seat)).action)
                assert not state.waiting or place(state) > before, (PHASES[state.phase], before, place(state))
    assert reached == {*PHASES} - {"setup", "news", "reckoning", "over"}, "every phase in which somebody decides"


def test_votes_cast_again_as_they_were_give_the_state_that_the_journal_has(finished: Sitting, busy: Sitting) -> None:
    for sitting in (finished, busy):
        line = Line(sitting)
        assert len(line.votes) > 5
        for vote in line.votes:
            point = voted(line, vote, vote.objectors)
            state = fold(State(line.game, line.seed), point.events)
            assert state.digest() == line.state(vote.shown + 1).digest()


def test_only_the_chance_of_the_bots_differs_between_runs(finished: Sitting) -> None:
    assert bots_seed(3, 0) == 3
    assert len({bots_seed(3, run) for run in range(50)}) == 50
    line = Line(finished)
    finals = [final_state(line.game, line.point(30), run) for run in range(4)]
    assert len({each.digest() for each in finals}) > 1
    for each in finals:
        assert each.seed == 3
        assert each.news_list == finals[0].news_list
        assert [own.brief for own in each.own] == [own.brief for own in finals[0].own]


# --- other votes -----------------------------------------------------------------------------------------------------


def test_a_forced_adoption_writes_exactly_what_the_package_says(finished: Sitting) -> None:
    line = Line(finished)
    failed = [vote for vote in line.votes if vote.changes and not vote.passed]
    assert failed
    for vote in failed:
        before = line.state(vote.put + 1).text
        state = fold(State(line.game, line.seed), voted(line, vote, ()).events)
        expected = list(before)
        for issue, level in vote.changes:
            expected[issue] = level
        assert state.text == expected != list(before)
        assert state.record[-1].objectors == ()
        assert state.adopted[vote.tabler] == line.state(vote.put + 1).adopted[vote.tabler] + 1


def test_a_forced_refusal_leaves_the_text_as_it_stood(finished: Sitting) -> None:
    line = Line(finished)
    passed = [vote for vote in line.votes if vote.changes and vote.passed]
    assert passed
    for vote in passed:
        state = fold(State(line.game, line.seed), voted(line, vote, vote.voters).events)
        assert state.text == line.state(vote.put + 1).text
        assert set(state.record[-1].objectors) == set(vote.voters)


def test_one_other_voice_leaves_the_other_votes_as_they_were(finished: Sitting) -> None:
    line = Line(finished)
    vote = next(vote for vote in line.votes if vote.passed and vote.changes)
    seat = next(seat for seat in vote.voters if seat not in vote.objectors)
    name = line.game.setting.seat_ids[seat]
    named = comparison.parse(finished, f"object:{name}@{vote.put + 1}")
    told = comparison.run(finished, named, runs=1)
    assert told.moment == vote.put
    assert "the vote fails (at the table it passed)" in told.how
    state = fold(State(line.game, line.seed), voted(line, vote, (*vote.objectors, seat)).events)
    assert set(state.record[-1].objectors) == {*vote.objectors, seat}


def test_what_could_not_have_passed_is_said(finished: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(finished)
    vote = next(vote for vote in line.votes if vote.changes and not vote.passed)
    named = comparison.parse(finished, f"adopt:{vote.put + 1}")
    monkeypatch.setattr("summit_game.engine.voting.objections_fail", lambda *_: False)
    with pytest.raises(WhatIfError, match="could not have passed even if nobody had objected"):
        comparison.run(finished, named, runs=1)


def test_a_vote_that_may_not_be_cast_is_said(finished: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(finished)
    vote = next(vote for vote in line.votes if vote.changes and not vote.passed)

    def refuse(state, seat, action):
        raise engine.Refused(engine.Refusal("R99.1", "no-clock"))

    monkeypatch.setattr(line_of_play.play, "apply", refuse)
    with pytest.raises(WhatIfError, match=r"could not have voted so: .*This table has no clock"):
        voted(line, vote, ())


# --- other rules -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("deck", [DECK, SECOND_DECK], ids=lambda each: each.name)
def test_a_module_is_off_from_the_start_with_the_same_cards(deck: Path) -> None:
    sitting = begun(11, ("random", "hardliner:2"), deck)
    act(sitting)
    line = Line(closed(sitting))
    old = line.game.setting
    assert len(old.modules) > 3
    for module in old.modules:
        again = without(line, module.id)
        game = again.point.table.game()
        assert module.id not in [each.id for each in game.setting.modules]
        assert [each.id for each in game.setting.modules] == [x.id for x in old.modules if x.id != module.id]
        causes = {getattr(event, "cause", "") for event in again.point.events}
        assert not causes & set(module.clauses)
        state, dealt = same_deal(line, game)
        was = line.state(1)
        assert [own.brief for own in state.own] == [own.brief for own in was.own]
        assert _names(state) == [[each for each in pile if each in _all_names(state)] for pile in _names(was)]
        _goals_are_kept(line, state)
        if game.secrets == line.game.secrets and len(game.setting.events) == len(old.events):
            assert dealt == engine.start(game, line.seed)[1], "nothing but the rules is different"
            assert state.news_list == was.news_list
        else:
            _news_are_kept(line, state)


def _names(state: State) -> list[list[str]]:
    """Every pile with the hands drawn from it, by the ids of cards."""
    setting = state.setting
    result = [[setting.proposal_ids[card] for card in state.proposal_pile]]
    for seat, own in enumerate(state.own):
        result.append([setting.proposal_ids[card] for card in own.proposals])
        result.append([setting.concession_ids[card] for card in (*own.concessions, *state.concession_piles[seat])])
        result.append([setting.pressure_ids[card] for card in (*own.pressure, *state.pressure_piles[seat])])
    return result


def _all_names(state: State) -> set[str]:
    setting = state.setting
    return {*setting.proposal_ids, *setting.concession_ids, *setting.pressure_ids}


def test_cards_that_go_with_a_module_leave_the_others_in_their_order(finished: Sitting) -> None:
    """No deck of ours has such cards; one is made by marking some."""
    line = Line(finished)
    deck = finished.deck
    marked = {
        name: [card.model_copy(update={"module": "alliance"} if at % 5 == 0 else {}) for at, card in enumerate(cards)]
        for name, cards in (("proposals", deck.proposals), ("concessions", deck.concessions))
    }
    options = replace(line.options, without=("alliance",))
    game = compile_game(deck.model_copy(update=marked), options, registry())
    state, dealt = same_deal(line, game)
    known, was = _all_names(state), line.state(1)
    assert known < _all_names(was)
    piles, order = ([each for each in events if isinstance(each, ev.PileSet)] for events in (dealt, line.events(1)))
    for pile, old in zip(piles, order, strict=True):
        kind = ("proposal_ids", "concession_ids", "pressure_ids")[pile.kind]
        names = [getattr(line.game.setting, kind)[card] for card in old.cards]
        assert [getattr(game.setting, kind)[card] for card in pile.cards] == [name for name in names if name in known]
    assert dealt != engine.start(game, line.seed)[1], "shuffled anew it would be another deal"


def _goals_are_kept(line: Line, state: State) -> None:
    """A goal that is in both games is held by the same delegation."""
    for seat, own in enumerate(line.state(1).own):
        goals = state.game.secrets.goals[seat]
        if own.goal >= 0 and line.game.secrets.goals[seat][own.goal] in goals:
            assert goals[state.own[seat].goal] == line.game.secrets.goals[seat][own.goal]


def _news_are_kept(line: Line, state: State) -> None:
    """News that are in both games come in the same rounds; the others are replaced, none of them twice."""
    old = [line.game.setting.events[card].id for card in line.state(1).news_list]
    new = [state.setting.events[card].id for card in state.news_list]
    known = {card.id for card in state.setting.events}
    assert len(old) == len(new)
    assert all(one == other for one, other in zip(old, new, strict=True) if one in known)
    assert len(set(new)) == len(new)


SPOKEN = (ev.TalkPassed, ev.MessageSent, ev.AnswerGiven)
DECIDED = (
    *(ev.Acted, ev.VoteGiven, ev.OrderGiven, ev.ReasonGiven, ev.PackageAmended, ev.AmendmentDeclined),
    *(ev.IssueReopened, ev.StepAsked, ev.CapitalPaid, *SPOKEN),
)
"""One of these for each decision; a delegation that pays no more is known by its capital's refusal."""


def test_the_actions_of_the_table_are_done_again_as_long_as_they_are_legal(finished: Sitting) -> None:
    line = Line(finished)
    stopped = 0
    for module in line.game.setting.modules:
        again = without(line, module.id)
        assert 1 <= again.followed <= len(line.entries)
        assert again.differs < again.followed
        followed = [entry for entry in line.entries[1 : again.followed] if entry.kind == "move"]
        done = [event for event in again.point.events if isinstance(event, DECIDED)]
        promises = [entry for entry in followed if entry.action.startswith("promise")]
        said = sum(isinstance(event, SPOKEN) for entry in followed for event in entry.events)
        spoken = sum(isinstance(event, SPOKEN) for event in done)
        assert spoken == (0 if module.id == "talk" else said), "without talk nothing is said, and the rest is done"
        assert len(followed) - len(promises) <= len(done) + said - spoken <= len(followed)
        stopped += again.followed < len(line.entries)
        told = comparison.run(finished, comparison.parse(finished, f"without:{module.id}"), runs=1)
        assert f"{module.id} is off from the start" in told.how
        assert 0 <= told.moment < len(line.entries)
    assert stopped > 0, "some module was used, so that its actions are not legal without it"


# --- other players ---------------------------------------------------------------------------------------------------


def test_another_bot_plays_one_seat_from_a_moment_on(finished: Sitting) -> None:
    line = Line(finished)
    name = line.game.setting.seat_ids[1]
    named = comparison.parse(finished, f"bot:{name.lower()}=cooperator:3@41")
    assert named.id == f"bot:{name}=cooperator:3@41"
    told = comparison.run(finished, named, runs=1)
    assert told.moment == 40
    assert "Up to moment 40 all is as it was" in told.how
    as_it_was = comparison.parse(finished, f"bot:{name}={KINDS[1]}")
    assert as_it_was.id == f"bot:{name}={KINDS[1]}@1"
    (run,) = comparison.play(finished, as_it_was, runs=1)
    state = finished.table.state
    points = tuple(each.points for each in scores(state))
    assert run == Run(state.ending, state.digest(), points), "the same bot plays the same game"


def test_people_are_played_on_by_a_stand_in_that_is_named(running: Sitting) -> None:
    line = Line(running)
    kinds, stood_in = line.sitters(len(line.entries))
    assert kinds == (STAND_IN, "hardliner:2", STAND_IN, "cooperator:2")
    assert stood_in == (0, 2)
    names = [line.game.setting.seat_specs[seat].name for seat in stood_in]
    seat_id = line.game.setting.seat_ids
    told = comparison.run(
        running, comparison.parse(running, f"bot:{seat_id[3]}=spoiler@{len(line.entries) + 1}"), runs=1
    )
    assert f"the bot {STAND_IN} stands in for {names[0]} and {names[1]}" in told.how
    told = comparison.run(running, comparison.parse(running, f"bot:{seat_id[0]}=spoiler@60"), runs=1)
    assert f"the bot {STAND_IN} stands in for {names[1]}" in told.how
    assert sum(share.count for share in told.shares) == 1


def test_a_program_or_a_strange_file_that_a_journal_names_is_left_alone(tmp_path: Path) -> None:
    mark = tmp_path / "started"
    command = f"exec:{shlex.quote(sys.executable)} -c \"open({str(mark)!r}, 'w')\""
    os.mkfifo(tmp_path / "pipe.yaml")
    big, mine = tmp_path / "big.yaml", tmp_path / "mine.yaml"
    big.write_bytes(b"#" * 200_000)
    mine.write_bytes((Path(maker.__code__.co_filename).parent / "scripts" / "spoiler.yaml").read_bytes())
    names = [command, str(tmp_path / "pipe.yaml"), f"{big}:2", f"{mine}:2", "nobody-knows", f"{mine}:9", ""]
    kinds, stood_in = who_plays({seat: Sitter(bot=name) if name else PERSON for seat, name in enumerate(names)})
    assert kinds == (STAND_IN, STAND_IN, STAND_IN, f"{mine}:2", STAND_IN, STAND_IN, STAND_IN)
    assert stood_in == (0, 1, 2, 4, 5, 6)
    sitting = begun(7, (command, "cooperator:2"))
    while sitting.table.state.round < 2:
        seat = sitting.table.asks_now[0]
        sitting.table.submit(seat, maker("simple")(1, "X").decide(sitting.table.view(seat)).action)
    sitting = closed(sitting)
    line = Line(sitting)
    assert line.sitters(len(line.entries))[0] == (STAND_IN, "cooperator:2")
    found = comparison.suggestions(sitting)
    assert len(found) > 2
    for named in found:
        replaced = named.what == "bot" and named.seat == 0
        assert ("stands in for" in comparison.run(sitting, named, runs=1).how) != replaced
    assert not mark.exists()


# --- results ---------------------------------------------------------------------------------------------------------


def _holds(told: WhatIf, runs: int) -> None:
    assert told.runs == runs
    assert [share.ending for share in told.shares] == [0, 1, 2, 3]
    assert sum(share.count for share in told.shares) == runs
    for share in told.shares:
        assert 0 <= share.low <= share.percent <= share.high <= 100
        assert share.percent == pytest.approx(100 * share.count / runs, abs=0.051)


def test_all_suggestions_can_be_run_and_compared(finished: Sitting, busy: Sitting, running: Sitting) -> None:
    for sitting in (finished, busy, running):
        found = comparison.suggestions(sitting)
        assert 5 <= len(found) <= 9
        assert len({each.id for each in found}) == len(found)
        for named in found:
            assert comparison.parse(sitting, named.id) == named
            assert named.title.startswith("What if ")
            assert named.title.endswith("?")
        for named in (found[0], found[2], found[-1]):
            _holds(comparison.run(sitting, named, runs=2), 2)
            _holds(comparison.baseline(sitting, named, runs=1), 1)


def test_suggestions_ask_about_the_votes_that_were_seen(finished: Sitting) -> None:
    line = Line(finished)
    named = {each.what: each for each in comparison.suggestions(finished)}
    by_moment = {vote.put: vote for vote in line.votes}
    assert not by_moment[named["adopt"].moment].passed
    assert by_moment[named["refuse"].moment].passed
    if "silence" in named:
        assert by_moment[named["silence"].moment].objectors == (named["silence"].seat,)


def test_a_game_that_is_only_dealt_has_its_other_players_to_suggest() -> None:
    sitting = closed(begun(2, ("", "simple")))
    found = comparison.suggestions(sitting)
    assert [each.what for each in found] == ["bot", "bot"] or {each.what for each in found} == {"bot", "without"}
    _holds(comparison.run(sitting, found[-1], runs=1), 1)
    with pytest.raises(WhatIfError, match="no vote of this game has been shown yet"):
        comparison.parse(sitting, "adopt:1")


def test_intervals_are_wilsons() -> None:
    """Values of the formula worked out by hand for 0, 10 and 20 of 20."""
    runs = [Run(0, "")] * 10 + [Run(2, "")] * 10
    settled, stalled, conflict, _ = shares(runs)
    assert (settled.count, settled.percent, settled.low, settled.high) == (10, 50.0, 29.9, 70.1)
    assert (stalled.count, stalled.percent, stalled.low, stalled.high) == (0, 0.0, 0.0, 16.1)
    assert conflict == replace(settled, ending=2)
    assert (shares(runs[:1] * 20)[0].low, shares(runs[:1] * 20)[0].high) == (83.9, 100.0)
    for total in (1, 2, 7, 200):
        for count in range(total + 1):
            share = shares([Run(0, "")] * count + [Run(1, "")] * (total - count))[0]
            assert 0 <= share.low <= share.percent <= share.high <= 100


def test_runs_that_are_all_the_same_game_are_said_to_be() -> None:
    finished = begun(deck=FIRST_EDITION)
    act(finished)
    line = Line(closed(finished))
    last = line.votes[-1]
    if line.state(last.shown + 1).ending < 0:
        pytest.fail("the game of this test ends with a vote on signing; choose another seed")
    named = comparison.parse(finished, f"bot:{line.game.setting.seat_ids[0]}=simple@{len(line.entries)}")
    told = comparison.run(finished, named, runs=5)
    assert "All 5 runs were the same game" in told.how
    assert max(share.percent for share in told.shares) == 100
    assert min(share.low for share in told.shares if share.count) < 60, "five runs are few, and the interval says so"


_SCRIPT = """
import sys
from summit_game.debrief.whatif import comparison
from summit_game.table.games_folder import look
sitting = look(sys.argv[1])
print(*comparison.suggestions(sitting), sep="\\n")
for each in sys.argv[2:]:
    named = comparison.parse(sitting, each)
    print(comparison.run(sitting, named, runs=2))
    print(comparison.play(sitting, named, runs=2))
"""


def test_an_ending_that_nothing_could_change_any_more_is_certain_and_no_estimate(finished: Sitting) -> None:
    line = Line(finished)
    certain = 0
    for module in (each.id for each in line.game.setting.modules):
        told = comparison.run(finished, comparison.parse(finished, f"without:{module}"), 2)
        over = any(isinstance(event, ev.GameEnded) for event in without(line, module).point.events)
        assert told.runs == (1 if over else 2)
        assert all((each.low, each.high) == (each.percent, each.percent) for each in told.shares) == over
        assert ("the ending is certain" in told.how) == over
        certain += over
    assert certain, "the game has a module without which it goes the same way"
    assert [each.percent for each in shares([Run(2, "")], certain=True)] == [0, 0, 100, 0]


def test_the_same_for_any_number_of_processes(finished: Sitting) -> None:
    line = Line(finished)
    named = comparison.parse(finished, f"bot:{line.game.setting.seat_ids[1]}=cooperator@{len(line.entries) - 12}")
    one, two = (comparison.play(finished, named, runs=12, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert len(set(one)) > 1


@pytest.mark.slow
def test_the_same_for_any_hash_seed(finished: Sitting) -> None:
    late = len(Line(finished).entries) - 40
    ids = ["without:ratification", f"bot:{finished.table.setting.seat_ids[0]}=spoiler@{late}"]
    here = [str(each) for each in comparison.suggestions(finished)]
    for each in ids:
        named = comparison.parse(finished, each)
        here += [str(comparison.run(finished, named, runs=2)), str(comparison.play(finished, named, runs=2))]
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    there = subprocess.run(
        [sys.executable, "-c", _SCRIPT, finished.id, *ids],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.splitlines() == here


def test_nothing_is_written(busy: Sitting, data_folder: Path) -> None:
    def snapshot() -> dict[str, bytes]:
        return {str(each): each.read_bytes() for each in sorted(data_folder.rglob("*")) if each.is_file()}

    before, entries, digest = snapshot(), list(busy.table.history.entries), busy.table.state.digest()
    for named in comparison.suggestions(busy)[:4]:
        comparison.run(busy, named, runs=1)
        comparison.baseline(busy, named, runs=1)
    assert snapshot() == before
    assert busy.table.history.entries == entries
    assert busy.table.state.digest() == digest


# --- errors ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no what-if; write adopt:MOMENT"),
        ("perhaps:12", "is no what-if; write adopt:MOMENT"),
        ("adopt:0", "'0' is not a moment of this game; they are numbered from 1 to"),
        ("adopt:9999", "is not a moment of this game"),
        ("adopt:twelve", "'twelve' is not a moment of this game"),
        ("adopt:1", "no vote that was shown was called at moment 1; the nearest one is"),
        ("object:RU", "write object:DELEGATION@MOMENT"),
        ("object:XX@12", "there is no delegation 'XX' at this table; it seats"),
        ("without:open_dor", "the rule module 'open_dor' is not on in this game; on are"),
        ("bot:RU", "write bot:DELEGATION=KIND"),
        ("bot:XX=simple", "there is no delegation 'XX'"),
        ("bot:RU=clever", "there is no bot 'clever'"),
        ("bot:RU=cooperator:9", "'9' is not a level of cooperator"),
        ("bot:RU=simple@999", "'999' is not a moment of this game"),
        ("bot:RU=exec:true", "no program is started for a what-if"),
    ],
)
def test_a_wrong_id_gets_one_sentence(finished: Sitting, text: str, words: str) -> None:
    with pytest.raises(WhatIfError) as caught:
        comparison.parse(finished, text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_change_that_changes_nothing_is_refused_with_the_other_one(finished: Sitting) -> None:
    line = Line(finished)
    ids = line.game.setting.seat_ids
    passed = next(vote for vote in line.votes if vote.passed)
    failed = next(vote for vote in line.votes if not vote.passed and vote.changes)
    with pytest.raises(WhatIfError, match=f"passed at the table; write refuse:{passed.put + 1}"):
        comparison.parse(finished, f"adopt:{passed.put + 1}")
    with pytest.raises(WhatIfError, match=f"failed at the table; write adopt:{failed.put + 1}"):
        comparison.parse(finished, f"refuse:{failed.put + 1}")
    one = ids[failed.objectors[0]]
    with pytest.raises(WhatIfError, match=f"objected at moment .*; write silence:{one}@{failed.put + 1}"):
        comparison.parse(finished, f"object:{one}@{failed.put + 1}")
    with pytest.raises(WhatIfError, match="did not vote at moment"):
        comparison.parse(finished, f"object:{ids[failed.tabler]}@{failed.put + 1}")


def test_a_moment_of_a_vote_stands_for_the_vote(finished: Sitting) -> None:
    vote = next(vote for vote in Line(finished).votes if not vote.passed and vote.changes)
    for moment in range(vote.put, vote.shown + 1):
        assert comparison.parse(finished, f"adopt:{moment + 1}").id == f"adopt:{vote.put + 1}"


def test_a_vote_that_is_still_secret_cannot_be_changed() -> None:
    sitting = begun(3)
    table = sitting.table
    while table.state.package is None:
        act(sitting, 1)
    act(sitting, 1)
    put = len(table.history.line()) - 1
    assert table.state.package is not None
    for text in (f"adopt:{put}", f"adopt:{put + 1}"):
        with pytest.raises(WhatIfError, match="no vote"):
            comparison.parse(sitting, text)
    named = comparison.parse(sitting, f"bot:{table.setting.seat_ids[0]}=simple@{put + 2}")
    _holds(comparison.run(closed(sitting), named, runs=1), 1)


def test_who_sat_there_then_plays_on() -> None:
    sitting = begun(8, ("", "simple"))
    act(sitting, 10)
    sitting.table.sit(0, Sitter(bot="spoiler:1"))
    act(sitting, 10)
    line = Line(closed(sitting))
    assert [line.sitters(count)[0][0] for count in (1, 10, 11, 12, 21)] == [STAND_IN] * 2 + ["spoiler:1"] * 3
    assert line.sitters(21)[1] == ()


def test_no_run_is_too_few(finished: Sitting) -> None:
    with pytest.raises(WhatIfError, match="ask for 1 run or more"):
        comparison.run(finished, comparison.suggestions(finished)[0], runs=0)


def test_under_other_rules_nothing_is_played_on(finished: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_head, "modules_of", lambda setting: {"alliance": "3"})
    with pytest.raises(WhatIfError, match=r"nothing can be played on from .* rule module alliance was version 2"):
        comparison.suggestions(finished)
