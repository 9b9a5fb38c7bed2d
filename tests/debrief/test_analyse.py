"""A debrief tells the game as it was: what stands in the journal, folded, valued and added up, and nothing else."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from played import finished, sitting

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.text import text
from summit_game.debrief.model import ARCHIVE, PUBLIC, RESULTS, Debrief
from summit_game.deck.compile import TableOptions
from summit_game.engine.scenarios import fits
from summit_game.engine.scoring import holding, no_deal, scores, winners
from summit_game.engine.setting import SUPPORT
from summit_game.table.entry import CHANGES_GAME
from summit_game.table.games_folder import look, new_sitting
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from support import DECK


def check_sums(played: Sitting, found: Debrief) -> None:
    """Every number that is shown with lines is their sum, and is the engine's own."""
    state = played.table.state
    assert found.shown == RESULTS
    assert found.ending == state.ending >= 0
    assert found.scores == scores(state)
    assert found.fits == fits(state)
    assert found.winners == (winners(state) if played.deck.deck.ranking else ())
    for each in (*found.scores, *found.fits):
        assert sum(line.points for line in each.lines) == each.points
    last = found.moments[-1]
    assert last.fits == tuple(each.points for each in found.fits)
    assert last.text == tuple(state.text)
    for seat in played.table.setting.seats:
        held = holding(state, seat)
        brackets = held.value([-1] * len(state.text))
        rows = [row for row in found.ledger if row.seat == seat]
        assert sum(row.gained - row.given for row in rows) == held.value(state.text) - brackets
        assert all(row.gained >= 0 and row.given >= 0 for row in rows)
        assert last.values[seat] == held.value(state.text)
        assert last.walk_away[seat] == no_deal(state, seat, held)
    assert [(each.tabler, each.changes, each.objectors, each.passed) for each in found.votes] == [
        (each.tabler, each.changes, each.objectors, each.passed) for each in state.record
    ]


@pytest.mark.parametrize("part", range(2))
def test_the_points_shown_add_up_on_twenty_games(part: int) -> None:
    for seed in range(10 * part, 10 * part + 10):
        check_sums(*finished(seed))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_the_points_shown_add_up_on_500_games(part: int) -> None:
    for seed in range(50 * part, 50 * part + 50):
        played = sitting(seed)
        check_sums(played, analyse(played))


@pytest.mark.parametrize("seed", range(4))
def test_each_moment_stands_as_the_journal_folds(seed: int) -> None:
    played, _ = finished(seed)
    table = played.table
    found = analyse(played, archive=True)
    line = table.history.line()
    assert [each.entry for each in found.moments] == [each.number for each in line]
    for moment in found.moments:
        state = table.history.state(table.game, table.seed, moment.entry)
        held = [holding(state, seat) for seat in table.setting.seats]
        assert moment.text == tuple(state.text)
        assert moment.values == tuple(each.value(state.text) for each in held)
        assert moment.walk_away == tuple(no_deal(state, seat, each) for seat, each in enumerate(held))
        assert moment.fits == tuple(each.points for each in fits(state))
        assert moment.tracks == tuple(state.tracks)
        assert moment.support == tuple(state.seat_tracks[SUPPORT])


def test_round_and_phase_are_those_in_which_it_was_done() -> None:
    played, found = finished(2)
    table = played.table
    assert (found.moments[0].round, found.moments[0].phase, found.moments[0].kind) == (0, "setup", "deal")
    for before, moment in zip(table.history.line(), found.moments[1:], strict=False):
        assert moment.round == before.stand[0]
    orders = [each for each in found.moments if each.kind == "order"]
    assert orders
    assert {each.phase for each in orders} == {"posture"}


def without_times(each):
    return replace(each, minutes=0, played_on="", id="")


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_what_was_taken_back_leaves_nothing(seed: int) -> None:
    short, long = sitting(seed, 40), sitting(seed, 90)
    place = short.table.history.tip
    long.table.rewind(place)
    for archive in (False, True):
        rewound, never = without_times(analyse(long, archive)), without_times(analyse(short, archive))
        assert [each.kind for each in rewound.acts] == ["rewind"], "what the facilitator did is told"
        assert replace(rewound, acts=(), sat=()) == replace(never, acts=(), sat=())


def test_an_undone_move_leaves_nothing() -> None:
    tried = 0
    for moves in range(1, 10):
        played = sitting(4, moves)
        seat = played.table.history.line()[-1].seat
        before = sitting(4, moves - 1)
        if played.table.why_no_undo(seat) is None:
            played.table.undo(seat)
            taken_back, never = without_times(analyse(played, True)), without_times(analyse(before, True))
            assert replace(taken_back, sat=()) == replace(never, sat=())
            tried += 1
    assert tried > 1


def test_it_reads_and_changes_nothing() -> None:
    played = sitting(3, sitters={0: Sitter(("Ana",))})
    table = played.table
    before = (table.state.key(), list(table.history.entries), dict(table.sitters), table.history.tip)
    first = [analyse(played, archive, pseudonyms) for archive in (False, True) for pseudonyms in (False, True)]
    assert (table.state.key(), table.history.entries, table.sitters, table.history.tip) == before
    assert first == [analyse(played, archive, pseudonyms) for archive in (False, True) for pseudonyms in (False, True)]


