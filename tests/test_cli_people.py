"""People in commands: who played, what the facilitator did, grading, erasing, and who may read the files (K11, K12)."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import stat
import subprocess
from pathlib import Path

import pytest

from summit_game.cli.exits import EXIT_DATA
from summit_game.deck.compile import TableOptions
from summit_game.engine.actions import PROMISE
from summit_game.table.games_folder import Sitting, again, games_folder, look, new_sitting, resume
from summit_game.table.injects import Inject
from summit_game.table.people import people_file
from summit_game.table.sitter import Sitter
from support import DECK
from test_cli_games import SUMMIT, SURE, Home

ANA, BEN, ZOE = "Ana Anatole", "Ben Benedict", "Zoë"
GOLDEN = Path(__file__).parent / "golden" / "journals"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    return Home(tmp_path / "data")


def begun(*names: str) -> Sitting:
    sitters = {0: Sitter(names), 1: Sitter(bot="random")}
    return new_sitting(DECK, TableOptions(2, ("quick",)), 5, sitters)


def acts(sitting: Sitting, times: int) -> None:
    """So many decisions, of people and bots."""
    table = sitting.table
    for _ in range(times):
        if not table.asks_now:
            return
        seat = table.asks_now[0]
        if seat in table.bots:
            table.bot_acts(seat)
        else:
            legal = table.view(seat).legal()
            table.submit(seat, next((each for each in legal if each.verb != PROMISE), legal[0]))


def left(sitting: Sitting) -> str:
    """The id of a sitting that is left."""
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.id


@pytest.mark.fault("K12.1")
def test_who_gave_up_a_seat_is_named_everywhere(home: Home) -> None:
    home.run(
        *("play", "--plain", "--new", "--seats", "2", "--variant", "quick", "--seat", f"RU=human:{ANA},{BEN}"),
        typed="\n1\nfacilitator seat RU cooperator:2\n\n\n",
    )
    commands = [
        *(("debrief", *form) for form in ((), ("--md",), ("--csv",), ("--json",), ("--full",))),
        *(("export", "last", "--format", form) for form in ("md", "csv", "json")),
        *(("games", *form) for form in ((), ("--json",))),
    ]
    for command in commands:
        told = " ".join(home.run(*command).split())
        assert ANA in told, command
        assert BEN in told, command
        assert "cooperator" in told, command
    seats = json.loads(home.run("games", "--json"))[0]["seats"]
    assert [each["people"] for each in seats[0]["seatings"]] == [[ANA, BEN], []]
    assert seats[0]["seatings"][1]["bot"] == "cooperator:2"
    html = home.folder.parent / "a.html"
    home.run("debrief", "--html", str(html))
    assert ANA in html.read_text(encoding="utf-8")


def facilitated() -> Sitting:
    """A game in which the facilitator did everything that a facilitator can do."""
    sitting = begun(ANA)
    table = sitting.table
    acts(sitting, 3)
    table.note("a note to all")
    table.note("a note to one", 1)
    table.pause()
    table.go_on()
    table.inject(5)
    table.move_track(0, -1, "a reason for a track")
    table.enqueue(Inject(4, 2))
    table.dequeue(next(iter(table.queue.items)))
    table.sit(0, Sitter((ZOE,)))
    table.set_clock(None)
    table.rewind(table.history.tip)
    table.end("The bell rings")
    return sitting


SAID = ("a note to all", "pauses the game", "goes on", "a reason for a track", "The bell rings", "lines up", ZOE)


@pytest.mark.fault("K12.3")
@pytest.mark.parametrize(
    "command",
    [
        *(("debrief", "--full", *form) for form in ((), ("--md",))),
        *(("debrief", form) for form in ("--csv", "--json")),
        *(("export", "last", "--format", form) for form in ("csv", "md", "json")),
    ],
    ids=" ".join,
)
def test_what_the_facilitator_did_is_in_every_form(home: Home, command: tuple[str, ...]) -> None:
    left(facilitated())
    told = " ".join(home.run(*command).replace("\\", "").split())
    assert [each for each in SAID if each not in told] == []
    assert "a note to one" not in told, "that is theirs until the archive is opened"
    opened = " ".join(home.run(*command, "--open").replace("\\", "").split())
    assert [each for each in (*SAID, "a note to one") if each not in opened] == []
    hidden = home.run(*command, "--pseudonyms", *(["--open"] if "--full" in command else []))
    assert [
        each for each in ("a note to all", "a note to one", "a reason for", "The bell", ZOE, ANA) if each in hidden
    ] == []


@pytest.mark.fault("K12.3")
def test_each_act_of_the_facilitator_is_a_row_of_the_csv(home: Home) -> None:
    sitting = facilitated()
    done = [each.kind for each in sitting.table.history.entries[3:] if each.kind != "move"]
    left(sitting)
    rows = list(csv.DictReader(io.StringIO(home.run("export", "last", "--format", "csv").lstrip("\ufeff"))))
    assert [each["action"] for each in rows if each["played_by"] == "facilitator"] == done
    assert len(done) == 12


@pytest.mark.fault("K12.5")
def test_that_a_game_was_opened_again_is_told_in_the_replay_only(home: Home) -> None:
    sitting = begun(ANA)
    acts(sitting, 2)
    name = left(sitting)
    left(resume(name))
    home_text = home.run("play", "--plain", "--resume", name, typed="log\nquit\n")
    assert "opened again" not in home_text
    assert "opened again" in home.run("replay", name, "--plain")


@pytest.mark.fault("K12.4")
@pytest.mark.parametrize("same", [True, False])
def test_a_card_that_is_queued_for_the_round_whose_news_it_is_says_so_when_it_comes(home: Home, same: bool) -> None:
    sitting = begun()
    table = sitting.table
    card = table.state.news_list[1 if same else 3]
    table.enqueue(Inject(card, 2))
    while table.asks_now and table.state.round < 2:
        acts(sitting, 1)
    acts(sitting, 1)
    name = left(sitting)
    told = home.run("export", name)
    assert "The facilitator brings in" in told
    assert ("acts a second time" in told) is same
    assert ("acts a second time" in " ".join(home.run("debrief", name, "--full").split())) is same


@pytest.mark.fault("K12.4")
def test_who_queues_a_card_is_told_that_it_may_be_the_news_too_and_not_which_round(home: Home) -> None:
    from summit_game.console.console import Console
    from summit_game.words.names import Words

    sitting = begun()
    table = sitting.table
    console = Console(table, Words(table.setting, sitting.deck))
    news = [table.setting.events[each].id for each in table.state.news_list[:4]]
    coming, turned = console.do(f"queue {news[1]} 2"), console.do(f"queue {news[0]} 2")
    other = console.do(f"queue {news[3]} 2")
    assert (coming.done, turned.done, other.done) == (True, True, True)
    assert coming.said == other.said
    assert "acts twice" in coming.said[0]
    assert turned.said == (), "it has been news and does not become it again"
    left(sitting)


# --- grading ---------------------------------------------------------------------------------------------------------


def test_grading_counts_what_each_person_did_and_leaves_a_rubric(home: Home) -> None:
    sitting = begun(ANA, BEN)
    acts(sitting, 30)
    sitting.table.sit(0, Sitter((ZOE,)))
    acts(sitting, 400)
    assert sitting.table.over
    decisions = [each.decisions for each in sitting.table.seatings]
    name = left(sitting)
    data = json.loads(home.run("export", name, "--grading", "--format", "json"))
    people = {each["name"]: each for each in data["people"]}
    assert list(people) == [ANA, BEN, ZOE], "bots are not graded"
    assert [people[each]["decisions"] for each in (ANA, BEN, ZOE)] == [decisions[0], decisions[0], decisions[1]]
    found = json.loads(home.run("debrief", name, "--json"))
    own = [each for each in found["votes"] if found["delegations"][0]["id"] in each["objectors"]]
    assert people[ANA]["objections"] + people[ZOE]["objections"] == len(own)
    tabled = [each for each in found["moments"] if each["kind"] == "table" and each["delegation"] == "RU"]
    assert people[ANA]["packages"] + people[ZOE]["packages"] == len(tabled) > 0
    promised = [each for each in found["promises"] if each["delegation"] == "RU"]
    assert people[ANA]["promises"] + people[ZOE]["promises"] == len(promised)
    assert people[ANA]["rubric"] == dict.fromkeys(("preparation", "argument", "agreement", "reflection"))
    text = home.run("export", name, "--grading")
    assert text.count("| Argument") == 3
    (head, *rows) = csv.reader(io.StringIO(home.run("export", name, "--grading", "--format", "csv").lstrip("\ufeff")))
    assert len(rows) == 3
    assert all(len(each) == len(head) for each in rows)


def test_grading_of_a_running_game_asks_for_no_word_since_it_tells_what_everybody_saw(home: Home) -> None:
    sitting = begun(ANA)
    acts(sitting, 12)
    name = left(sitting)
    assert "decisions" in home.run("export", name, "--grading", "--format", "json")
    assert "leave --open out" in home.run("export", name, "--grading", "--open", SURE, code=2)


def test_grading_with_pseudonyms_puts_the_key_into_a_file_of_its_own(home: Home, tmp_path: Path) -> None:
    name = left(begun(ANA, BEN))
    out, key = tmp_path / "grades.md", tmp_path / "grades-key.txt"
    done = home.all("export", name, "--grading", "--pseudonyms", "-o", str(out))
    assert done.returncode == 0
    assert str(key) in done.stderr
    assert key.read_text(encoding="utf-8") == f"S1 = {ANA}\nS2 = {BEN}\n"
    assert ANA not in out.read_text(encoding="utf-8")
    assert "## S1" in out.read_text(encoding="utf-8")
    assert [stat.S_IMODE(each.stat().st_mode) for each in (out, key)] == [0o600, 0o600]
    out.unlink()
    assert "exists" in home.run("export", name, "--grading", "--pseudonyms", "-o", str(out), code=2)
    assert not out.exists(), "not half of it"


def test_people_without_names_are_graded_too(home: Home) -> None:
    name = left(begun())
    data = json.loads(home.run("export", name, "--grading", "--format", "json"))
    assert [(each["id"], each["name"]) for each in data["people"]] == [(None, "a person")]


# --- erasing ---------------------------------------------------------------------------------------------------------


def test_a_person_is_erased_from_all_games_and_the_games_stay(home: Home) -> None:
    first, second = begun(ANA, BEN), begun(BEN)
    names = [left(first), left(second)]
    assert "--yes" in home.run("games", "erase", "--person", BEN, code=2)
    assert BEN in home.run("games"), "nothing was asked and nothing erased"
    told = home.run("games", "erase", "--person", BEN.upper(), "--yes")
    assert [name for name in names if name not in told] == []
    assert "notes that were typed remain" in told
    assert BEN not in home.run("games")
    assert ANA in home.run("games")
    assert "S2" in home.run("games")
    assert not people_file(games_folder() / f"{second.id}.summit").exists()


def test_a_person_is_erased_by_id_in_one_game(home: Home) -> None:
    first, second = left(begun(ANA, BEN)), left(begun(ANA, BEN))
    assert "name the game too" in home.run("games", "erase", "--person", "s2", code=2)
    home.run("games", "erase", first, "--person", "s2", "--yes")
    assert look(first).table.sitters[0].people == (ANA, "S2")
    assert look(second).table.sitters[0].people == (ANA, BEN)
    assert "nobody called" in home.run("games", "erase", first, "--person", BEN, "--yes", code=2)
    assert "there is no game" in home.run("games", "erase", "other", "--person", BEN, "--yes", code=2)


def test_of_an_older_game_it_is_said_that_names_stand_in_the_journal(home: Home) -> None:
    games_folder().mkdir(parents=True)
    (games_folder() / "old.summit").write_bytes((GOLDEN / "format-1-running.summit").read_bytes())
    told = home.run("games", "erase", "--person", "zoë", "--yes", code=EXIT_DATA)
    assert "older format" in told


def test_a_game_that_is_being_played_is_left_as_it_is(home: Home) -> None:
    playing = begun(ANA)
    done = left(again(playing, 7))
    told = home.all("games", "erase", "--person", ANA, "--yes")
    assert told.returncode == EXIT_DATA
    assert f"{playing.id} is being played" in told.stderr
    assert look(done).table.sitters[0].people == ("S1",)
    assert look(playing.id).table.sitters[0].people == (ANA,)
    told = home.all("games", "erase", "--before", "2999-01-01", "--yes")
    assert told.returncode == EXIT_DATA
    assert "is being played" in told.stderr
    assert [each.name for each in sorted(games_folder().glob("*.summit"))] == [f"{playing.id}.summit"]
    left(playing)


def test_games_before_a_day_are_erased_with_their_names(home: Home) -> None:
    old, new = left(begun(ANA)), left(begun(BEN))
    path = games_folder() / f"{old}.summit"
    # What counts is the later of what is written in it and of the file's date: both must be old.
    assert "no game was last played before" in home.all("games", "erase", "--before", "2001-01-01", "--yes").stderr
    assert "--yes" in home.run("games", "erase", "--before", "2999-01-01", code=2)
    assert path.exists()
    os.utime(path, (0, 0))
    home.run("games", "erase", "--before", "2001-01-01", "--yes")
    assert path.exists(), "its entries are of today"
    home.run("games", "erase", "--before", "2999-01-01", "--yes")
    assert list(games_folder().iterdir()) == []
    assert new != old


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a game"),
        (("x", "--before", "2026-01-01"), "leave the id out"),
        (("--person", "A", "--before", "2026-01-01"), "not both"),
        (("--before", "yesterday"), "yesterday"),
    ],
)
def test_what_cannot_be_meant_erases_nothing(home: Home, words: tuple[str, ...], said: str) -> None:
    assert said in home.run("games", "erase", *words, code=2)


@pytest.mark.parametrize(("answer", "erased"), [("y", True), ("n", False), ("", False)])
def test_it_is_asked_at_a_terminal(home: Home, answer: str, erased: bool) -> None:
    name = left(begun(ANA))
    ours, theirs = pty.openpty()
    env = {**os.environ, "SUMMIT_DATA_DIR": str(home.folder)}
    words = [*SUMMIT, "games", "erase", "--person", ANA]
    with subprocess.Popen(words, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as asked:
        os.write(ours, f"{answer}\n".encode())
        _, told = asked.communicate(timeout=60)
    for each in (ours, theirs):
        os.close(each)
    assert b"There is no way back" in told
    assert (look(name).table.sitters[0].people == ("S1",)) is erased


# --- who may read what is written ------------------------------------------------------------------------------------


@pytest.mark.fault("K11.4")
def test_what_is_private_is_written_for_its_owner_only(home: Home, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        name = left(facilitated())
        out = tmp_path / "out"
        out.mkdir()
        for at, words in enumerate(
            [
                *(("export", "--format", form, *more) for form in ("md", "csv", "json") for more in ((), ("--open",))),
                *(("export", "--format", form, "--grading") for form in ("md", "csv", "json")),
                *(("debrief", form, *more) for form in ("--md", "--csv", "--json") for more in ((), ("--open",))),
                ("debrief",),
            ]
        ):
            command, *rest = words
            home.run(command, name, *rest, "-o", str(out / str(at)))
            home.run(command, name, *rest, "--pseudonyms", "-o", str(out / f"{at}-safe"))
        home.run("debrief", name, "--html", str(out / "page"), "--open")
    finally:
        os.umask(before)
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in out.iterdir()}
    assert {mode for each, mode in modes.items() if not each.endswith("-safe")} == {0o600}
    assert 0o644 in modes.values(), "what is safe to share is shared as any file"


@pytest.mark.fault("K11.6")
def test_folders_of_games_are_for_their_owner_only(home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        left(begun(ANA))
        assert [stat.S_IMODE(each.stat().st_mode) for each in (home.folder, games_folder())] == [0o700, 0o700]
        games_folder().chmod(0o755)
        home.folder.chmod(0o755)
        assert "chmod 700" in home.all("locate").stderr
        left(begun(ANA))
        assert stat.S_IMODE(games_folder().stat().st_mode) == 0o700, "an older program made it"
        assert stat.S_IMODE(home.folder.stat().st_mode) == 0o755, "this one was named: more may be in it"
        assert home.all("locate").stderr == ""
        games_folder().chmod(0o2770)
        left(begun(ANA))
        assert stat.S_IMODE(games_folder().stat().st_mode) == 0o2770, "somebody shares it by choice"
        monkeypatch.delenv("SUMMIT_DATA_DIR")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
        (tmp_path / "share" / "summit" / "games").mkdir(parents=True)
        left(begun(ANA))
        mine = games_folder()
        assert [stat.S_IMODE(each.stat().st_mode) for each in (mine, mine.parent)] == [0o700, 0o700]
    finally:
        os.umask(before)
