"""Scripts are data: every one in the package is sound, and damage is told with its place and what to do."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from botgames import NAMES

from summit_game.bots.facts import FACTS, facts
from summit_game.bots.kinds import BotError, maker
from summit_game.bots.mind import progress
from summit_game.bots.script import Curve, Script, check_script, compile_script, load_script, personality
from summit_game.deck.faults import DeckError
from summit_game.engine.play import start
from summit_game.engine.view import view
from support import REPO, game_of

GOOD = b"""name: Tester
about: A script for tests.
trade:
  new_issue: 5
  loss: {first: 1, last: 4}
  margin: {first: 8, last: 0, bend: late}
habits: {press: 0, step: 0, build: 0, draw: 0, exercise: 0, rally: 50, pledge: 0, restraint: 10}
signing: {odds: 50}
rules:
  - {on: vote, when: "round < 3 and outside > 0", answer: object, because: "it is early"}
  - {on: floor, prefer: press, weight: "100 + 20 * tension", chance: press, because: "tension is high"}
  - {on: order, when: "ahead <= -2", scale: {build: 150}, because: "we are behind"}
"""


def fault_of(data: bytes) -> str:
    with pytest.raises(DeckError) as caught:
        load_script(data, "mine.yaml")
    return str(caught.value.faults[0])


@pytest.mark.parametrize("name", NAMES)
def test_every_script_of_the_package_is_sound(name: str) -> None:
    data = (files("summit_game.bots") / "scripts" / f"{name}.yaml").read_bytes()
    script = load_script(data, f"{name}.yaml")
    assert script.name
    assert len(script.about) > 40
    assert personality(name).key == name


def test_checking_gives_all_faults_in_the_order_of_the_file() -> None:
    assert check_script(GOOD, "mine.yaml") == ()
    damaged = GOOD.replace(b"round < 3", b"rond < 3").replace(b"ahead <= -2", b"behind <= -2")
    assert [fault.line for fault in check_script(damaged, "mine.yaml")] == [10, 12]


def test_a_good_script_is_compiled() -> None:
    who = compile_script("tester", load_script(GOOD, "mine.yaml"))
    assert who.answers["vote"][-1].objects
    assert who.prefer[-1].chance == 0
    assert who.scale[-1].scale == (("build", 150),)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            b"round < 3",
            b"rond < 3",
            "mine.yaml:10:22: the condition reads `rond`, which scripts do not know; write `round`",
        ),
        (b"round < 3", b"round < (3", "cannot be read"),
        (b"round < 3", b"level(ENL) < 3", "which scripts do not know"),
        (b"answer: object", b"anser: object", "has no key `anser`; write `answer`"),
        (b"answer: object", b"answer: refuse", "write `object` or `silence`"),
        (b"answer: object, ", b"", "the rule does 0 things; give it one of `answer`"),
        (b"on: vote", b"on: votes", "mine.yaml:10:10: "),
        (b"on: vote", b"on: order", "`answer` has no meaning on `order`"),
        (b'weight: "100 + 20 * tension", ', b"", "`prefer` and `weight` go together"),
        (b"prefer: press", b"prefer: pres", "write "),
        (b"rally: 50", b"rally: 150", "write 100 or less"),
        (b"rally: 50, ", b"", "`rally` is missing"),
        (b"new_issue: 5", b"new_issue: '5'", "not a whole number"),
        (b"bend: late", b"bend: soon", "write `even`, `early` or `late`"),
        (b"scale: {build: 150}", b"forbid: [table]", "`table` is not done on `order`"),
        (b"name: Tester\n", b"", "`name` is missing"),
        (b"name: Tester\n", b"name: Tester\nmood: bad\n", "no key `mood`"),
    ],
)
def test_damage_is_told_with_its_place_and_a_remedy(old: bytes, new: bytes, words: str) -> None:
    assert old in GOOD
    text = fault_of(GOOD.replace(old, new, 1))
    assert text.startswith("mine.yaml:")
    assert words in text
    assert "\n" not in text


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"- 1\n- 2\n", b"a: [", b"name: &x 1\n", b"!!python/object:os.system {}"]
)
def test_bytes_that_are_no_script_are_refused_in_words(data: bytes) -> None:
    assert fault_of(data).startswith("mine.yaml:")


def test_curves_move_from_the_first_to_the_last_round() -> None:
    seen = view(start(game_of(4), 1)[0], 0)
    ways = {}
    for bend in ("even", "early", "late"):
        found = []
        for number in range(1, 7):
            seen.round = number
            found.append(progress(seen, Curve(first=10, last=0, bend=bend)))
        assert found[0] == 1000
        assert found[-1] == 0
        assert found == sorted(found, reverse=True)
        ways[bend] = found[2]
    assert ways["early"] < ways["even"] < ways["late"]


def test_facts_have_one_number_for_each_name() -> None:
    state, _ = start(game_of(4), 1)
    for seat in range(4):
        known = facts(view(state, seat), personality("by-the-book").habits)
        assert len(known.tracks) == len(FACTS)
        assert all(type(value) is int for value in known.tracks)


def test_a_script_model_is_frozen_and_closed() -> None:
    script = load_script(GOOD, "mine.yaml")
    with pytest.raises(ValueError):
        script.name = "other"  # type: ignore[misc]
    assert Script.model_config["extra"] == "forbid"


def test_a_script_of_ones_own_plays_at_any_level(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(GOOD)
    seen = view(start(game_of(4), 1)[0], 0)
    for kind in (str(path), f"{path}:1", f"{path}:3"):
        assert maker(kind)(1, "X").decide(seen).action in seen.legal()


def test_a_bad_or_missing_script_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    with pytest.raises(BotError, match="cannot be read"):
        maker(str(path))
    path.write_bytes(GOOD.replace(b"rally: 50", b"rally: 150"))
    with pytest.raises(BotError, match="write 100 or less"):
        maker(f"{path}:2")
    path.write_bytes(GOOD)
    with pytest.raises(BotError, match="is not a level"):
        maker(f"{path}:7")


def test_the_guide_names_every_fact_and_every_personality() -> None:
    guide = (REPO / "docs" / "bots.md").read_text(encoding="utf-8")
    assert [name for name in (*FACTS, *NAMES) if f"`{name}`" not in guide] == []
