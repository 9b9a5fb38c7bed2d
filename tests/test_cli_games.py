"""Saved games from the outside: `summit play`, `games`, `replay`, `export` as a person calls them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from summit_game.cli.exits import EXITS
from summit_game.cli.main import main
from summit_game.files.lock import lock
from support import DECK, REPO

SUMMIT = [sys.executable, "-m", "summit_game.cli.main"]
SURE = "--yes-show-secrets"


class Home:
    """A person's machine: a data folder, and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, typed: str = "", code: int = 0) -> str:
        done = self.all(*words, typed=typed)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout if code == 0 else done.stderr

    def all(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """The command in this very process, which saves its start; `program` calls it as a program of its own."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SUMMIT_DATA_DIR", str(self.folder))
            patch.setattr(sys, "argv", ["summit", *words])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code: int | str | None = 0
            try:
                main()
            except SystemExit as end:
                code = end.code
        shown, told = (stream.buffer.getvalue().decode().replace("\r\n", "\n") for stream in (out, err))
        return subprocess.CompletedProcess(
            words, code if isinstance(code, int) else 0 if code is None else 1, shown, told
        )

    def program(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "SUMMIT_DATA_DIR": str(self.folder), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run([*SUMMIT, *words], input=typed, capture_output=True, text=True, env=env, encoding="utf-8")

    def games(self) -> list[dict]:
        return json.loads(self.run("games", "--json"))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def play(home: Home, typed: str, *words: str) -> str:
    return home.run("play", "--plain", "--deck", str(DECK), "--seed", "5", *words, typed=typed)


# The least: the first choices in each phase, no message, and a withdrawal where one is due.
LEAST = "promise none", "nothing", "decline", "pass", "silence", "order hold", *(f"order draw {zone}" for zone in "BNS")
ALWAYS_FIRST = "".join(f"{line}\n" for line in (*LEAST, "1", "back")) * 120


def test_a_game_that_was_left_is_offered_and_goes_on(home: Home) -> None:
    shown = play(home, "1\n8\nquit\n")
    (game,) = home.games()
    assert game["id"] in shown
    assert "It is saved" in shown
    assert game["open"]
    done = home.program("play", "--plain", typed="maybe\nyes\ntext\nquit\n")
    assert done.returncode == 0, done.stderr
    shown = done.stdout
    assert "There is an unfinished game" in shown
    assert "The game goes on" in shown
    assert "The treaty so far" in shown
    assert len(home.games()) == 1
    home.run("play", "--plain", typed="no\nquit\n")
    assert len(home.games()) == 2


def test_a_game_is_resumed_by_its_id_to_the_end(home: Home) -> None:
    play(home, "1\nquit\n")
    (game,) = home.games()
    shown = home.run("play", "--plain", "--resume", game["id"][:15], typed=ALWAYS_FIRST)
    assert "The ending:" in shown
    (game,) = home.games()
    assert game["ending"] in ("settlement", "stalemate", "conflict", "cold_war")
    assert "over: " in home.run("games")
    assert "unfinished" not in home.run("play", "--plain", typed="quit\n"), "a game that is over is not offered"
    again = home.run("play", "--plain", "--resume", game["id"], typed="")
    assert "The ending:" in again


def test_an_answered_game_is_exported_and_replayed(home: Home) -> None:
    play(home, ALWAYS_FIRST, "--seat", "RU=human:=SUM(A1),Zoë", "--seat", "US=simple")
    exported = json.loads(home.run("export", "last", "--format", "json"))
    moves = [step for step in exported["steps"] if step["kind"] == "move"]
    text = home.run("export", "last", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff")
    assert len(rows) == len(moves)
    assert all(not value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    assert "Zoë" in json.dumps(exported, ensure_ascii=False)
    replayed = json.loads(home.run("replay", "last", "--json"))
    assert len(replayed["steps"]) == len(exported["steps"])
    shown = home.run("replay", "last", "--plain", typed="\n\nback\n7\n99999\nfrob\nmap\ntext\nbrief\nend\nquit\n")
    assert shown.count("REPLAY") > 6
    assert "There are steps 0 to" in shown
    assert "Papers are private" in shown
    assert "Zone" in shown
    whole = home.run("replay", "last")
    assert whole.count("REPLAY, step") == len(exported["steps"])
    assert "## Round 1" in home.run("export", "last", "--format", "md")


def test_pseudonyms_leave_no_name_in_any_format(home: Home) -> None:
    play(
        home,
        "1\nf note RU: Zoë, hurry\nf seat US human Özgür\nf track tension +1 says Zoë\nquit\n",
        "--seat",
        "RU=human:Zoë",
    )
    for form in ("json", "csv", "md"):
        for more in ((), ("--open", SURE)):
            plain = home.run("export", "last", "--format", form, "--pseudonyms", *more)
            assert "Zoë" not in plain
            assert "Özgür" not in plain
    assert "Zoë" in home.run("export", "last", "--format", "md")


def test_what_is_private_stays_out_of_replay_and_export(home: Home) -> None:
    play(home, "1\nquit\n")
    hidden = json.loads(home.run("export", "last", "--format", "json", "--open", SURE))
    drawn = next(e for step in hidden["steps"] for e in step["events"] if e[0] == "CardsDrawn" and e[4])
    public = json.loads(home.run("export", "last", "--format", "json"))
    assert all(e[4] == [] for step in public["steps"] for e in step["events"] if e[0] == "CardsDrawn")
    assert not any(e[0] in ("PileSet", "NewsSet", "BriefDealt") for step in public["steps"] for e in step["events"])
    assert "seed" not in public
    assert hidden["seed"] == 5
    mine = json.loads(home.run("replay", "last", "--json", "--seat", "RU", SURE))
    seen = [e for step in mine["steps"] for e in step["events"] if e[0] == "CardsDrawn"]
    assert all(bool(e[4]) == (e[1] == 0) for e in seen if e[3])
    assert drawn[4]
    assert "For your eyes only" in home.run("replay", "last", "--seat", "RU", SURE, typed="brief\nquit\n")


def test_erase(home: Home) -> None:
    play(home, "quit\n")
    (game,) = home.games()
    assert "erased" in home.run("games", "erase", game["id"])
    assert home.games() == []
    assert not any((home.folder / "games").iterdir())
    assert home.run("games") == ""


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("replay", "nothing"), 2, "there is no game 'nothing'; `summit games` lists them"),
        (("export", "nothing"), 2, "there is no game"),
        (("games", "erase", "nothing"), 2, "there is no game"),
        (("play", "--plain", "--resume", "last"), 2, "there is no game"),
        (("play", "--plain", "--resume", "x", "--seed", "3"), 2, "leave the other options out"),
        (("play", "--plain", "--clock", "soon"), 2, "'soon' is not a clock; write SECONDS:decision"),
        (("play", "--plain", "--clock", "60:turn"), 2, "a clock runs per decision"),
        (("play", "--plain", "--seat", "RU=nobody"), 2, "there is no bot 'nobody'"),
        (("play", "--plain", "--seat", "XX=human"), 2, "there is no delegation 'XX'"),
        (("replay", str(DECK / "deck.yaml")), 65, "is not a journal of Summit"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(home: Home, words: tuple[str, ...], code: int, told: str) -> None:
    done = home.all(*words)
    assert done.returncode == code
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_an_export_never_overwrites(home: Home, tmp_path: Path) -> None:
    play(home, "quit\n")
    target = tmp_path / "game.csv"
    home.run("export", "last", "--format", "csv", "-o", str(target))
    before = target.read_bytes()
    assert before.startswith(b"\xef\xbb\xbfnumber,")
    assert "exists" in home.run("export", "last", "-o", str(target), code=2)
    assert target.read_bytes() == before


def test_a_facilitator_at_a_plain_table(home: Home) -> None:
    typed = """1
facilitator
f pause
pass
f go
f card E-02
f inject E-02 UA
f queue E-03 2
f queue
f queue E-03 1
f drop 9999
f track tension +3 too much
f track tension +1 a reported exercise
f track UA:support -1 protests at home
f track nonsense +1 x
f note hello all
f clock 30 decision
f time +30
f clock off
f clock x y
f points
f rewind 3
f seat UA human Ana
f seat UA
f frob
quit
"""
    typed = typed.replace("\nquit", "\n\nf end the bell\n")
    shown = play(home, typed)
    for told in (
        "facilitator rewind POINT",
        "The facilitator pauses the game.",
        "The game goes on.",
        "The facilitator brings in for Ukraine",
        "lines up an event card for round 2",
        "Choose a later round",
        "There is no card 9999",
        "at most 2",
        "Tension rises to",
        "The facilitator moves a track: protests at home",
        "The tracks are tension",
        "The facilitator to all: hello all",
        "The clock gives 30 seconds for each decision.",
        "The clock is changed by +30 seconds.",
        "The clock is off.",
        "'x' is not a number",
        "where the game is",
        "The facilitator takes the game back to point 3",
        "Ukraine is now played by Ana.",
        "ends the sitting before the game is over: the bell",
        "The sitting is over;",
    ):
        assert told in shown, told
    assert "ended by the facilitator" in home.run("games")


def test_taking_back_and_handing_over_at_a_plain_table(home: Home) -> None:
    typed = "\npromise none\n\npromise none\nundo\n\npromise none\nredo\nquit\n"
    shown = play(home, typed, "--seats", "2", "--seat", "RU=human", "--seat", "US=human")
    assert "United States takes back its last action." in shown
    typed = "f seat US human Ana\n\npass\n" + "\n1\n" * 3
    shown = play(home, typed, "--seats", "2")
    assert "You take over United States. This is everything it knows." in shown
    assert "Votes so far:" in shown


def test_without_a_screen_the_game_is_played_in_plain_text_and_says_so(home: Home) -> None:
    done = home.all("play", "--deck", str(DECK), "--seed", "5", typed="1\nquit\n")
    assert done.returncode == 0
    assert "Playing in plain text" in done.stderr
    assert "You have left the game" in done.stdout


def test_the_log_is_that_of_whoever_sits_at_the_machine_now(home: Home) -> None:
    shown = play(home, "1\nlog all\nf seat US human Zoe\n\npass\n\nlog all\nquit\n", "--seats", "2")
    alone, together = shown.split("is now played by Zoe", 1)
    assert "draws Readiness inspection" in alone or "(P-" in alone
    told = together.split("You take over United States")[1]
    log = told[told.index("Round 1 of 6 begins") :]
    assert "Russian Federation draws 3 Proposals." in log
    assert "C-RU-" not in log


def test_a_seat_changes_hands_while_the_game_is_paused(home: Home) -> None:
    seats = ("--seats", "3", "--seat", "RU=human:Ana", "--seat", "US=human:Ben")
    shown = play(home, "\n1\n\nf pause\nseat UA human Zoe\ngo\n\n1\n\n1\n\n1\nquit\n", *seats)
    assert "Ukraine is now played by Zoe." in shown
    assert "You take over Ukraine" in shown
    shown = play(home, "f pause\nseat US human Zoe\ngo\n\n1\n\n1\nquit\n")
    assert "Pass the machine to Zoe (United States)" in shown
    assert "You take over United States" in shown


def test_a_private_note_never_goes_to_all_by_a_slip(home: Home) -> None:
    shown = play(home, "f note us: for US only\nf note UX: a slip\nf note all: for all\nquit\n", "--seats", "2")
    assert "for US only" not in shown
    assert "The facilitator sends a note to United States." in shown
    assert "There is no delegation 'UX'" in shown
    assert "The facilitator to all: for all" in shown


def test_an_ended_game_is_opened_again_by_a_rewind(home: Home) -> None:
    shown = play(home, "1\nf pause\nend too early\nfrob\nfacilitator rewind 3\n8\nquit\n")
    assert "goes back into the game" in shown or "go back into the game" in shown
    assert "The facilitator takes the game back to point 3" in shown
    (game,) = home.games()
    assert game["open"]
    shown = play(home, "1\nf end the bell\n\n")
    first = home.games()[0]
    assert not first["open"]
    assert "ended by the facilitator" in first["state"]
    home.run("play", "--plain", "--resume", first["id"], typed="\n")
    assert "ended by the facilitator" in home.games()[0]["state"]
    home.run("play", "--plain", "--resume", first["id"], typed="facilitator rewind 3\nquit\n")
    assert home.games()[0]["open"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("promise support DEP 9", "DEP has levels 0 to 4, not 9."),
        ("nonpaper DEP 9 laying P-DEP-1A P-DEP-3", "DEP has levels 0 to 4, not 9."),
        ("nonpaper DEP 3 laying P-DEP-1A", "Write it as `nonpaper ISSUE LEVEL laying PROPOSAL PROPOSAL`."),
        ("decline", "Not now: Messages are sent and answered in the Corridor"),
    ],
)
def test_a_written_action_that_cannot_be_meant_is_refused_in_one_sentence(home: Home, line: str, says: str) -> None:
    assert f"> {says}" in play(home, f"{line}\nquit\n")


def test_a_finished_game_can_be_taken_back(home: Home) -> None:
    shown = play(home, ALWAYS_FIRST + "facilitator points\nfacilitator rewind 20\n1\nquit\n")
    assert shown.count("The ending:") == 1
    assert "Seed 5" in shown
    shown = home.run("play", "--plain", "--resume", "last", typed="facilitator rewind 20\nquit\n")
    assert "The facilitator takes the game back to point 20" in shown


def test_the_seed_is_not_told_before_the_end(home: Home) -> None:
    shown = home.run("play", "--plain", "--new", typed="1\nquit\n")
    assert "Seal of the deal" in shown
    assert "eed 5" not in shown
    assert "--seed" not in shown


def test_odd_terminals_and_bytes_end_no_game(home: Home) -> None:
    env = {**os.environ, "SUMMIT_DATA_DIR": str(home.folder), "PYTHONIOENCODING": "cp1252"}
    words = [*SUMMIT, "play", "--plain", "--new", "--seats", "3", "--seat", "RU=human:Жанна"]
    done = subprocess.run(words, input=b"1\n\xff\xfe\nquit\n", capture_output=True, env=env)
    assert done.returncode == 0, done.stderr
    assert b"is not understood" in done.stdout
    done = subprocess.run([*SUMMIT, "games"], capture_output=True, env=env)
    assert done.returncode == 0, done.stderr


def test_no_answer_begins_no_game(home: Home) -> None:
    play(home, "1\nquit\n")
    assert "nothing was begun" in home.run("play", "--plain", typed="", code=2)
    assert len(home.games()) == 1


def test_a_game_that_is_being_played_elsewhere_asks_again(home: Home) -> None:
    play(home, "1\nquit\n")
    (game,) = home.games()
    with Path(game["file"]).open("r+b") as file:
        assert lock(file)
        shown = home.run("play", "--plain", typed="yes\nno\nquit\n")
    assert "It cannot be played on now" in shown
    assert len(home.games()) == 2


def test_the_command_of_a_program_is_not_exported(home: Home) -> None:
    play(home, "1\nquit\n", "--seat", "US=exec:python3 -c pass --token=secret", "--seats", "2")
    for form in ("json", "csv", "md"):
        assert "secret" not in home.run("export", "last", "--format", form, "--open", SURE)
    assert "secret" not in home.run("games")


def test_pseudonyms_leave_out_what_a_bot_of_ones_own_is_called_and_says(home: Home, tmp_path: Path) -> None:
    script = tmp_path / "of-mrs-adams.yaml"
    shared = REPO / "src" / "summit_game" / "bots" / "scripts" / "spoiler.yaml"
    script.write_text(shared.read_text(encoding="utf-8").replace("Spoiler", "Adams"), encoding="utf-8")
    play(home, "1\nquit\n", "--seat", f"US={script}", "--seat", "UA=exec:python3 -c pass --for=Adams", "--seats", "3")
    for form in ("json", "csv", "md"):
        assert "adams" not in home.run("export", "last", "--format", form, "--open", SURE, "--pseudonyms").lower()


def test_damage_is_said_by_replay_and_export(home: Home) -> None:
    play(home, "1\nquit\n")
    (game,) = home.games()
    with Path(game["file"]).open("ab") as file:
        file.write(b"xx")
    assert "damaged" in home.run("games")
    for words in (("replay", "last"), ("export", "last", "--format", "json")):
        done = home.all(*words)
        assert done.returncode == 0
        assert "The journal is damaged" in done.stderr
    assert json.loads(home.run("export", "last", "--format", "json"))["damaged"] is True


def test_hostile_first_lines_reach_no_terminal(home: Home) -> None:
    (home.folder / "games").mkdir(parents=True)
    (home.folder / "games" / "x.summit").write_bytes(b"summit-journal 2 \x1b]0;gotcha\x07\n")
    for words in (("games",), ("replay", "x"), ("replay", "last")):
        done = home.all(*words)
        assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_a_dumb_terminal_plays_in_plain_text(home: Home) -> None:
    import pty

    leader, follower = pty.openpty()
    env = {**os.environ, "SUMMIT_DATA_DIR": str(home.folder), "TERM": "dumb"}
    program = subprocess.Popen(SUMMIT, stdin=follower, stdout=follower, stderr=follower, env=env)
    os.close(follower)
    shown = b""
    while b"> " not in shown:
        assert select.select([leader], [], [], 30)[0], f"nothing more was shown after {shown!r}"
        shown += os.read(leader, 4096)
    os.write(leader, b"quit\ny\n")
    assert program.wait(30) == 0
    os.close(leader)
    assert b"Playing in plain text" in shown
    assert b"Corridor" in shown


def test_summit_alone_without_a_terminal_prints_help(home: Home) -> None:
    assert "Usage: summit" in home.run()


def test_the_readme_has_the_table_of_exit_codes_and_the_program_no_other() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", (REPO / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == EXITS
    named = {
        int(code)
        for path in (REPO / "src").rglob("*.py")
        for code in re.findall(r"^EXIT_\w+ = (\d+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert named
    assert named <= set(EXITS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--variant", "quick"), "the variant Quick game"),
        (("--without", "open-door"), "without open door"),
        (("--variant", "quick", "--without", "escalation"), "the variant Quick game and without escalation"),
        ((), ""),
    ],
)
@pytest.mark.fault("K13.7")
def test_variants_and_modules_that_are_off_are_told_at_the_table_and_in_every_file(
    home: Home, words: tuple[str, ...], told: str
) -> None:
    shown = play(home, "1\nquit\n", "--new", *words)
    sentence = f"This table plays {told}." if told else "This table plays"
    (game,) = home.games()
    files = [home.run("export", game["id"], "--format", form) for form in ("md", "csv")]
    resumed = home.run("play", "--plain", "--resume", game["id"], typed="log all\nquit\n")
    for text in (shown, *files, resumed):
        assert (sentence in text) == bool(told)
