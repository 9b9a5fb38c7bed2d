"""What a person chooses for a new game, step by step, and what comes of it. No screen here."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summit_game.bots.kinds import DEFAULT_LEVEL
from summit_game.bots.opponents import FAIR, opponents
from summit_game.bots.script import script_names
from summit_game.deck.compile import SetupError, TableOptions, modules_used
from summit_game.deck.door import game_of
from summit_game.deck.faults import DeckError
from summit_game.deck.library import default_deck, installed
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.rules.registry import ModuleUnusable, registry
from summit_game.table.advice import alone
from summit_game.table.class_code import class_code, seed_of
from summit_game.table.clock import ANNOUNCE, PER_DECISION, PER_PHASE, STAND_IN, ClockRule
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.sitter import Sitter

OPEN_VOTES, GRADED, VOICES, TALK_BETWEEN = "open_votes", "graded", "voices", "talk_between"
YOU, PERSON = "you", "person"
CLOCKS: tuple[tuple[str, int], ...] = (
    ("", 0),
    (PER_DECISION, 60),
    (PER_DECISION, 120),
    (PER_DECISION, 300),
    (PER_PHASE, 180),
    (PER_PHASE, 300),
    (PER_PHASE, 600),
)
"""Clocks that are offered: per what, and seconds. The first is none."""
UPS = (ANNOUNCE, STAND_IN)
"""What can happen when time is up."""
LONGEST_SEED = 18


@dataclass
class Seat:
    """Who sits for one delegation. `who` is you, another person, or a kind of bot."""

    who: str
    level: int = DEFAULT_LEVEL
    people: tuple[str, ...] = ()
    """What the people who decide there are called; nothing need be known."""
    word: str = ""

    @property
    def has_level(self) -> bool:
        """Whether it is a bot that plays at levels."""
        return self.who in script_names()

    def sitter(self) -> Sitter:
        """As the table wants it."""
        if self.who in (YOU, PERSON):
            return Sitter(self.people)
        return Sitter(bot=f"{self.who}:{self.level}" if self.has_level else self.who)


def usual_seats(size: int, difficulty: str = FAIR) -> list[Seat]:
    """You in the first seat, bots of a difficulty in the others."""
    return [Seat(YOU), *map(bot_seat, opponents(size - 1, difficulty))]


def bot_seat(kind: str) -> Seat:
    """The seat of a bot, from its kind and level (`hardliner:3`)."""
    who, _, level = kind.partition(":")
    return Seat(who, int(level or DEFAULT_LEVEL))


def usual_size(deck: Deck) -> int:
    """How many sit when nothing is chosen: four, or as many as the deck says."""
    return 4 if 4 in deck.tables else deck.default_table


def usual_sitters(size: int) -> dict[int, Sitter]:
    """The same as a table wants it."""
    return {at: seat.sitter() for at, seat in enumerate(usual_seats(size))}


@dataclass(frozen=True)
class Stack:
    """A deck of the library as far as it can be read. `problem` says why it cannot be played."""

    id: str
    path: Path
    deck: Deck | None = None
    problem: str = ""

    @property
    def title(self) -> str:
        """Its title, or its id if it cannot be read."""
        return self.deck.deck.title if self.deck is not None else self.id


def stack(name: str, path: Path) -> Stack:
    """Read a deck."""
    try:
        return Stack(name, path, open_deck(path)[0])
    except DeckError as error:
        problem = say("newgame-faults", count=len(error.faults), fault=str(error.faults[0]))
        return Stack(name, path, problem=problem)


def stacks() -> list[Stack]:
    """Every deck of the library, the default one first."""
    first = default_deck()
    found = [stack(name, path) for name, (path, _) in installed().items()]
    return sorted(found, key=lambda each: each.id != first)


@dataclass
class Plan:
    """A game to be. Change it with the methods; `problem` says whether it can be played."""

    stacks: Sequence[Stack]
    at: int = 0
    """Which deck."""
    size: int = 0
    seats: dict[str, Seat] = field(default_factory=dict)
    """Delegation -> who sits for it. Kept when the table grows or shrinks."""
    variants: set[str] = field(default_factory=set)
    off: set[str] = field(default_factory=set)
    """Modules switched off by hand."""
    numbered: int | None = None
    """A numbered set of mandates and briefs; None draws them."""
    seed: int | None = None
    code: str = ""
    """The class code that the seed comes from."""
    clock: int = 0
    up: str = ANNOUNCE
    word: str = ""
    """The facilitator's; empty: none."""
    called: str = ""
    """What the table is called in lists; empty: nothing."""
    table: set[str] = field(default_factory=lambda: {VOICES})
    """Habits of the table that are on: `open_votes`, `graded`, `voices`, `talk_between`."""
    adviser: bool | None = None
    """Whether delegations have an adviser; None: only a person alone has one."""
    difficulty: str = FAIR
    """What the bots were last set to, all at once."""
    faulty: dict[str, str] = field(default_factory=dict)
    """Deck id -> what the checker says against it."""

    def __post_init__(self) -> None:
        self.use(self.at)

    # --- the deck and the table ----------------------------------------------------------------------------------

    @property
    def stack(self) -> Stack | None:
        """The chosen deck."""
        return self.stacks[self.at] if self.stacks else None

    @property
    def deck(self) -> Deck | None:
        """The chosen deck, if it can be read."""
        return self.stack.deck if self.stack is not None else None

    def use(self, at: int) -> None:
        """Take another deck; table, seats, variants and modules begin anew."""
        self.at = at % len(self.stacks) if self.stacks else 0
        self.size = 0
        self.seats, self.variants, self.off = {}, set(), set()
        if self.deck is not None:
            self.resize(usual_size(self.deck))

    @property
    def sizes(self) -> tuple[int, ...]:
        """Table sizes that the deck offers."""
        return tuple(sorted(self.deck.tables)) if self.deck is not None else ()

    def resize(self, size: int) -> None:
        """Seat another number of delegations. Somebody always sits there: you, if it would be bots only."""
        self.size, self.numbered = size, None
        for name, usual in zip(self.delegations, usual_seats(size, self.difficulty), strict=True):
            self.seats.setdefault(name, usual)

    @property
    def delegations(self) -> tuple[str, ...]:
        """Ids of the delegations at the table, in seat order."""
        return self.deck.tables[self.size] if self.deck is not None and self.size else ()

    # --- people and bots ----------------------------------------------------------------------------------------

    def seat(self, name: str, who: str) -> None:
        """Seat this kind for a delegation; its level is kept."""
        old = self.seats[name]
        people = old.people if who in (YOU, PERSON) else ()
        self.seats[name] = Seat(who, old.level, people, old.word)

    def oppose(self, difficulty: str) -> None:
        """Seat bots of a difficulty wherever bots sit; each can be changed afterwards."""
        self.difficulty = difficulty
        taken = [name for name in self.seats if self.seats[name].who not in (YOU, PERSON)]
        for name, kind in zip(taken, opponents(len(taken), difficulty), strict=True):
            self.seats[name] = bot_seat(kind)

    @property
    def people(self) -> list[str]:
        """Delegations that people play."""
        return [name for name in self.delegations if self.seats[name].who in (YOU, PERSON)]

    # --- rules ----------------------------------------------------------------------------------------------------

    @property
    def modules(self) -> tuple[str, ...]:
        """Rule modules that the deck uses with the chosen variants."""
        if self.deck is None:
            return ()
        used = modules_used(self.deck, [each.id for each in self.deck.variants if each.id in self.variants])
        return tuple(name for name in registry() if name in used)

    @property
    def off_by_variant(self) -> dict[str, str]:
        """Module -> title of the chosen variant that switches it off."""
        chosen = [each for each in (self.deck.variants if self.deck else ()) if each.id in self.variants]
        return {name: each.title for each in chosen for name in each.without}

    @property
    def talks(self) -> bool:
        """Whether delegations send messages (R19)."""
        return "talk" in self.modules and "talk" not in self.off and "talk" not in self.off_by_variant

    @property
    def sets(self) -> int:
        """How many numbered sets of mandates and briefs the deck has for this table (R1.4d)."""
        draw = self.deck.draw if self.deck is not None else None
        return len(draw.sets.get(self.size, ())) if draw is not None else 0

    # --- what comes of it -------------------------------------------------------------------------------------------

    @property
    def options(self) -> TableOptions:
        """Options in the order of the deck, so that equal choices give equal games."""
        deck = self.deck
        variants = tuple(each.id for each in deck.variants if each.id in self.variants) if deck is not None else ()
        hidden = self.off_by_variant
        off = tuple(name for name in self.modules if name in self.off and name not in hidden)
        return TableOptions(self.size or None, variants, off, self.numbered)

    @property
    def rule(self) -> ClockRule | None:
        """The clock."""
        per, seconds = CLOCKS[self.clock]
        return ClockRule(per, seconds, self.up) if per else None

    @property
    def advises(self) -> bool:
        """Whether delegations may ask an adviser: by itself where one person plays alone, never in a graded game."""
        usual = alone(self.seats[name].sitter() for name in self.delegations)
        return GRADED not in self.table and (usual if self.adviser is None else self.adviser)

    @property
    def problem(self) -> str:
        """Why this cannot be played, in one sentence; empty if it can."""
        if self.stack is None:
            return say("title-no-decks")
        if self.stack.problem:
            return self.stack.problem
        if self.stack.id in self.faulty:
            return self.faulty[self.stack.id]
        assert self.deck is not None
        try:
            game_of(self.deck, self.options)
        except (SetupError, ModuleUnusable, DeckError) as error:
            text = str(error)
            return f"{text[:1].upper()}{text[1:]}."
        except (KeyError, ValueError, IndexError) as error:
            return say("newgame-impossible", why=f"{type(error).__name__}: {error}")
        return ""

    def begin(self) -> Sitting:
        """Deal. Raises `DeckError`, `SetupError`, `ModuleUnusable` or `OSError`."""
        assert self.stack is not None
        seed = secrets.randbelow(10**9) if self.seed is None else self.seed
        sitters = {at: self.seats[name].sitter() for at, name in enumerate(self.delegations)}
        habits = {each: each in self.table for each in (OPEN_VOTES, GRADED, VOICES, TALK_BETWEEN)}
        return new_sitting(
            self.stack.path, self.options, seed, sitters, self.rule, self.word, self.called,
            code=self.code, adviser=self.adviser, **habits,
        )  # fmt: skip

    def words(self) -> dict[int, str]:
        """Seat -> the word that opens it, where one was chosen."""
        return {
            at: self.seats[name].word
            for at, name in enumerate(self.delegations)
            if name in self.people and self.seats[name].word
        }


def read_deal(text: str) -> tuple[int | None, str]:
    """The seed that was written, or that of a class code, and the code; None for nothing.

    Raises `ValueError` with a sentence.
    """
    text = text.strip()
    if not text:
        return None, ""
    if any(map(str.isalpha, text)):
        return seed_of(code := class_code(text)), code
    if not (text.isascii() and text.isdecimal()) or len(text) > LONGEST_SEED:
        raise ValueError(say("newgame-bad-seed", digits=LONGEST_SEED))
    return int(text), ""
