"""What a debrief may tell whom: nothing private while a game goes on, nobody's name in a share-safe one (R9.9)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from played import all_words, finished, sitting

from summit_game.debrief.analyse import analyse
from summit_game.debrief.model import ARCHIVE, PUBLIC, RESULTS, Debrief
from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.setting import Game, Secrets
from summit_game.language.catalogue import say
from summit_game.plain.session import PlainSession
from summit_game.table import entry as kinds
from summit_game.table.history import History
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from support import RULES

NAME = "Zebulon Quarkwright"
SECRET_VERBS = ("silence", "object", "order")


def check_public(found: Debrief) -> None:
    assert found.shown == PUBLIC
    assert (found.scores, found.winners, found.ledger, found.verdict, found.deals) == ((), (), (), (), None)
    assert all(each.deltas == () for each in found.votes)
    assert all((each.values, each.walk_away, each.hidden) == ((), (), ()) for each in found.moments)
    _no_secret_actions(found)


def _no_secret_actions(found: Debrief) -> None:
    for each in found.moments:
        assert each.kind not in ("silence", "object")
        if each.kind in ("vote", "order"):
            assert each.action == ""


@pytest.mark.parametrize("moves", [0, 5, 20, 36])
def test_a_game_that_goes_on_shows_only_what_everybody_saw(moves: int) -> None:
    for seed in range(5):
        played = sitting(seed, moves)
        assert not played.table.over
        check_public(analyse(played))


def test_a_sitting_that_the_facilitator_ended_shows_no_more() -> None:
    played = sitting(1, 30)
    played.table.end("the bell")
    check_public(analyse(played))


def test_a_finished_game_shows_results_but_no_secret_act() -> None:
    for seed in range(20):
        _, found = finished(seed)
        assert found.shown == RESULTS
        assert found.scores
        assert all(each.hidden == () for each in found.moments)
        assert all(each.values for each in found.moments)
        _no_secret_actions(found)


def test_the_open_archive_shows_every_secret_act_drawn_cards_and_reasons() -> None:
    played = sitting(3, bots=("simple", "cooperator"))
    found = analyse(played, archive=True)
    assert found.shown == ARCHIVE
    line = played.table.history.line()
    for each, moment in zip(line, found.moments, strict=True):
        if each.kind == kinds.MOVE:
            assert moment.kind == each.action.split()[0]
            assert moment.action
        if each.why:
            assert moment.hidden[-1] == f"Its reason: {each.why}"
        assert not set(moment.said) & set(moment.hidden)
    assert any(each.why for each in line)
    assert any("draws" in text for text in found.moments[0].hidden)


# --- nothing public depends on what is secret --------------------------------------------------------------------


def otherwise_dealt(played: Sitting) -> Sitting:
    """The same public game with other secrets: briefs, goals, moods, piles, news to come, open votes, orders, seed."""
    table = played.table
    game = table.game
    secrets = game.secrets
    other = Secrets(
        briefs=tuple(
            tuple(
                replace_brief(brief, tuple(tuple(reversed(row)) for row in brief.values), brief.reservation + 17)
                for brief in reversed(briefs)
            )
            for briefs in secrets.briefs
        ),
        goals=tuple(tuple(reversed(goals)) for goals in secrets.goals),
        moods=tuple(reversed(secrets.moods)),
    )
    pending = open_secrets(table)
    entries = [
        replace(each, events=tuple(changed(event, secrets, each.number in pending) for event in each.events))
        for each in table.history.entries
    ]
    entries = [
        replace(each, why="other", action=other_action(each.action) if each.number in pending else each.action)
        for each in entries
    ]
    again = Table(Game(game.setting, game.rules, other), table.seed + 1, history=History(entries))
    again.sitters.update(table.sitters)
    again.restore()
    return Sitting(played.id, played.deck, again)


def replace_brief(brief, values, reservation):
    return brief._replace(values=values, reservation=reservation)


def open_secrets(table: Table) -> set[int]:
    """Votes and orders that nobody has been shown yet."""
    pending: set[int] = set()
    for each in table.history.line():
        if each.kind == kinds.MOVE and each.action.split()[0] in SECRET_VERBS:
            pending.add(each.number)
        if any(isinstance(event, ev.VotesShown | ev.OrdersShown) for event in each.events):
            pending.clear()
    return pending


def other_action(action: str) -> str:
    return {"silence": "object", "object": "silence"}.get(action, "order hold")


def changed(event: Event, secrets: Secrets, pending: bool) -> Event:
    match event:
        case ev.BriefDealt(seat, brief, goal, mood):
            variants = len(secrets.briefs[seat])
            return ev.BriefDealt(seat, (brief + 1) % variants, goal and 0, mood and 0)
        case ev.PileSet(kind, seat, cards):
            return ev.PileSet(kind, seat, tuple(reversed(cards)))
        case ev.NewsSet(cards):
            return ev.NewsSet(tuple(reversed(cards)))
        case ev.VoteGiven(seat, vote) if pending:
            return ev.VoteGiven(seat, ev.CONSENTS + ev.OBJECTS - vote)
        case ev.OrderGiven(seat, _, _, last) if pending:
            return ev.OrderGiven(seat, 0, -1, last)
    return event


def test_nothing_public_depends_on_briefs_piles_or_open_votes() -> None:
    flipped = 0
    for seed in range(6):
        for moves in (4, 23, 36, 60):
            played = sitting(seed, moves)
            if played.table.over:
                continue
            other = otherwise_dealt(played)
            flipped += len(open_secrets(played.table))
            assert analyse(other) == analyse(played)
            assert analyse(other, archive=True) != analyse(played, archive=True), "the secrets really differ"
    assert flipped > 3


# --- share-safe -----------------------------------------------------------------------------------------------------


def named(seed: int, moves: int = 100_000) -> Sitting:
    """A game in which a person's name stands wherever a person or a foreign program can put one."""
    played = sitting(seed, moves // 2 if moves < 1000 else 30)
    table = played.table
    bots = dict(table.bots)
    sitters = dict(table.sitters)
    table.sit(0, Sitter((NAME, "Ana")))
    table.sit(1, Sitter((NAME,)))
    table.note(f"{NAME} is late")
    table.note(f"{NAME}, look at your brief", 1)
    if not table.over:
        table.move_track(1, 1, f"{NAME} said so")
        table.move_track(0, -1, f"{NAME} said so again", -1)
    for seat, sitter in sitters.items():
        table.sit(seat, sitter)
    table.bots.update(bots)
    for _ in range(moves):
        due = table.bot_due()
        if due is None:
            break
        table.bot_acts(due)
    table.end(f"{NAME} must go")
    table.sit(0, Sitter((NAME, "Ana")))
    table.sit(1, Sitter((NAME,)))
    entries = table.history.entries
    told = [at for at, each in enumerate(entries) if each.kind == kinds.MOVE][:3]
    for at, by in zip(told, ("exec", f"/home/{NAME}/mine.yaml:2", "fault"), strict=True):
        entries[at] = replace(entries[at], by=by, why=f"{NAME} wrote this")
    return replace(played, note=f"It lies in /home/{NAME}", damaged=True)


@pytest.mark.parametrize("moves", [80, 100_000])
def test_a_share_safe_debrief_names_no_person_and_quotes_nothing_typed(moves: int) -> None:
    for seed in range(1, 4):
        played = named(seed, moves)
        for archive in (False, True):
            assert NAME in all_words(analyse(played, archive)), "names are kept otherwise"
            found = analyse(played, archive, pseudonyms=True)
            assert "Zebulon" not in all_words(found)
            assert "Ana" not in all_words(found).split()
            assert [each.people for each in found.sat if each.people] == [("S1", "S2")] * 2 + [("S1",)] * 2


def test_a_share_safe_debrief_names_no_file_and_no_command_of_a_bot() -> None:
    played = sitting(1, 3)
    played.table.sitters[0] = Sitter(bot="exec:/home/ana/bot --name ana")
    played.table.sitters[1] = Sitter(bot="/home/ana/mine.yaml:2")
    assert "ana" not in " ".join(analyse(played, pseudonyms=True).sitters)


def test_no_sentence_of_a_brief_and_no_seed_is_ever_in_a_debrief() -> None:
    for seed in (900_000_001, 900_000_003, 900_000_004):
        played = sitting(seed, bots=("simple", "cooperator"))
        told = [analyse(played, archive, pseudonyms) for archive in (False, True) for pseudonyms in (False, True)]
        text = "\n".join(map(all_words, told))
        briefs = [brief for each in played.deck.delegations for brief in each.briefs]
        sentences = [
            sentence.strip()
            for brief in briefs
            for sentence in (*brief.instructions.split("\n"), *brief.priorities, *brief.questions)
            if sentence.strip()
        ]
        assert len(sentences) > 10
        assert not [sentence for sentence in sentences if sentence in text]
        assert str(seed) not in text


# --- players are told before ---------------------------------------------------------------------------------------


@pytest.mark.clause("R9.9")
def test_players_are_told_before_a_game_that_everything_may_be_opened() -> None:
    for moves in (0, 4):
        played = sitting(2, moves)
        played.table.sit(0, Sitter())
        said: list[str] = []

        def stop(prompt: str) -> str:
            raise EOFError

        PlainSession(played.deck, played.table, {0: "somebody"}, stop, said.append).run()
        assert said.count(say("sitting-opened-afterwards")) == 1
        first_choice = next(at for at, line in enumerate(said) if line.startswith("1. "))
        assert said.index(say("sitting-opened-afterwards")) < first_choice
    clause = next(line for line in RULES.read_text(encoding="utf-8").splitlines() if line.startswith("**R9.9**"))
    assert "opened" in clause
    assert "R9.9" in say("sitting-opened-afterwards")
