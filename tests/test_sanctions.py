"""The example module of another package works everywhere without a line changed outside its package."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.text import text
from summit_game.deck.compile import TableOptions
from summit_game.engine.board import FLOOR
from summit_game.engine.notation import action_text
from summit_game.language.catalogue import say
from summit_game.plain import PlainSession
from summit_game.rules.registry import forget, registry
from summit_game.seat.ask import question_at
from summit_game.table.games_folder import Sitting, look, new_sitting, resume
from summit_game.table.replay import Replay
from summit_game.table.sitter import Sitter
from summit_game.testing import check_module
from summit_game.words.names import Words
from support import DECK, the_deck

EXAMPLE = Path(__file__).parent.parent / "examples" / "summit-sanctions"


@pytest.fixture
def sanctions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The example as pip would have installed it."""
    info = tmp_path / "site" / "summit_sanctions-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: summit-sanctions\nVersion: 1.0\n", encoding="utf-8")
    points = (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8")
    assert 'sanctions = "summit_sanctions:Sanctions"' in points
    (info / "entry_points.txt").write_text(
        "[summit_game.rules]\nsanctions = summit_sanctions:Sanctions\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(info.parent))
    monkeypatch.syspath_prepend(str(EXAMPLE / "src"))
    forget()
    yield registry()["sanctions"]
    forget()


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The default deck with the module on: one line more in `deck.yaml`, nothing else."""
    import shutil

    copy = tmp_path / DECK.name
    shutil.copytree(DECK, copy)
    path = copy / "deck.yaml"
    told = path.read_text(encoding="utf-8")
    assert told.count("\nmodules:\n") == 1
    path.write_text(told.replace("\nmodules:\n", "\nmodules:\n  sanctions: {}\n"), encoding="utf-8")
    return copy


def sitting_of(
    deck: Path, people: tuple[int, ...] = (0,), bot: str = "random", seats: int = 2, seed: int = 3
) -> Sitting:
    sitters = {seat: Sitter(("Ana",)) if seat in people else Sitter(bot=bot) for seat in range(seats)}
    return new_sitting(deck, TableOptions(seats), seed, sitters)


def to_the_floor(game: Sitting) -> int:
    """On to the first floor turn of a person, whose seat is returned."""
    table = game.table
    while (seat := table.waiting_person()) is not None and table.view(seat).phase != FLOOR:
        table.submit(seat, table.view(seat).legal()[0])
    assert seat is not None
    return seat


def test_it_follows_the_protocol(sanctions) -> None:
    check_module(sanctions, the_deck(), {}, games=3)


def test_its_verb_is_asked_with_its_target_and_told_in_its_own_words(sanctions, deck: Path) -> None:
    game = sitting_of(deck)
    seat, words = to_the_floor(game), Words(game.table.setting, game.deck)
    target = 1 - seat
    first = question_at(words, game.table.view(seat))
    row = next(row for row in first.rows if row.word == "impose")
    assert row.label == "Impose sanctions …"
    assert "loses 1 Support, and tension +1" in row.lines[0].text
    whom = question_at(words, game.table.view(seat), row.draft or "")
    (chosen,) = (row for row in whom.rows if row.action)
    assert chosen.action == f"use sanctions impose {game.table.setting.seat_ids[target]}"
    assert chosen.twice
    assert [row.refusal for row in whom.rows if row.refusal] == [
        "Sanctions are imposed on a delegation of another side. (SA1)"
    ]
    lift = next(row for row in first.rows if row.word == "lift")
    assert "(SA3)" in lift.refusal
    assert say("sanctions-impose", seat=words.seats[target]) in chosen.lines[0].text


def test_it_is_kept_resumed_replayed_and_debriefed(sanctions, deck: Path) -> None:
    game = sitting_of(deck)
    seat = to_the_floor(game)
    impose = next(
        each for each in game.table.view(seat).legal() if action_text(game.table.setting, each).startswith("use")
    )
    support = game.table.public().seat_tracks[0][1 - seat]
    game.table.submit(seat, impose)
    assert game.table.public().seat_tracks[0][1 - seat] == support - 1
    assert game.table.journal is not None
    game.table.journal.close()
    again = resume(game.id)
    assert again.table.state.key() == game.table.state.key()
    rng = random.Random(5)
    while (who := again.table.waiting_person()) is not None:
        again.table.submit(who, rng.choice(again.table.view(who).legal()))
    assert again.table.over
    seen = look(game.id)
    replay = Replay(seen, -1)
    told = [line for at in range(len(replay.steps)) for line in replay.lines(at)]
    sentence = f"Impose sanctions on {again.table.setting.seat_specs[1 - seat].name}"
    assert any(sentence in line for line in told)
    found = analyse(seen)
    assert any(sentence in line for moment in found.moments for line in moment.said)
    assert any(moment.action == sentence for moment in found.moments)
    for form in (text, markdown):
        assert form(found)


def test_bots_impose_sanctions_where_it_is_worth_it(sanctions, deck: Path) -> None:
    used = 0
    for seed in range(1, 9):
        game = sitting_of(deck, people=(), bot="hardliner", seats=4, seed=seed)
        assert game.table.waiting_person() is None
        assert game.table.over
        used += sum(entry.action.startswith("use sanctions") for entry in game.table.history.entries)
    assert used > 0


def test_it_is_played_in_plain_text(sanctions, deck: Path) -> None:
    game = sitting_of(deck)
    shown: list[str] = []
    script = iter(["promise none", "nothing", "impose", "2", "quit"])
    PlainSession(game.deck, game.table, {0: "Ana"}, lambda _: next(script), shown.append, confirm_quit=False).run()
    assert any(line.endswith("Impose sanctions …") for line in shown)
    assert any(entry.action.startswith("use sanctions impose") for entry in game.table.history.entries)


def test_its_chapter_is_read_and_it_is_checked_from_the_command_line(sanctions) -> None:
    run = CliRunner()
    told = run.invoke(cli, ["rules", "SA1"])
    assert told.exit_code == 0
    assert told.output.startswith("**SA1** *Impose.*")
    assert "**SA2**" not in told.output
    assert "**SA4**" in run.invoke(cli, ["rules", "sa"]).output
    checked = run.invoke(cli, ["module", "check", "sanctions", "--games", "1", "--deck", str(DECK)])
    assert checked.exit_code == 0
    assert "1 random game without a fault" in checked.output
    assert run.invoke(cli, ["module", "check", "no_such"]).exit_code != 0


def test_its_chapter_stands_beside_it_where_modules_are_chosen(sanctions) -> None:
    from summit_game.tui.descriptions import modules_told

    modules_told.cache_clear()
    told = modules_told()
    modules_told.cache_clear()
    assert (told["sanctions"].name, told["sanctions"].clause) == ("Sanctions", "SA")
    assert told["open_door"].clause == "R10"


async def test_it_is_played_on_the_screen(sanctions, deck: Path) -> None:
    from tui_support import asks, table_of, until

    from summit_game.tui.game_app import GameApp
    from summit_game.tui.widgets.move import Move

    game = sitting_of(deck)
    seat = to_the_floor(game)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        move = table_of(app).query_one(Move)
        place = game.table.history.tip
        for word in ("impose", "", ""):
            assert move.current is not None
            rows = move.current.rows
            move.cursor = next(at for at, row in enumerate(rows) if (row.word == word if word else row.action))
            await pilot.press("enter")
        await until(pilot, lambda: game.table.history.tip != place)
    assert game.table.history.entries[place + 1].action.startswith("use sanctions impose")
    assert game.table.history.entries[place + 1].seat == seat
