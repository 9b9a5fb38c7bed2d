"""The sanctions example, as a package that is installed: played everywhere without a changed line outside it."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.seat.test_seat_questions import reached

from summit_game.cli.main import cli
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.text import text
from summit_game.deck.compile import TableOptions
from summit_game.engine.board import FLOOR
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import legal
from summit_game.engine.refusal import Refused
from summit_game.engine.scoring import holding, no_deal_lines, score
from summit_game.engine.setting import SETTLEMENT, SUPPORT, TENSION, TRUST
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import Verb
from summit_game.plain import PlainSession
from summit_game.rules.registry import package_of, registry
from summit_game.seat.ask import question_at
from summit_game.seat.page import seat_page
from summit_game.table.games_folder import Sitting, new_sitting, resume
from summit_game.table.log import lines
from summit_game.table.replay import Replay
from summit_game.table.sitter import Sitter
from summit_game.testing import check_module
from summit_game.words.names import Words
from support import ALL_DECKS, DECK, REPO, SECOND_DECK, the_deck

EXAMPLE = REPO / "examples" / "summit-sanctions"


@pytest.fixture
def sanctions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The module class of the example, on the path with the metadata that its `pyproject.toml` asks for."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((group, points),) = project["entry-points"].items()
    info = tmp_path / "site" / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    written = "".join(f"{name} = {value}\n" for name, value in points.items())
    (info / "entry_points.txt").write_text(f"[{group}]\n{written}")
    monkeypatch.syspath_prepend(str(EXAMPLE / "src"))
    monkeypatch.syspath_prepend(str(info.parent))
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    registry.cache_clear()
    yield registry()["sanctions"]
    registry.cache_clear()


def deck_at(folder: Path, source: Path) -> Path:
    """A copy of a deck whose `modules` name the example."""
    path = folder / f"{source.name}-with-sanctions"
    shutil.copytree(source, path)
    file = path / "deck.yaml"
    asked = file.read_text(encoding="utf-8")
    assert asked.count("\nmodules:\n") == 1
    file.write_text(asked.replace("\nmodules:\n", "\nmodules:\n  sanctions: {weight: 3}\n"), encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(f"id: {source.name}", f"id: {path.name}", 1), "utf-8")
    return path


def begun(path: Path, seats: int, sitters: dict[int, Sitter] | None = None) -> Sitting:
    return new_sitting(path, TableOptions(seats), 5, sitters or {})


def to_the_floor(sitting: Sitting) -> int:
    """Play by chance until somebody has the floor."""
    table, stream = sitting.table, Stream(5, "floor")
    while table.state.phase != FLOOR:
        seat = table.asks_now[0]
        table.submit(seat, stream.choice(legal(table.state, seat)))
    return table.asks_now[0]


def rival_of(sitting: Sitting, seat: int) -> int:
    side_of = sitting.table.setting.side_of
    return next(other for other in sitting.table.setting.seats if side_of[other] != side_of[seat])


def impose(sitting: Sitting) -> tuple[int, int]:
    """Whoever has the floor imposes sanctions on a delegation of another side."""
    seat = to_the_floor(sitting)
    target = rival_of(sitting, seat)
    setting = sitting.table.setting
    sitting.table.submit(seat, parse_action(setting, f"use sanctions impose {setting.seat_ids[target].lower()}"))
    return seat, target


def test_it_is_found_by_its_entry_point_and_breaks_no_rule(sanctions) -> None:
    assert sanctions.__module__ == "summit_sanctions"
    assert list(registry())[-1] == "sanctions"
    assert package_of("sanctions") == "summit-sanctions"
    for path in ALL_DECKS:
        check_module(sanctions, the_deck(path), sanctions.example, games=2)


def test_its_chapter_is_part_of_the_rule_book_and_the_command_checks_it(sanctions) -> None:
    run = CliRunner().invoke
    clause, chapter = run(cli, ["rules", "sa1"]).output, run(cli, ["rules", "SA"]).output
    assert clause.startswith("**SA1** On the Floor")
    assert "SA2" not in clause
    assert all(f"**{each}**" in chapter for each in sanctions.clauses)
    assert chapter in run(cli, ["rules"]).output
    found = run(cli, ["module", "check", "summit-sanctions", "--deck", SECOND_DECK.name, "--games", "1"])
    assert (found.exit_code, found.output) == (0, "sanctions: no faults (1 deck, 1 games each)\n")


@pytest.mark.parametrize(
    ("source", "seats"), [(DECK, 4), (SECOND_DECK, 2)], ids=lambda each: getattr(each, "name", each)
)
def test_the_questions_lead_to_the_verb_and_its_target(sanctions, tmp_path, source, seats) -> None:
    sitting = begun(deck_at(tmp_path, source), seats)
    table, words = sitting.table, Words(sitting.table.setting, sitting.deck)
    seat = to_the_floor(sitting)
    target = rival_of(sitting, seat)
    row = next(row for row in question_at(words, table.view(seat)).rows if row.label.startswith("Impose sanctions"))
    assert "walk-away value −3" in row.lines[0].text
    targets = question_at(words, table.view(seat), row.draft)
    written = f"use sanctions impose {table.setting.seat_ids[target]}"
    chosen = next(row for row in targets.rows if row.action == written)
    assert chosen.label == words.seats[target]
    assert chosen.twice
    refused = [row for row in targets.rows if row.refusal]
    assert refused
    assert all("(SA1)" in row.refusal for row in refused)
    found, _ = reached(words, table.view(seat))
    assert found == {action_text(table.setting, action) for action in legal(table.state, seat)}
    assert written in found


def test_it_works_costs_and_is_refused_with_its_clause(sanctions, tmp_path) -> None:
    sitting = begun(deck_at(tmp_path, DECK), 4)
    state, words = sitting.table.state, Words(sitting.table.setting, sitting.deck)
    seat = to_the_floor(sitting)
    target = rival_of(sitting, seat)
    before = (state.seat_tracks[SUPPORT][seat], state.tracks[TENSION])
    impose(sitting)
    assert (state.seat_tracks[SUPPORT][seat] - before[0], state.tracks[TENSION] - before[1]) == (-1, 1)
    borne = [line for line in no_deal_lines(state, target, holding(state, target)) if line.behind == "sanctions"]
    kept = [line for line in score(state, seat, holding(state, seat), SETTLEMENT).lines if line.behind == "sanctions"]
    assert ([line.points for line in borne], [line.points for line in kept]) == ([-3], [-1])
    name = sitting.table.setting.seat_specs
    status = f"Sanctions on {name[target].name} by {name[seat].name} (SA3)"
    assert status in seat_page(words, sitting.table.view(seat)).status
    stream = Stream(1, "on")
    while state.phase != FLOOR or sitting.table.asks_now[0] != seat:
        who = sitting.table.asks_now[0]
        choice = [action for action in legal(state, who) if "sanctions" not in action_text(state.setting, action)]
        sitting.table.submit(who, stream.choice(choice))
    ids = state.setting.seat_ids
    with pytest.raises(Refused, match=r"already have sanctions .*\(SA1\)"):
        sitting.table.submit(seat, parse_action(state.setting, f"use sanctions impose {ids[target]}"))
    trust = state.tracks[TRUST]
    sitting.table.submit(seat, parse_action(state.setting, f"use sanctions lift {ids[target]}"))
    assert state.tracks[TRUST] == trust + 1
    assert status not in seat_page(words, sitting.table.view(seat)).status


def test_journal_log_replay_and_debrief_know_it(sanctions, tmp_path) -> None:
    sitting = begun(deck_at(tmp_path, DECK), 4)
    _, target = impose(sitting)
    words = Words(sitting.table.setting, sitting.deck)
    sentence = f"Impose sanctions on {words.seats[target]}"
    told = [line for entry in sitting.table.history.entries for line in lines(words, entry, -1)]
    assert any(sentence in line for line in told)
    key = sitting.table.state.key()
    sitting.table.journal.close()
    again = resume(sitting.id)
    assert again.table.state.key() == key
    for other in again.table.setting.seats:
        again.table.sit(other, Sitter(bot="simple"))
    while (due := again.table.bot_due()) is not None:
        again.table.bot_acts(due)
    assert again.table.over
    replay = Replay(again, -1)
    steps = [step for step in range(len(replay.steps)) if any(sentence in line for line in replay.lines(step))]
    index = again.table.state.rules.modules.index(
        next(m for m in again.table.state.rules.modules if m.id == "sanctions")
    )
    assert sum(replay.state(steps[0]).slices[index]) == 1
    debrief = analyse(again)
    for form in (text(debrief), markdown(debrief)):
        assert "sanctions" in form


@pytest.mark.parametrize("kind", ["simple", "opportunist:2"])
def test_bots_impose_early_and_lift_late_where_it_is_worth_it(sanctions, tmp_path, kind) -> None:
    seats = {seat: Sitter(bot=kind) for seat in range(4)}
    sitting = begun(deck_at(tmp_path, DECK), 4, seats)
    table = sitting.table
    verbs = set()
    while (due := table.bot_due()) is not None:
        before = table.state.round
        for event in table.bot_acts(due):
            action = getattr(event, "action", None)
            if action is not None and action_text(table.setting, action).startswith("use sanctions"):
                verbs.add((action_text(table.setting, action).split()[2], before * 2 > table.setting.options.rounds))
    assert verbs == {("impose", False), ("lift", True)}


def test_the_checker_says_that_a_package_is_not_installed(sanctions, monkeypatch) -> None:
    known = {name: kind for name, kind in registry().items() if name != "sanctions"}
    monkeypatch.setattr("summit_game.testing.declared.registry", lambda: known)
    monkeypatch.setattr(sanctions, "verbs", (*sanctions.verbs, Verb("threaten", (), "SA1")))
    with pytest.raises(AssertionError, match=r"no `sanctions-threaten` .* its package is not installed\."):
        check_module(sanctions, the_deck(), {}, games=1)


def test_plain_text_takes_the_written_form(sanctions, tmp_path) -> None:
    sitting = begun(deck_at(tmp_path, SECOND_DECK), 2)
    seat = to_the_floor(sitting)
    ids = sitting.table.setting.seat_ids
    answers = ["", f"use sanctions impose {ids[1 - seat]}"]
    shown: list[str] = []

    def read(prompt: str) -> str:
        if not answers:
            raise EOFError
        return answers.pop(0)

    PlainSession(sitting.deck, sitting.table, {0: "One", 1: "Two"}, read, shown.append, confirm_quit=False).run()
    at = [spec.id for spec in sitting.table.setting.modules].index("sanctions")
    assert sum(sitting.table.state.slices[at]) == 1
    assert any("Impose sanctions on " in line for line in shown)