def test_cards_and_tracks_of_the_facilitator_are_moments() -> None:
    played = sitting(1, 12)
    table = played.table
    table.inject(0, 1)
    table.move_track(0, 1, "the news of the day")
    injected, moved = analyse(played).moments[-2:]
    assert (injected.kind, injected.seat) == ("inject", -1)
    card = played.deck.events[0].title
    assert card in injected.action
    assert any(card in line for line in injected.said)
    assert (moved.kind, moved.seat) == ("track", -1)
    assert moved.action.endswith("by +1: the news of the day")
    assert moved.tracks[0] == injected.tracks[0] + 1
    assert all(each.entry in {entry.number for entry in table.history.entries if entry.kind in CHANGES_GAME}
               for each in analyse(played).moments)  # fmt: skip


def test_turning_points_are_the_largest_changes_of_the_fit_of_what_came_and_never_the_end() -> None:
    for seed in range(12):
        _, found = finished(seed)
        changes = {
            at: abs(found.moments[at].fits[found.ending] - found.moments[at - 1].fits[found.ending])
            for at in range(1, len(found.moments) - 1)
        }
        moved = [each for each in changes.values() if each]
        assert min(3, len(moved)) <= len(found.turning) <= 5
        assert [each.moment for each in found.turning] == sorted({each.moment for each in found.turning})
        named = {each.moment for each in found.turning}
        assert {each.ending for each in found.turning} <= {found.ending}
        for each in found.turning:
            assert abs(each.after - each.before) == changes[each.moment]
            assert found.moments[each.moment].fits[each.ending] == each.after
            assert each.words
        least = min((changes[each] for each in named), default=0)
        if len(named) >= 3:
            others = [size for at, size in changes.items() if at not in named]
            assert max(others, default=0) <= max(least, max(moved) / 2)


def test_stories_hold_the_decks_own_history() -> None:
    played, found = finished(1)
    assert [each.issue for each in found.stories] == list(range(len(found.issues)))
    for story, issue, level in zip(found.stories, played.deck.issues, played.table.state.text, strict=True):
        assert story.level == level
        chosen = issue.levels[max(0, level)]
        assert (story.level_title, story.level_source, story.invented) == (chosen.title, chosen.source, chosen.invented)
        assert [(each.who, each.when, each.text, each.source) for each in story.said] == [
            (each.who, each.when, each.text, each.source) for each in issue.history
        ]


def test_the_note_says_what_a_reader_should_know_first() -> None:
    running = sitting(1, 20)
    assert analyse(running).shown == PUBLIC
    assert "not over" in analyse(running).note
    assert "--open" in analyse(running).how_much
    opened = analyse(running, archive=True)
    assert opened.shown == ARCHIVE
    assert "archive is open" in opened.note
    assert opened.scores
    assert opened.ending == -1
    assert opened.winners == ()
    running.table.end("Zebulon must leave")
    assert "facilitator ended" in analyse(running).note
    assert "Zebulon" not in analyse(running).note
    over, _ = finished(1)
    assert "not over" not in analyse(over).note
    assert "archive is closed" in analyse(over).how_much
    assert analyse(over).note == ""
    assert analyse(over, archive=True).note == ""
    assert "archive is closed" not in analyse(over, archive=True).how_much


def begun(moves: int) -> Sitting:
    played = new_sitting(DECK, TableOptions(4), 5, {seat: Sitter(bot="random") for seat in range(4)})
    for _ in range(moves):
        due = played.table.bot_due()
        if due is not None:
            played.table.bot_acts(due)
    assert played.table.journal is not None
    played.table.journal.close()
    return played


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    return tmp_path / "games"


def test_a_saved_game_gives_the_same_debrief_and_a_damaged_one_says_so(data_folder) -> None:
    played = begun(1000)
    assert analyse(look(played.id), True) == analyse(played, True)
    path = data_folder / f"{played.id}.summit"
    data = path.read_bytes()
    path.write_bytes(data[:-4000])
    damaged = analyse(look(played.id))
    assert damaged.note.startswith("The journal is damaged")
    assert damaged.shown == PUBLIC


@pytest.mark.fault("K13.7")
def test_the_head_says_variants_and_modules_that_are_off(data_folder) -> None:
    assert analyse(begun(0)).played_as == ""
    deck = begun(0).deck
    variant, module = deck.variants[0], sorted(deck.modules)[0]
    options = TableOptions(4, (variant.id,), (module,))
    played = new_sitting(DECK, options, 5, {seat: Sitter(bot="random") for seat in range(4)})
    assert played.table.journal is not None
    played.table.journal.close()
    found = analyse(played)
    assert variant.title in found.played_as
    assert module.replace("_", " ") in found.played_as
    assert found.played_as in " ".join(text(found).split())


@pytest.mark.parametrize("seats", [4, 6])
def test_a_finished_game_takes_well_under_half_a_second(seats: int) -> None:
    played = next(each for each, _ in map(finished, range(40)) if len(each.table.setting.seats) == seats)
    analyse(played)
    took = []
    for _ in range(3):
        start = time.process_time()
        analyse(played)
        took.append(time.process_time() - start)
    assert min(took) < 0.5
