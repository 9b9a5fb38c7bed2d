"""Random games in which delegations talk (R19): what holds at every state, and how large menus are."""

from __future__ import annotations

import pytest
from test_random_play import tracks_are_in_range

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import GONE, OVER, TALK
from summit_game.engine.fold import fold
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import legal, refusal
from summit_game.engine.state import State
from summit_game.engine.talk import answerer, asked, neutral
from summit_game.engine.view import view
from summit_game.words.happened import tell
from summit_game.words.names import Words
from support import ALL_DECKS, DECK, SECOND_DECK, random_walk, talking, the_deck, written_messages

MOST = 700
"""Most actions on a menu at four seats."""
TABLES = [(seats, DECK, {}) for seats in (2, 3, 4, 6)]
TABLES += [(seats, SECOND_DECK, {}) for seats in the_deck(SECOND_DECK).tables]
TABLES += [(4, ALL_DECKS[2], {}), (4, DECK, {"open_talk": True}), (4, DECK, {"later": True})]
tables = pytest.mark.parametrize(
    "table", TABLES, ids=["-".join((path.name, str(seats), *given)) for seats, path, given in TABLES]
)


def game_with_talk(table):
    seats, path, given = table
    return talking(seats, deck=path, **given)


@tables
def test_every_state_of_a_random_game_with_talk_keeps_the_promises_of_the_engine(table):
    game = game_with_talk(table)
    mirror = State(game, 9)
    for state, events, _, _ in random_walk(game, 9, "talk"):
        fold(mirror, events)
        assert mirror.key() == state.key()
        tracks_are_in_range(state)
        for each in game.setting.seats:
            actions = legal(state, each)
            assert actions == sorted(set(actions))
            assert bool(actions) == (each in state.waiting)
            assert view(state, each).legal() == actions
            assert all(refusal(state, each, action) is None for action in actions[:: 1 + len(actions) // 100])
            if actions and state.phase == TALK:
                assert actions[0] == neutral(state.own[each].talk, each)
    assert state.phase == OVER


@tables
def test_both_parties_know_the_same_and_only_they(table):
    game = game_with_talk(table)
    open_ = game.rules.modules[-1].params.open_talk
    for state, _, _, _ in random_walk(game, 3, "parties"):
        everything = {each.number: each for own in state.own for each in own.talk}
        for each in everything.values():
            knows = {seat for seat in game.setting.seats if each in state.own[seat].talk}
            assert knows == (set(game.setting.seats) if open_ or each.to < 0 else {each.seat, each.to})
        waits = [each for each in game.setting.seats if asked(state.own[each].talk, each) is not None]
        assert waits in ([], list(state.waiting))
        assert all(answerer(state.own[each].talk[-1]) == each for each in waits)


@tables
def test_what_is_said_has_one_text_that_reads_back_and_a_sentence(table):
    game = game_with_talk(table)
    setting, words = game.setting, Words(game.setting, the_deck(table[1]))
    said = set()
    for state, events, _, _ in random_walk(game, 4, "texts"):
        for event in events:
            if isinstance(event, ev.MessageSent | ev.AnswerGiven | ev.WordStands | ev.WordShown | ev.ShadingSeen):
                assert tell(words, event) or (isinstance(event, ev.WordStands) and event.now == GONE)
        for each in state.waiting if state.phase == TALK else ():
            for action in legal(state, each)[::3]:
                text = action_text(setting, action)
                assert parse_action(setting, text) == action
                assert parse_action(setting, f" {text.upper()} ") == action
                assert words.action(action)
                said.add(action)
    assert len({action.args[0] for action in said if action.verb == a.MESSAGE}) > 8


@pytest.mark.clause("R9.4")
@tables
def test_a_message_is_refused_exactly_if_it_is_not_on_the_menu(table):
    game = game_with_talk(table)
    everything = list(written_messages(game.setting))
    seen = 0
    for at, (state, _, _, _) in enumerate(random_walk(game, 5, "universe")):
        if state.phase != TALK or at % 5:
            continue
        (seat,) = state.waiting
        part = everything[at % 11 :: 11]
        accepted = {action for action in part if refusal(state, seat, action) is None}
        assert accepted == set(legal(state, seat)) & set(part)
        refused = {found.clause for action in part if (found := refusal(state, seat, action)) is not None}
        assert all(clause.startswith("R19.") for clause in refused)
        seen += 1
    assert seen > 3


@pytest.mark.clause("R9.4")
def test_a_written_package_is_refused_exactly_if_it_is_not_on_the_menu():
    game = talking(4)
    setting = game.setting
    cards, given = range(len(setting.proposals)), range(len(setting.concessions))
    found = 0
    for state, _, _, _ in random_walk(game, 8, "written"):
        for seat in state.waiting:
            menu = {action for action in legal(state, seat) if action.verb == a.WRITE}
            found += bool(menu)
            if menu and found % 5 == 1:
                at = {action.args[0] for action in menu}
                own = state.own[seat].proposals
                wide = [(n, x, y, *z) for n in at for x in own for y in cards for z in ((), *((c,) for c in given))]
                accepted = {args for args in wide if refusal(state, seat, Action(a.WRITE, args)) is None}
                assert accepted == {action.args for action in menu if len(action.args) < 5}
                assert all(refusal(state, seat, action) is None for action in menu)
    assert found > 3


@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda path: path.name)
def test_menus_stay_small(path):
    size = min(4, max(the_deck(path).tables))
    largest = 0
    for seed in range(4):
        for state, _, seat, _ in random_walk(talking(size, deck=path), seed, "sizes"):
            if state.phase == TALK and seat >= 0:
                largest = max(largest, len(legal(state, seat)))
    assert 100 < largest < MOST
