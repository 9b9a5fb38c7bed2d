"""Talk (R19) after the game on the screen: the page *Words and deeds*, its letters, and the keys that lead to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_debrief_screen import debriefed, said
from tui_pictures import same_picture
from tui_support import picture, sitting, until

from debrief.talked import by_chance
from summit_game.debrief.analyse import analyse
from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY
from summit_game.engine.talk_events import TALK_TOLD
from summit_game.table.games_folder import Sitting
from summit_game.table.log import EVERYTHING
from summit_game.table.replay import Replay
from summit_game.tui.debrief import screen as screen_module
from summit_game.tui.debrief.timeline_pane import LETTERS, letter, talk_moments
from summit_game.tui.game_app import GameApp


def the_game() -> Sitting:
    """A game with talk that is over."""
    return by_chance(1)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_a_game_with_talk_looks_as_it_did(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        screen_module, "analyse", lambda *how: replace(analyse(*how), played_on="2026-01-02", minutes=48)
    )
    async with debriefed(the_game(), size) as (pilot, screen):
        await pilot.press("8")
        await same_picture(pilot, "debrief-talk-closed")
        await pilot.press("h", "down", "enter")
        await until(pilot, lambda: screen.archive and screen.debrief is not None and screen.debrief.shown == "archive")
        await same_picture(pilot, "debrief-talk-open")
        await pilot.press("4", "w")
        await same_picture(pilot, "debrief-talk-moment")


async def test_what_only_two_heard_is_shown_once_the_archive_is_open() -> None:
    async with debriefed(the_game()) as (pilot, screen):
        await pilot.press("8")
        closed = said(screen, "deeds")
        assert "only what all saw stands here" in closed
        assert "Every answer" not in closed
        await pilot.press("h", "down", "enter")
        await until(pilot, lambda: "Every answer" in said(screen, "deeds"))
        assert "only what all saw stands here" not in said(screen, "deeds")


async def test_a_game_without_talk_says_so() -> None:
    played = sitting(2, seed=11, people=(), bot="simple")
    played.table.waiting_person()
    async with debriefed(played) as (pilot, screen):
        await pilot.press("8")
        assert "played without talk" in said(screen, "deeds")
        await pilot.press("4", "w")
        assert screen.at == 0


async def test_messages_and_answers_have_letters_open_or_closed_and_w_goes_from_one_to_the_next() -> None:
    async with debriefed(the_game()) as (pilot, screen):
        closed = screen.debrief
        assert closed is not None
        await pilot.press("h", "down", "enter")
        await until(pilot, lambda: screen.debrief is not None and screen.debrief.shown == "archive")
        opened = screen.debrief
        assert opened is not None
        entries = the_game().table.history.line()
        for entry, one, other in zip(entries, closed.moments, opened.moments, strict=True):
            told = [each for each in entry.events if isinstance(each, ev.MessageSent | ev.AnswerGiven)]
            wanted = {ev.MessageSent: ">", ev.AnswerGiven: "<"}[type(told[0])] if told else ""
            for each in (one, other):
                assert (letter(each) == wanted) if told else (letter(each) not in "<>"), each
        assert LETTERS["message"] == ">"
        both = talk_moments(opened)
        assert {letter(opened.moments[at]) for at in both} >= {">", "<"}
        await pilot.press("4")
        seen = []
        for _ in both:
            await pilot.press("w")
            seen.append(screen.at)
        assert seen == both
        await pilot.press("w")
        assert screen.at == both[0], "after the last the first"
        private = [at for at in both if letter(closed.moments[at]) == "<" and at not in talk_moments(closed)]
        assert private, "with the archive closed an answer that only two heard is passed over"


@pytest.mark.parametrize("reader", [EVERYTHING, NOBODY, 0])
def test_a_replay_leads_to_what_its_reader_heard(reader: int) -> None:
    replay = Replay(the_game(), reader)
    told = [
        at
        for at, step in enumerate(replay.steps)
        for event in step.events
        if isinstance(event, TALK_TOLD)
        and (
            reader == EVERYTHING
            or not isinstance(event, ev.AnswerGiven)
            or event.open
            or reader in (event.seat, event.to)
        )
    ]
    steps, at = [], -1
    while (found := replay.talk_after(at)) is not None and found > at:
        assert replay.lines(found), "nothing is told there"
        steps.append(at := found)
    assert steps == list(dict.fromkeys(told))
    assert replay.talk_after(at) == steps[0]


async def test_w_in_the_replay_goes_to_the_next_words_and_says_if_there_are_none() -> None:
    shown = the_game()
    app = GameApp(shown, reader=NOBODY)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: any("step 0 of" in line for line in picture(app)))
        await pilot.press("w")
        first = Replay(shown, NOBODY).talk_after(0)
        await until(pilot, lambda: any(f"step {first} of" in line for line in picture(app)))
    silent = sitting(people=())
    silent.table.waiting_person()
    app = GameApp(silent, reader=NOBODY)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: any("step 0 of" in line for line in picture(app)))
        await pilot.press("w")
        await until(pilot, lambda: any("No messages were sent" in line for line in picture(app)))
