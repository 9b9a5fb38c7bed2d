"""External bots: they play, they are told nothing secret, and whatever they do wrong, the game goes on."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bots_external.examples import PAGE, with_examples
from engine.test_secrecy import other_world
from summit_game.bots import external_child
from summit_game.bots.external import STAND_IN_WHY, ExternalBot, external, listen, to_stderr
from summit_game.bots.external_child import LONGEST_LINE
from summit_game.bots.simple import SimpleBot
from summit_game.deck.compile import SetupError
from summit_game.engine.board import OVER
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import apply, legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.view import view
from summit_game.language.catalogue import say
from summit_game.seat import bot_messages as messages
from support import REPO, game_of, random_walk

EXAMPLE = f'"{sys.executable}" "{REPO / "docs" / "example_bot.py"}"'
HELLO = 'import json, sys, time, os\nsys.stdin.readline()\nprint(\'{"type": "hello", "protocol": 1}\', flush=True)\n'
FIRST = """
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "decide":
        answer(message)
    if message["type"] == "quit":
        break
"""


class Told(list):
    """A notice that keeps what it hears."""

    def __call__(self, text: str) -> None:
        self.append(text)


def program(tmp_path: Path, answer: str, start: str = HELLO) -> str:
    """A command that runs a bot whose `answer(message)` has this body."""
    path = tmp_path / "bot.py"
    body = "\n".join("    " + line for line in answer.splitlines())
    path.write_text(f"{start}\ndef say(text):\n    print(text, flush=True)\ndef answer(message):\n{body}\n{FIRST}")
    return f'"{sys.executable}" "{path}"'


def play(command: str, seed: int = 3, seconds: float = 5.0, seats: int = 2, decisions: int = 10**6):
    """Play a game with the program in seat 0: the final state, what was said about it, and its own decisions."""
    game, told = game_of(seats), Told()
    state, _ = start(game, seed)
    bot = ExternalBot(command, seed, game.setting.seat_ids[0], told, seconds)
    others = [SimpleBot(seed, name) for name in game.setting.seat_ids]
    chosen = []
    while state.waiting and len(chosen) < decisions:
        seat = state.waiting[0]
        seen = view(state, seat)
        action, why = (bot if seat == 0 else others[seat]).decide(seen)
        if seat == 0:
            chosen.append((action_text(game.setting, action), why))
        apply(state, seat, action)
    bot.close()
    return state, told, chosen


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    # One that has ended and that nobody has asked about yet is a zombie: Z.
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


def held() -> tuple[int, int]:
    """Threads and open files of this process."""
    return threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))


def ended(pid: int) -> bool:
    """Whether the process is gone, or will be in a moment."""
    deadline = time.monotonic() + 5
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


FIRST_LEGAL = "say(json.dumps({'id': message['id'], 'action': message['legal'][0], 'why': 'It is the first.'}))"


def test_the_example_plays_whole_games_without_a_complaint():
    for seats, seed in ((2, 1), (4, 2), (6, 3)):
        state, told, chosen = play(EXAMPLE, seed, seats=seats)
        assert told == []
        assert state.phase == OVER
        assert len(chosen) > 10
        assert all(why == "The best for us that I see." for _, why in chosen)


def test_the_same_program_plays_the_same_game_again():
    assert play(EXAMPLE, 4)[2] == play(EXAMPLE, 4)[2]


def test_the_example_in_the_documents_has_about_thirty_lines():
    lines = (REPO / "docs" / "example_bot.py").read_text().splitlines()
    assert len([line for line in lines if line.strip()]) <= 35


def test_a_program_that_is_asked_late_in_a_game_answers_as_one_that_was_there_all_along(tmp_path):
    """Each question carries everything: a resume or a rewind loses nothing."""
    game = game_of(2)
    walk = [(view(state, 0), state.waiting[0]) for state, _, seat, _ in random_walk(game, 5) if seat == 0]
    seen = [each for each, seat in walk if seat == 0]
    old = ExternalBot(EXAMPLE, 1, "X", Told(), 5.0)
    for each in seen[::6]:
        fresh = ExternalBot(EXAMPLE, 1, "X", Told(), 5.0)
        assert old.decide(each).action == fresh.decide(each).action
        fresh.close()
    assert len(seen[::6]) >= 3
    old.close()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("say('so what')", "not JSON"),
        ("say('[1, 2]')", "not a JSON object"),
        ("say('[' * 5000)", "not JSON"),
        ("say('{}')", 'gave no "action"'),
        ("say('{\"action\": 7}')", 'gave no "action"'),
        ('say(\'{"action": "win"}\')', "is not an action"),
        ('say(\'{"action": "sign"}\')', "not legal"),
        (f"say('x' * {LONGEST_LINE + 10})", "too long"),
        ("say('\\0gone')", "not JSON"),
        ("sys.stdout.buffer.write(b'\\xff\\xfe\\n'); sys.stdout.flush()", "not JSON"),
    ],
)
def test_a_useless_answer_gets_one_sentence_and_a_stand_in(tmp_path, answer, words):
    state, told, chosen = play(program(tmp_path, answer))
    assert state.phase == OVER
    assert all(words in text for text in told)
    assert ["stand-in" in text for text in told] == [True] * 5
    assert "from now on" in told[-1]
    assert all(why == say(STAND_IN_WHY) for _, why in chosen)


def test_one_bad_answer_does_not_cost_the_seat(tmp_path):
    wrong_once = f"if message['id'] == 2:\n    say('oops')\nelse:\n    {FIRST_LEGAL}"
    _, told, chosen = play(program(tmp_path, wrong_once))
    assert len(told) == 1
    assert [why for _, why in chosen].count(say(STAND_IN_WHY)) == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("sys.exit(3)", "ended with code 3"),
        ("raise ValueError('my own fault')", "my own fault"),
        ("os.close(1); time.sleep(60)", "closed its output"),
    ],
)
def test_a_program_that_ends_is_started_once_more_and_no_oftener(tmp_path, answer, words):
    state, told, _ = play(program(tmp_path, answer))
    assert state.phase == OVER
    assert len(told) == 2
    assert all(words in text for text in told)
    assert "started again once" in told[0]
    assert "from now on" in told[1]


def test_the_last_words_of_a_program_that_has_ended_are_waited_for(monkeypatch):
    read = external_child._drain

    def late(pipe, kept):
        time.sleep(0.3)
        read(pipe, kept)

    monkeypatch.setattr(external_child, "_drain", late)
    child = external_child.Child([sys.executable, "-c", "import sys; sys.exit('my last words')"])
    assert child.receive(time.monotonic() + 20) == external_child.GONE
    assert child.exit_code() == 1
    assert child.last_words() == "my last words"


def test_a_program_that_crashed_once_plays_on_after_its_restart(tmp_path):
    mark = tmp_path / "crashed"
    crash = f"if message['id'] == 3 and not os.path.exists({str(mark)!r}):\n    open({str(mark)!r}, 'w'); sys.exit(1)\n"
    _, told, chosen = play(program(tmp_path, crash + FIRST_LEGAL))
    assert len(told) == 1
    assert [why for _, why in chosen].count(say(STAND_IN_WHY)) <= 1
    assert chosen[-1][1] == "It is the first."


@pytest.mark.parametrize("answer", ["time.sleep(60)", "while True: pass"])
def test_a_program_that_does_not_answer_in_time_is_ended(tmp_path, answer):
    began = time.monotonic()
    state, told, _ = play(program(tmp_path, answer), seconds=0.4)
    assert state.phase == OVER
    assert all("within 0.4 seconds" in text for text in told)
    assert len(told) == 2
    assert time.monotonic() - began < 20


def test_a_program_that_never_reads_does_not_hold_the_game_up(tmp_path):
    """The pipe fills, the program sleeps: only its time runs out."""
    deaf = 'import time\nprint(\'{"type": "hello", "protocol": 1}\', flush=True)\ntime.sleep(60)'
    began = time.monotonic()
    state, told, _ = play(program(tmp_path, "pass", start=deaf), seconds=0.4)
    assert state.phase == OVER
    assert len(told) == 2
    assert time.monotonic() - began < 20


def test_a_flood_on_either_output_does_not_hold_the_game_up(tmp_path):
    flood = f"sys.stderr.write('e' * 3_000_000 + '\\n'); sys.stderr.flush()\n{FIRST_LEGAL}"
    assert play(program(tmp_path, flood), decisions=8)[1] == []
    chatter = f'for _ in range(5000): say(\'{{"id": 0, "action": "pass"}}\')\n{FIRST_LEGAL}'
    _, told, chosen = play(program(tmp_path, chatter), decisions=8)
    assert told == []
    assert all(why == "It is the first." for _, why in chosen)


def test_late_answers_are_not_taken_for_new_ones(tmp_path):
    twice = f"say(json.dumps({{'id': message['id'] - 1, 'action': 'win'}}))\n{FIRST_LEGAL}\n{FIRST_LEGAL}"
    _, told, chosen = play(program(tmp_path, twice))
    assert told == []
    assert all(why == "It is the first." for _, why in chosen)


@pytest.mark.parametrize("hello", ["say('hi')", 'say(\'{"type": "hello", "protocol": 99}\')', "sys.exit(0)"])
def test_a_program_that_speaks_another_protocol_is_not_used(tmp_path, hello):
    path = tmp_path / "bot.py"
    path.write_text(f"import sys\nsay = lambda text: print(text, flush=True)\nsys.stdin.readline()\n{hello}\n")
    state, told, _ = play(f'"{sys.executable}" "{path}"')
    assert state.phase == OVER
    assert len(told) == 2


def test_a_program_that_is_not_there_is_named(tmp_path):
    state, told, _ = play(str(tmp_path / "no-such-bot"))
    assert state.phase == OVER
    assert "cannot be started (no such file or directory)" in told[0]


@pytest.mark.parametrize(("kind", "words"), [("exec:", "no command"), ('exec:"./bot', "cannot be read")])
def test_a_command_that_cannot_be_read_is_refused_at_once(kind, words):
    with pytest.raises(SetupError, match=words):
        external(kind)


def test_the_time_can_be_set_from_outside(monkeypatch):
    monkeypatch.setenv("SUMMIT_BOT_SECONDS", "2.5")
    assert external("exec:./bot")(1, "X").seconds == 2.5
    monkeypatch.setenv("SUMMIT_BOT_SECONDS", "soon")
    with pytest.raises(SetupError, match="number of seconds"):
        external("exec:./bot")


@pytest.mark.parametrize("finish", ["close", "forget"])
def test_a_program_is_told_when_the_game_is_over(tmp_path, finish):
    said = tmp_path / "said"
    tail = f"    if message['type'] == 'quit':\n        open({str(said)!r}, 'w').write('goodbye')\n"
    path = Path(program(tmp_path, FIRST_LEGAL).split('"')[3])
    path.write_text(path.read_text().replace('    if message["type"] == "quit":', tail + "    if False:"))
    bot = ExternalBot(f'"{sys.executable}" "{path}"', 1, "X", Told(), 5.0)
    bot.decide(view(start(game_of(2), 1)[0], 0))
    if finish == "close":
        bot.close()
    del bot
    gc.collect()
    assert said.read_text() == "goodbye"


def test_whoever_listens_hears_of_programs_that_fail(tmp_path, capsys):
    told = Told()
    state, _ = start(game_of(2), 1)
    external(f"exec:{tmp_path / 'none'}")(1, "X").decide(view(state, 0))
    assert "cannot be started" in capsys.readouterr().err
    try:
        listen(told)
        external(f"exec:{tmp_path / 'none'}")(1, "X").decide(view(state, 0))
    finally:
        listen(to_stderr)
    assert len(told) == 1
    assert capsys.readouterr().err == ""


def test_no_program_outlives_its_game(tmp_path):
    stubborn = f"{FIRST_LEGAL}\nif message['id'] == 2:\n    time.sleep(60)"
    game = game_of(2)
    state, _ = start(game, 1)
    for finish in ("close", "forget"):
        bot = ExternalBot(program(tmp_path, stubborn), 1, game.setting.seat_ids[0], Told(), 5.0)
        for _ in range(2):
            bot.decide(view(state, 0))
        assert bot._child is not None
        pid = bot._child.pid
        assert alive(pid)
        if finish == "close":
            bot.close()
        del bot
        gc.collect()
        assert not alive(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sessions")
def test_what_a_program_has_started_ends_with_it(tmp_path):
    starts = "import subprocess\nother = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    told = "say(json.dumps({'id': message['id'], 'action': message['legal'][0], 'why': str(other.pid)}))"
    _, _, chosen = play(program(tmp_path, told, start=HELLO + starts), decisions=1)
    assert ended(int(chosen[0][1]))


def test_a_program_ends_when_python_ends(tmp_path):
    """Without a goodbye: the game's own process just comes to its end."""
    stubborn = f"{FIRST_LEGAL}\ntime.sleep(60)"
    script = f"""
import sys
sys.path.insert(0, {str(REPO / "tests")!r})
from support import game_of
from summit_game.bots.external import ExternalBot
from summit_game.engine.play import start
from summit_game.engine.view import view
from summit_game.language.catalogue import say
bot = ExternalBot({program(tmp_path, stubborn)!r}, 1, "X")
bot.decide(view(start(game_of(2), 1)[0], 0))
print(bot._child.pid)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert ended(int(done.stdout))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files in /proc")
def test_many_games_leave_no_threads_and_no_open_files(tmp_path):
    command = program(tmp_path, FIRST_LEGAL)
    play(command, decisions=1)
    before = held()
    for seed in range(10):
        play(command, seed, decisions=1)
    deadline = time.monotonic() + 5
    while any(now > then for now, then in zip(held(), before, strict=True)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert all(now <= then for now, then in zip(held(), before, strict=True))


def test_a_program_gets_no_secrets_of_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("MY_SECRET", "hidden")
    told = "say(json.dumps({'id': message['id'], 'action': message['legal'][0], 'why': str(dict(os.environ))}))"
    _, _, chosen = play(program(tmp_path, told), decisions=1)
    assert "PATH" in chosen[0][1]
    assert "hidden" not in chosen[0][1]


@pytest.mark.clause("R1.6")
@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_no_message_depends_on_what_the_seat_cannot_know(seats):
    game, stream, differed = game_of(seats), Stream(seats, "external"), 0
    for at, (state, _, _, _) in enumerate(random_walk(game, seats, "external")):
        if at % (2 * seats):
            continue
        for seat in game.setting.seats:
            world = other_world(state, seat, stream)
            differed += world.key() != state.key()
            mine, theirs = (messages.line(messages.decide(view(each, seat), 1)) for each in (state, world))
            assert mine == theirs
            assert messages.setting_message(state.setting, seat) == messages.setting_message(world.setting, seat)
    assert differed > 20


def test_a_message_is_one_line_that_says_what_the_seat_knows():
    game = game_of(4)
    for state, _, seat, _ in random_walk(game, 9):
        if seat < 0:
            break
        line = messages.line(messages.decide(view(state, seat), 3))
        assert line.count(b"\n") == 1
        read = json.loads(line)
        assert [parse_action(game.setting, text) for text in read["legal"]] == legal(state, seat)
        assert len(read["view"]["hand"]["proposals"]) == len(state.own[seat].proposals)
        assert read["view"]["delegations"][game.setting.seat_ids[seat]]["hand"]["proposals"] == len(
            state.own[seat].proposals
        )


def test_the_messages_in_the_documents_are_the_ones_that_are_sent():
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("```json") == 4
    assert page == with_examples(page), "run python tests/bots_external/examples.py"


@pytest.mark.fault("K10.8")
@pytest.mark.parametrize("other", ["str(message['id'])", "message['id'] + 1", "None", "'x' * 99"])
def test_an_answer_with_another_id_is_told_as_one_and_does_not_cost_the_seat_at_once(tmp_path, other):
    body = f"if message['id'] == 1:\n    say(json.dumps({{'id': {other}, 'action': 'pass'}}))\nelse:\n    "
    _, told, chosen = play(program(tmp_path, body + FIRST_LEGAL), seconds=1.0, decisions=3)
    assert len(told) == 1
    assert "answered with the id " in told[0]
    assert "within" not in told[0]
    assert [why for _, why in chosen][1:] == ["It is the first."] * 2


@pytest.mark.fault("K10.8")
@pytest.mark.parametrize("banner", ["''", "'Welcome to Bot 3.1'", "'\\n\\n[1, 2]\\n\"x\"'"])
def test_a_banner_before_hello_is_passed_over(tmp_path, banner):
    start = HELLO.replace("print('{", f"print({banner})\nprint('{{", 1)
    _, told, chosen = play(program(tmp_path, FIRST_LEGAL, start), decisions=2)
    assert told == []
    assert {why for _, why in chosen} == {"It is the first."}


@pytest.mark.fault("K10.8")
def test_a_banner_with_no_hello_after_it_is_named(tmp_path):
    start = HELLO.replace('print(\'{"type": "hello", "protocol": 1}\', flush=True)', "print('hi', flush=True)")
    _, told, _ = play(program(tmp_path, FIRST_LEGAL, start), seconds=0.5, decisions=2)
    assert "wrote 'hi', which is not JSON" in told[0]
