"""Helpers that several test files share: the deck, games, random play, and all actions that can be written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path

from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.dealing import dealt, draw_spec
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import OVER
from summit_game.engine.play import apply, legal, start
from summit_game.engine.setting import Game, Setting
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.rules.registry import registry

REPO = Path(__file__).resolve().parents[1]
DECK = REPO / "decks" / "european-security-2021"
SECOND_DECK = REPO / "decks" / "linnet-river"
FIRST_EDITION = REPO / "tests" / "decks" / "first-edition" / "european-security-2021"
"""The 2021 deck as the first edition had it: clauses that both editions share are tested with its numbers."""
SHIPPED = (DECK, SECOND_DECK)
ALL_DECKS = (*SHIPPED, FIRST_EDITION)
RULES = REPO / "rules.md"


@cache
def the_deck(path: Path = DECK) -> Deck:
    """A deck, checked by its models; without a path the 2021 deck."""
    return open_deck(path)[0]


@cache
def game_of(seats: int = 4, variants: tuple[str, ...] = (), without: tuple[str, ...] = (), deck: Path = DECK) -> Game:
    """A game of a deck, by default of the 2021 deck; equal choices give the same object.

    A deck that leaves talk out is taken with it where talk is to be switched off.
    """
    chosen = with_talk(the_deck(deck)) if "talk" in without else the_deck(deck)
    return compile_game(chosen, TableOptions(seats, variants, without), registry())


@cache
def talking(
    seats: int = 4,
    messages: int = 2,
    deck: Path = DECK,
    variants: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    **params: object,
) -> Game:
    """A game of a deck with talk between the delegations (R19), with this number of messages and these parameters."""
    chosen = TableOptions(seats, variants, without)
    return compile_game(with_talk(the_deck(deck), messages, **params), chosen, registry())


def with_talk(deck: Deck, messages: int = 2, **params: object) -> Deck:
    """The deck with the rule module of R19, its parameters and so many messages."""
    options = deck.options.model_copy(update={"talk": messages})
    return deck.model_copy(update={"options": options, "modules": {**deck.modules, "talk": params}})


def dealt_game(seats: int, seed: int, deck: Path = DECK, without: tuple[str, ...] = ()) -> Game:
    """A game as it is played with a seed: with the mandates and briefs that the seed draws."""
    game = game_of(seats, without=without, deck=deck)
    return dealt(game, draw_spec(the_deck(deck), game), seed)


def random_walk(game: Game, seed: int, name: str = "walk") -> Iterator[tuple[State, list, int, Action | None]]:
    """Random play: the state at every decision, the events that led to it, and who does what next.

    The last item comes at the end of the game, with seat -1 and no action.
    """
    stream = Stream(seed, name)
    state, events = start(game, seed)
    for _ in range(2000):
        if state.phase == OVER:
            yield state, events, -1, None
            return
        seat = stream.choice(tuple(state.waiting))
        action = stream.choice(legal(state, seat))
        yield state, events, seat, action
        events = apply(state, seat, action)
    raise AssertionError("the game does not end")


def written_actions(setting: Setting) -> Iterator[Action]:
    """Every action that can be written, whoever holds the cards; of talk (R19) `written_messages` has the messages."""
    proposals, concessions = range(len(setting.proposals)), range(len(setting.concessions))
    issues = range(len(setting.issues))
    for count in range(setting.options.package_concessions + 1):
        for given in combinations_with_replacement(concessions, count):
            for card in proposals:
                yield Action(a.TABLE, (card, *given))
    for pair in combinations_with_replacement(proposals, 2):
        for issue in issues:
            for level in range(setting.issues[issue].levels + 1):
                yield Action(a.NONPAPER, (issue, level, *pair))
    yield from _small(setting)


def _small(setting: Setting) -> Iterator[Action]:
    proposals, issues = range(len(setting.proposals)), range(len(setting.issues))
    for card in range(len(setting.concessions)):
        yield Action(a.STEP, (card,))
    for card in range(len(setting.pressure)):
        yield Action(a.PRESS, (card,))
    for count in range(setting.options.redraw + 1):
        for laid in combinations_with_replacement(proposals, count):
            yield Action(a.CONSULT, laid)
    for issue in issues:
        yield Action(a.PLEDGE, (issue,))
        for level in range(setting.issues[issue].levels + 1):
            yield Action(a.PROMISE, (a.SUPPORT_PROMISE, issue, level))
    for kind in (a.NO_PROMISE, a.RESTRAINT, a.NO_PRESSURE, a.STEP_PROMISE):
        yield Action(a.PROMISE, (kind,))
    for kind in (a.BUILD, a.EXERCISE, a.DRAW, a.MONITOR):
        for zone in range(len(setting.zones)):
            yield Action(a.ORDER, (kind, zone))
    yield from (a.HOLD_ACTION, a.RALLY_ACTION, a.SIGN_ACTION, a.PASS_ACTION, a.SILENCE_ACTION, a.OBJECT_ACTION)
    yield from (a.SPEND_ACTION, a.AMEND_NOTHING_ACTION, a.PAY_NOTHING_ACTION, Action(a.PAY, (a.PAY_GOAL,)))
    yield from _about_changes(setting)


def _about_changes(setting: Setting) -> Iterator[Action]:
    """What the second edition adds: reasons, amendments, steps, payments and reopening."""
    changes = range(len(setting.changes))
    for count in range(3):
        for named in combinations_with_replacement(changes, count):
            yield Action(a.NAME, named)
    for at in changes:
        yield Action(a.ASK, (at,))
        for card in range(len(setting.proposals)):
            yield Action(a.AMEND, (a.AMEND_WRITE, at, card))
    for card in range(len(setting.proposals)):
        yield Action(a.AMEND, (a.AMEND_REPLACE, card))
    for card in range(len(setting.concessions)):
        yield Action(a.AMEND, (a.AMEND_ADD, card))
        yield Action(a.AMEND, (a.AMEND_DROP, card))
        yield Action(a.PAY, (a.PAY_CARD, card))
    for issue in range(len(setting.issues)):
        yield Action(a.PAY, (a.PAY_PLEDGE, issue))
        yield Action(a.REOPEN, (issue,))


def written_messages(setting: Setting) -> Iterator[Action]:
    """Every message and answer that can be written (R19)."""
    seats, issues = setting.seats, range(len(setting.issues))
    changes, acts = range(len(setting.changes)), range(len(setting.acts))
    for to in seats:
        for kind in (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.WITHDRAW, a.ACCUSE, a.REGRET_SUPPORT):
            yield Action(a.MESSAGE, (kind, to))
        for kind in (a.SAY_NEED, a.SAY_FREE):
            yield from (Action(a.MESSAGE, (kind, to, issue)) for issue in issues)
        yield from (Action(a.MESSAGE, (a.SOUND, to, at)) for at in changes)
        yield from (Action(a.MESSAGE, (a.SOUND, to, one, two)) for one in changes for two in changes)
        yield from (Action(a.MESSAGE, (a.SOUND, to, one, two, two)) for one in changes for two in changes)
        yield from (Action(a.MESSAGE, (a.OFFER, to, give, get)) for give in acts for get in acts)
        yield from (Action(a.MESSAGE, (a.WARN, to, act, penalty)) for act in acts for penalty in range(4))
        yield from (Action(a.MESSAGE, (a.REGRET_CARD, to, card)) for card in range(len(setting.concessions)))
    for kind in (a.ALL_NEED, a.ALL_FREE):
        yield from (Action(a.MESSAGE, (kind, issue)) for issue in issues)
    yield a.NO_MESSAGE_ACTION
    for kind in (a.DECLINE, a.NO, a.REFUSE, a.YES, a.AGREE):
        yield Action(a.ANSWER, (kind,))
    yield from (Action(a.ANSWER, (a.TELL, issue)) for issue in issues)
    for kind in (a.ONLY, a.MISSING):
        yield from (Action(a.ANSWER, (kind, at)) for at in changes)
    for kind in (a.COUNTER_MINE, a.COUNTER_YOURS):
        yield from (Action(a.ANSWER, (kind, at)) for at in acts)


def paper_was_read(state: Path) -> None:
    """Write the mark that the papers of the decks were shown, so that tests begin at the table."""
    state.mkdir(parents=True, exist_ok=True)
    (state / "decks-read.txt").write_text("european-security-2021\n")


def day_of(deck: Deck) -> str:
    """The first day of what followed that its short form names too: every form must tell it."""
    told = deck.what_followed
    assert told is not None
    return next(fact.when for fact in told.facts if fact.when in told.short)
