"""The summary that a debrief begins with, and how it stands to the whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from played import finished, sitting
from small import small
from test_text import flat

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sections import of_size, sections, summary
from summit_game.debrief.forms.sizes import CLASS, FULL, SHORT
from summit_game.debrief.forms.text import short, text
from summit_game.debrief.model import PUBLIC
from summit_game.table.replay import Replay

LEAD = ["table", "ending", "out-of-role", "followed", "scores", "turning", "chances", "questions"]
"""Without `your-game`, which needs one person at a table of bots."""
MOST_LINES = 170
"""Lines of 80 characters that the summary of six delegations may have."""


def test_the_summary_comes_first_and_the_details_after_it() -> None:
    made = sections(finished(2)[1])
    assert [each.key for each in made if each.lead] == LEAD
    assert [each.lead for each in made] == sorted((each.lead for each in made), reverse=True)
    shown = [each.key for each in summary(finished(2)[1])]
    assert shown == LEAD
    assert "whatif" in {each.key for each in summary(small())}, "what was asked for is shown at once"


@pytest.mark.parametrize("seed", range(1, 13))
def test_the_short_text_is_short_and_says_what_else_there_is(seed: int) -> None:
    debrief = finished(seed)[1]
    written = short(debrief)
    assert len(written.splitlines()) <= MOST_LINES
    assert written.splitlines()[0] == text(debrief).splitlines()[0]
    for each in sections(debrief):
        assert (each.title.upper() in written) == each.lead
        assert each.lead or each.title in flat(written)
    for question in debrief.questions:
        assert question.text in flat(written)
    for score in debrief.scores:
        assert f"Score: {score.points}; Fallback: {score.reservation}" in flat(written)


@pytest.mark.parametrize("size", [SHORT, CLASS])
def test_markdown_and_the_page_have_shorter_forms_too(size: str) -> None:
    for made in (markdown(small(), size), page(small(), size)):
        assert "Questions for the room" in made
        assert "Move by move" not in made
        assert ("Who let whose text pass" in made) == (size == CLASS)
        assert "What if it had failed?" in made, "what was asked for is shown at once"


def test_the_text_for_a_class_lies_between_the_two_others() -> None:
    debrief = finished(2)[1]
    keys = [{each.key for each in of_size(debrief, size)} for size in (SHORT, CLASS, FULL)]
    assert keys[0] < keys[1] < keys[2]
    assert {"votes", "history"} <= keys[1] - keys[0]
    written = flat(text(debrief, CLASS)).lower()
    assert all(each.title.lower() in written for each in sections(debrief)), "what is left out is named"


def test_the_summary_of_a_game_that_goes_on_has_no_points() -> None:
    public = analyse(sitting(3, moves=30))
    assert public.shown == PUBLIC
    assert {each.key for each in summary(public)} <= set(LEAD) - {"scores", "chances"}


def test_what_each_did_is_counted_beside_the_results() -> None:
    shown = flat(short(small()))
    assert "Gained: 32; Given: 4; Objections: 1; Promises kept: 1; Promises broken: 0" in shown
    assert "Gained: 35; Given: 3; Objections: 0; Promises kept: 0; Promises broken: 1" in shown
    assert "By their briefs Southshore would not have signed the text at the end." in shown


def test_secret_moves_in_a_row_are_one_item_and_nothing_is_said_twice() -> None:
    debrief = finished(2)[1]
    moves = flat(text(debrief).split("MOVE BY MOVE")[1])
    assert re.search(r" \d+ to \d+\. Secret (votes|orders): ", moves)
    for each in debrief.moments:
        if each.action and each.seat >= 0:
            said = f"{debrief.seats[each.seat]}: {each.action}."
            assert f"{said} {said}" not in moves


def test_every_moment_has_its_number_in_the_list_of_moves() -> None:
    debrief = finished(2)[1]
    (moves,) = (each for each in sections(debrief) if each.key == "moves")
    told: list[int] = []
    for item in (item for block in moves.blocks if not isinstance(block, str) for item in block.items):  # type: ignore[union-attr]
        numbers = re.match(r"(\d+)(?: to (\d+))?\. ", item)
        assert numbers is not None
        told += range(int(numbers[1]), int(numbers[2] or numbers[1]) + 1)
    assert told == list(range(1, len(debrief.moments) + 1))


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "in less than a minute"), (1, "in 1 minute"), (3000, "with 50 hours")]
)
def test_how_long_it_took_is_said_so_that_it_is_true(minutes: int, words: str) -> None:
    assert words in flat(short(replace(small(), minutes=minutes)))


def test_where_to_look_is_the_step_of_the_replay_also_after_a_rewind() -> None:
    played = sitting(2, moves=40)
    table = played.table
    table.note("A note is a step of the replay and no moment.")
    table.rewind(table.history.line()[25].number)
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    debrief = analyse(played)
    steps = Replay(played, -1).steps
    assert len(steps) > len(debrief.moments) + 10
    looked = 0
    written = flat(short(debrief))
    for question in debrief.questions:
        for at in question.moments:
            step = int(debrief.steps([at]).split()[1])
            assert steps[step].number == debrief.moments[at].entry
            looked += at > 26
        if question.moments:
            assert f"({debrief.steps(question.moments)})." in written
    assert looked, "a moment after the rewind is named"
