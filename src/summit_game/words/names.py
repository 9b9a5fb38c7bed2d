"""Names of everything in a game, and actions in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summit_game.deck.models import Card, Deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, Changes, Orders
from summit_game.engine.setting import Setting


def signed(number: int) -> str:
    """A change with its sign."""
    return f"{number:+d}"


def listed(words: Iterable[str]) -> str:
    """Words joined by commas and a final "and"."""
    *most, last = list(words) or ["nobody"]
    return f"{', '.join(most)} and {last}" if most else last


def capital(words: str) -> str:
    """The same words with a capital letter at the beginning."""
    return words[:1].upper() + words[1:]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 text, 2 texts."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@dataclass(frozen=True, eq=False)
class Names:
    """What the numbers of a game are called: its delegations, issues and levels, in the order of its setting."""

    seats: tuple[str, ...]
    seat_ids: tuple[str, ...]
    issues: tuple[str, ...]
    issue_ids: tuple[str, ...]
    level_titles: tuple[tuple[str, ...], ...]

    def seat(self, seat: int) -> str:
        """A delegation; the table or the facilitator if there is none (-1)."""
        return self.seats[seat] if seat >= 0 else "the table"

    def who(self, seats: Iterable[int]) -> str:
        """Several delegations, or nobody."""
        return listed(map(self.seat, seats))

    def by_seat(self, numbers: Iterable[int], sign: bool = False) -> str:
        """A number for each delegation, in one sentence part."""
        return ", ".join(f"{self.seats[at]} {signed(each) if sign else each}" for at, each in enumerate(numbers))

    def issue(self, issue: int) -> str:
        """Title and id of an issue."""
        return f"{self.issues[issue]} ({self.issue_ids[issue]})"

    def label(self, issue: int, level: int) -> str:
        """A level with its title."""
        return "in brackets" if level == BRACKETS else f"level {level}, {self.level_titles[issue][level]}"

    def level(self, issue: int, level: int) -> str:
        """A level with its title; in brackets, also what that counts as (R3.5)."""
        return self.label(issue, level) + (" (counts as level 0)" if level == BRACKETS else "")

    def cell(self, issue: int, level: int) -> str:
        """A level with its title, for a cell of a table."""
        return self.label(issue, level) if level == BRACKETS else f"{level} {self.level_titles[issue][level]}"

    def change(self, issue: int, before: int, after: int, name: str = "") -> str:
        """An issue, under its title or another name, that moves from one level to another."""
        return f"{name or self.issues[issue]} from {self.level(issue, before)} to {self.level(issue, after)}"


class Words(Names):
    """Names of everything in one game."""

    def __init__(self, setting: Setting, deck: Deck) -> None:
        super().__init__(
            tuple(each.name for each in setting.seat_specs),
            setting.seat_ids,
            tuple(each.title for each in setting.issues),
            setting.issue_ids,
            tuple(tuple(level.title for level in issue.levels) for issue in deck.issues),
        )
        self.setting = setting
        self.deck = deck
        self.delegations = {each.id: each for each in deck.delegations}
        groups: tuple[Sequence[Card], ...] = (deck.proposals, deck.concessions, deck.pressure, deck.events)
        self.cards: dict[str, Card] = {card.id: card for group in groups for card in group}

    def card(self, card_id: str) -> str:
        """A card's title and id."""
        found = self.cards.get(card_id)
        return f"{found.title} ({card_id})" if found else card_id

    def proposal(self, card: int) -> str:
        """Title and id of a Proposal."""
        return self.card(self.setting.proposals[card].id)

    def concession(self, card: int) -> str:
        """Title and id of a Concession."""
        return self.card(self.setting.concessions[card].id)

    def pressure(self, card: int) -> str:
        """Title and id of a Pressure card."""
        return self.card(self.setting.pressure[card].id)

    def zone(self, zone: int) -> str:
        """Name and id of a zone."""
        return f"{self.deck.zones[zone].name} ({self.setting.zones[zone]})"

    def side(self, side: int) -> str:
        """Name of a side."""
        name = self.setting.sides[side]
        return next((each.name for each in self.deck.sides if each.id == name), name)

    def changes(self, changes: Changes) -> str:
        """What a package sets."""
        return "; ".join(f"{self.issue(issue)} to {self.level(issue, level)}" for issue, level in changes)

    def cause(self, cause: str) -> str:
        """A card with its title, or the clause as it is."""
        found = self.cards.get(cause)
        return f"({found.title}, {cause})" if found else f"({cause})"

    def action(self, action: Action) -> str:
        """An action in words, for a menu or the log; without the subject."""
        verb, args = action
        if verb == a.TABLE:
            given = f", giving {listed(map(self.concession, args[1:]))}" if args[1:] else ""
            return f"Table a proposal: {self.proposal(args[0])}{given}"
        if verb == a.NONPAPER:
            laid = listed(map(self.proposal, args[2:]))
            return f"Non-paper: {self.issue(args[0])} to {self.level(args[0], args[1])}, laying down {laid}"
        if verb == a.STEP:
            return f"Step: {self.concession(args[0])}"
        if verb == a.PRESS:
            return f"Press: {self.pressure(args[0])}"
        if verb == a.CONSULT:
            return f"Consult, exchanging {listed(map(self.proposal, args))}" if args else "Consult, exchanging nothing"
        if verb == a.PLEDGE:
            return f"Pledge on {self.issue(args[0])}"
        if verb == a.USE:
            module = self.setting.modules[args[0]]
            return f"Use {module.id}: {module.options[args[1]]}"
        if verb == a.PROMISE:
            return self.promise(args)
        if verb == a.ORDER:
            return self.order(*args) if len(args) > 1 else "Order: hold"
        return {
            a.RALLY: "Rally support at home",
            a.SIGN: "Put the question whether to sign",
            a.PASS: "Pass",
            a.SILENCE: "Keep silence: do not object",
            a.OBJECT: "Object",
        }[verb]

    def promise(self, args: tuple[int, ...]) -> str:
        """A promise in words."""
        if args[0] == a.SUPPORT_PROMISE and len(args) == 3:
            return f"Promise support for {self.issue(args[1])} at {self.level(args[1], args[2])}"
        return self.promise_kind(args[0])

    def promise_kind(self, kind: int) -> str:
        """A kind of promise in words."""
        return (
            "Promise nothing",
            "Promise restraint",
            "Promise to play no pressure",
            "Promise support",
            "Promise a step",
        )[kind]

    def order(self, kind: int, zone: int = -1) -> str:
        """An order in words."""
        if kind == a.HOLD:
            return "Order: hold"
        words = {a.BUILD: "build in", a.EXERCISE: "exercise in", a.DRAW: "draw down in", a.MONITOR: "monitor in"}
        return f"Order: {words[kind]} {self.zone(zone)}"

    def orders(self, orders: Orders) -> str:
        """All orders of one delegation."""
        return ", ".join(self.order(kind, zone).removeprefix("Order: ") for kind, zone in orders) or "none"
