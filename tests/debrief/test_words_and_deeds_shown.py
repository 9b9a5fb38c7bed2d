"""Words and deeds in every form; what only two heard is in none of them while the archive is closed (R19.2)."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from played import all_words, finished
from small import golden
from talked import TABLES, deeds, exchanges, talked, told

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms import markdown, page, sections
from summit_game.debrief.forms import text as as_text
from summit_game.debrief.forms.data import as_data
from summit_game.debrief.forms.sheets import rows
from summit_game.debrief.model import ARCHIVE, RESULTS, Debrief
from summit_game.debrief.moments import tell_all
from summit_game.debrief.words_and_deeds.tell import words_and_deeds
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import SHOWN
from summit_game.engine.notation import action_text
from summit_game.engine.state import State
from summit_game.table import entry as kinds
from summit_game.table.export import export
from summit_game.table.log import EVERYTHING
from summit_game.table.opening import Sitting
from summit_game.table.replay import Replay
from summit_game.table.table import Table
from summit_game.words.names import Words
from summit_game.words.spoken import said_in_words
from support import DECK, talking, the_deck, with_talk

SEEDS = sorted(TABLES)
EVERYBODY = -1
clause = pytest.mark.clause
games = pytest.mark.parametrize("seed", SEEDS)


def of_section(debrief: Debrief) -> str:
    """The section as plain text."""
    own = tuple(each for each in sections.sections(debrief) if each.key == "words-and-deeds")
    return as_text.written("A game with talk", own)


# --- what is shown --------------------------------------------------------------------------------------------------


@games
@clause("R19.2")
def test_a_closed_debrief_tells_only_that_messages_went(seed: int) -> None:
    found = deeds(seed, archive=False)
    assert not found.heard
    assert (found.understandings, found.answers, found.warnings) == ((), (), ())
    for row in found.pairs:
        assert {row.asked, row.told, row.offered, row.agreed, row.kept, row.broken} == {None}
    talk = exchanges(seed)
    assert found.messages == len(talk)
    assert sum(each.sent for each in found.pairs) == len(talk)
    words = Words(talked(seed).table.setting, talked(seed).deck)
    shown = {(each.said, each.answers) for each in talk if SHOWN in each.words and each.said[1] != a.SOUND}
    private = {
        said_in_words(words, a.Action(said[0], said[1:]))
        for each in talk
        if each.to >= 0 and (each.said, each.answers) not in shown and each.said[1] in (a.SOUND, a.OFFER, a.WARN)
        for said in (each.said,)
    }
    accused = " ".join(each.words for each in found.seen)
    closed = all_words(told(seed, False))
    assert private
    assert [each for each in private if each in closed and each not in accused] == []
    opened = all_words(told(seed, True))
    assert [each for each in private if each not in opened] == []


@games
@clause("R19.2")
def test_a_closed_debrief_tells_no_kind_of_message_or_answer(seed: int) -> None:
    debrief = told(seed, False)
    state, line = talked(seed).table.state, list(talked(seed).table.history.line())
    moments = {each.entry: each for each in debrief.moments}
    number = 0
    for each in line:
        for event in each.events:
            if ev.in_private(event):
                number += 1
                kind = "message" if isinstance(event, ev.MessageSent) else "answer"
                assert (moments[each.number].kind, moments[each.number].action) == (kind, "")
    assert number > len(exchanges(seed))
    (moves,) = [each for each in sections.sections(debrief) if each.key == "moves"]
    items = [item for block in moves.blocks for item in block.items]
    for name in state.setting.seat_specs:
        assert not [each for each in items if each.rstrip(".").endswith((f"{name.name}: yes", f"{name.name}: no"))]
    answers = sum("An answer that only two hear" in each for each in items)
    assert answers
    assert all(each.words for each in debrief.turning)
    kinds_open = {each.kind for each in told(seed, True).moments}
    assert {"sound", "yes"} <= kinds_open
    assert not {"message", "answer"} & kinds_open


@games
@clause("R19.2")
def test_nothing_closed_depends_on_what_only_two_heard(seed: int) -> None:
    played = talked(seed).table
    words = Words(played.setting, talked(seed).deck)
    line = list(played.history.line())
    told_all = tell_all(words, line, State(played.game, played.seed), RESULTS)

    def otherwise(event: ev.Event) -> ev.Event | None:
        if isinstance(event, ev.WordStands):
            return None
        other = a.MESSAGE if isinstance(event, ev.MessageSent) else a.ANSWER
        return event._replace(said=(other, 1, 0, 0, 0)) if ev.in_private(event) else event

    changed = [
        replace(each, events=tuple(new for event in each.events if (new := otherwise(event)) is not None))
        for each in line
    ]
    before = words_and_deeds(words, told_all, RESULTS)
    assert before == told(seed, False).words_and_deeds
    assert words_and_deeds(words, told_all._replace(entries=tuple(changed)), RESULTS) == before
    assert words_and_deeds(words, told_all, ARCHIVE) != before


def test_who_may_talk_and_does_not_is_told_so() -> None:
    table = Table(talking(4), 1)
    table.start()
    found = analyse(Sitting("a-game", with_talk(the_deck(DECK)), table))
    assert "nobody sent a message" in of_section(found)
    assert found.word_questions == ()


@clause("R19.2")
def test_open_talk_is_told_and_briefs_are_not() -> None:
    found = deeds(0, False, open_talk=True)
    assert found.heard
    assert found.answers
    assert {each.mark for each in found.answers} == {""}
    assert all(each.points is None and each.give_points is None for each in found.understandings)
    assert any(each.mark for each in deeds(0, True, open_talk=True).answers)


def test_a_game_without_talk_has_no_such_section() -> None:
    debrief = finished(1)[1]
    assert debrief.words_and_deeds is None
    assert debrief.word_questions == ()
    assert "words-and-deeds" not in {each.key for each in sections.sections(debrief)}
    assert as_data(debrief)["words_and_deeds"] is None


# --- forms, replay and export ---------------------------------------------------------------------------------------


def test_the_section_is_written_as_before() -> None:
    shown = "\n".join(of_section(told(8, archive)) for archive in (False, True))
    assert shown == golden("words-and-deeds.txt", shown)


@games
@pytest.mark.parametrize("archive", [False, True])
def test_every_form_has_it(seed: int, archive: bool) -> None:
    debrief, found = told(seed, archive), deeds(seed, archive)
    assert "Words and deeds" in markdown.markdown(debrief)
    assert "Words and deeds" in page.page(debrief)
    assert "WORDS AND DEEDS" in as_text.text(debrief)
    data = as_data(debrief)["words_and_deeds"]
    assert [each["sent"] for each in data["pairs"]] == [each.sent for each in found.pairs]
    assert {each["delegation"] for each in data["pairs"]} <= set(debrief.seat_ids)
    assert {each["to"] for each in data["pairs"]} <= {*debrief.seat_ids, None}
    assert [each["mark"] for each in data["answers"]] == [each.mark for each in found.answers]
    lines = list(rows(debrief))
    assert sum(line[6] for line in lines if line[0] == "words" and line[5] == "sent") == found.messages
    assert sum(line[0] == "answer" for line in lines) == len(found.answers)
    assert sum(line[0] == "understanding" and line[5] != "points" for line in lines) == 2 * len(found.understandings)


@games
@clause("R19.2")
def test_replay_tells_everybody_that_a_message_went_and_the_archive_what_it_said(seed: int) -> None:
    sitting = talked(seed)
    words = Words(sitting.table.setting, sitting.deck)
    closed, opened = Replay(sitting, EVERYBODY), Replay(sitting, EVERYTHING)
    by_seat = [Replay(sitting, seat) for seat in range(4)]
    sent = 0
    for at, each in enumerate(closed.steps):
        for event in each.events:
            if not isinstance(event, ev.MessageSent | ev.AnswerGiven) or event.to < 0:
                continue
            sent += 1
            said = said_in_words(words, a.Action(event.said[0], event.said[1:]))
            all_hear, archive = " ".join(closed.lines(at)), " ".join(opened.lines(at))
            assert said in archive
            if len(said) > len("we do not say."):
                assert said not in all_hear or any(isinstance(one, ev.WordShown) for one in each.events)
            if isinstance(event, ev.MessageSent):
                assert words.seats[event.seat] in all_hear
                assert words.seats[event.to] in all_hear
            for seat, replay in enumerate(by_seat):
                if seat in (event.seat, event.to):
                    assert said in " ".join(replay.lines(at))
                elif isinstance(event, ev.MessageSent):
                    assert replay.lines(at) == closed.lines(at)
    assert sent > 10


@games
@pytest.mark.parametrize("form", ["json", "csv"])
@clause("R19.2")
def test_export_holds_what_was_said_with_the_archive_only(seed: int, form: str) -> None:
    sitting = talked(seed)
    setting = sitting.table.setting
    closed, opened = export(sitting, form), export(sitting, form, open_archive=True)
    written = {
        action_text(setting, a.Action(event.said[0], event.said[1:]))
        for each in sitting.table.history.line()
        if each.kind == kinds.MOVE
        for event in each.events
        if isinstance(event, ev.MessageSent) and event.to >= 0
    }
    assert written
    assert [each for each in written if each in closed] == []
    assert [each for each in written if each not in opened] == []


@games
def test_no_quote_ends_twice(seed: int) -> None:
    """What is said ends with a mark of its own; nothing adds another to it, wherever it is told."""
    for archive in (True, False):
        debrief = told(seed, archive)
        for written in (as_text.text(debrief), page.page(debrief)):
            words = " ".join(unescape(re.sub(r"<[^>]*>", " ", written)).split())
            assert re.findall(r".{30}(?:[.?!][;.]|;[.?!])(?![.\w])", words) == []


@pytest.mark.parametrize("archive", [True, False])
def test_the_short_debrief_asks_about_words_in_one_line(archive: bool) -> None:
    debrief = told(1, archive)
    assert debrief.word_questions
    (asked,) = [each for each in sections.summary(debrief) if each.key == "questions"]
    line = asked.blocks[-1]
    assert line == "About words and deeds: " + " ".join(each.text for each in debrief.word_questions)
    whole = [block for each in sections.sections(debrief) for block in each.blocks]
    assert line not in whole, "there the questions stand in their own section"
    quiet = replace(debrief, words_and_deeds=None, word_questions=())
    (asked,) = [each for each in sections.summary(quiet) if each.key == "questions"]
    assert len(asked.blocks) == len(debrief.questions)
