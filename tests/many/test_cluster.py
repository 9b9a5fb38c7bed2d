"""A Dask cluster: the commands of docs/many-machines.md, with a worker that is killed; what is said when all goes."""

from __future__ import annotations

import json
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_game.cli.bots import balance_command, simulate_command, tournament_command
from support import REPO

PAGE = REPO / "docs" / "many-machines.md"
MARK = "<!-- tests/many/test_cluster.py runs these commands"
SUMMIT = [sys.executable, "-m", "summit_game.cli.main"]


@pytest.mark.fault("K20.8")
def test_the_three_commands_take_the_same_options_for_where_games_are_played():
    names = {"jobs", "backend", "scheduler", "as_json"}
    described = []
    for command in (simulate_command, tournament_command, balance_command):
        found = {each.name: each.to_info_dict() for each in command.params if each.name in names}
        assert set(found) == names
        described.append(found)
    assert described[0] == described[1] == described[2]


@pytest.mark.fault("K20.8")
@pytest.mark.parametrize(
    ("args", "words"),
    [(["--scheduler", "tcp://here:1"], "--backend dask"), (["--backend", "dask"], "")],
)
def test_simulate_refuses_half_of_a_cluster_in_a_sentence(args, words, monkeypatch, capsys):
    from summit_game.cli.main import main

    monkeypatch.setattr(sys, "argv", ["summit", "simulate", "--games", "30", *args])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("summit: ")
    assert words in told
    assert len(told.splitlines()) == 1


class Cluster:
    """A scheduler and workers on this machine, each a process of its own."""

    def __init__(self) -> None:
        self.dask = pytest.importorskip("distributed")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """A command such as `dask worker …`; a worker without the nanny that would start it again."""
        words = shlex.split(command.replace("8786", str(self.port)))
        words[0] = str(Path(sys.executable).with_name(words[0]))
        nanny = ["--no-nanny"] if words[1] == "worker" else []
        found = subprocess.Popen([*words, *nanny], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=REPO)
        self.processes.append(found)
        if words[1] == "scheduler":
            end = time.monotonic() + 60
            while socket.socket().connect_ex(("127.0.0.1", self.port)):
                assert time.monotonic() < end
                time.sleep(0.1)
        return found

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start("dask worker tcp://127.0.0.1:8786 --nthreads 1 --no-dashboard")

    def until_busy(self, workers: int) -> None:
        """Wait until that many workers play."""
        end = time.monotonic() + 120
        with self.dask.Client(self.address) as client:
            while sum(map(bool, client.processing().values())) < workers:
                assert time.monotonic() < end
                time.sleep(0.2)

    def play(self, *args: str) -> subprocess.Popen[bytes]:
        """A command of Summit at this cluster, begun."""
        where = ["--backend", "dask", "--scheduler", self.address]
        return subprocess.Popen([*SUMMIT, *args, *where], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=REPO)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    one = Cluster()
    yield one
    for each in one.processes:
        each.kill()
        each.wait()


def documented() -> list[str]:
    """The commands of the page."""
    block = PAGE.read_text(encoding="utf-8").split(MARK)[1].split("```sh\n")[1].split("```")[0]
    return block.splitlines()


@pytest.mark.slow
@pytest.mark.fault("K20.8")
@pytest.mark.fault("K6.5")
def test_the_commands_of_the_page_give_the_results_of_one_machine_with_a_worker_killed_in_the_middle(cluster):
    started = [cluster.start(line.removesuffix("&")) for line in documented() if line.startswith("dask")]
    assert len(started) == 3
    summits = [shlex.split(line)[1:] for line in documented() if line.startswith("summit")]
    assert [words[0] for words in summits] == ["tournament", "balance", "simulate"]
    for at, words in enumerate(summits):
        plain = [*words[: words.index("--backend")], "--json"]
        alone = subprocess.run([*SUMMIT, *plain, "--jobs", "2"], capture_output=True, cwd=REPO, check=True, timeout=300)
        here = subprocess.Popen(
            [*SUMMIT, *(word.replace("8786", str(cluster.port)) for word in words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=REPO,
        )
        if at == 0:
            cluster.until_busy(2)
            assert here.poll() is None, "it was over before a worker could be killed"
            started[-1].send_signal(signal.SIGKILL)
        out, err = here.communicate(timeout=300)
        assert (here.returncode, err.decode()) == (0, "")
        assert out == alone.stdout
        assert json.loads(out)["digest"]


@pytest.mark.slow
@pytest.mark.fault("K6.5")
def test_without_any_worker_it_is_said_after_some_seconds(cluster):
    cluster.start("dask scheduler --host 127.0.0.1 --port 8786 --no-dashboard")
    game = cluster.play("simulate", "--games", "60")
    _, err = game.communicate(timeout=60)
    assert game.returncode == 2
    assert err.decode().startswith(f"summit: no worker has come to the Dask scheduler at {cluster.address} within 10")
    assert len(err.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.fault("K6.5")
def test_a_lost_worker_and_a_lost_scheduler_are_a_sentence_each(cluster):
    scheduler = cluster.start("dask scheduler --host 127.0.0.1 --port 8786 --no-dashboard")
    worker = cluster.worker()
    game = cluster.play("simulate", "--games", "20000")
    cluster.until_busy(1)
    worker.kill()
    assert game.stderr is not None
    assert f"the Dask scheduler at {cluster.address} has no worker now" in game.stderr.readline().decode()
    scheduler.kill()
    _, err = game.communicate(timeout=60)
    assert game.returncode == 2
    assert err.decode() == (
        f"summit: the Dask scheduler at {cluster.address} was lost; what was played is lost with it\n"
    )


@pytest.mark.slow
@pytest.mark.fault("K6.5")
@pytest.mark.fault("K6.3")
def test_ctrl_c_ends_a_run_on_a_cluster_as_any_other(cluster):
    cluster.start("dask scheduler --host 127.0.0.1 --port 8786 --no-dashboard")
    cluster.worker()
    game = cluster.play("simulate", "--games", "20000")
    cluster.until_busy(1)
    game.send_signal(signal.SIGINT)
    _, err = game.communicate(timeout=30)
    assert (game.returncode, err.decode().strip()) == (130, "Stopped.")
