"""Names of everything in a game, and actions in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from summit_game.deck.models import Card, Deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, Changes, Orders
from summit_game.engine.notation import action_text
from summit_game.engine.setting import Setting
from summit_game.engine.verbs import Arg, Kind, ids_of, shares, values_of
from summit_game.language.catalogue import PLURAL, Name, say
from summit_game.words.spoken import act_in_words, action_in_words


def signed(number: int) -> str:
    """A change with its sign."""
    return f"{number:+d}"


def also(most: str, last: str) -> str:
    """Two things, joined by "and"."""
    return say("names-listed", most=most, last=last)


def listed(words: Iterable[str]) -> str:
    """Words joined by commas and a final "and"; several of them are plural."""
    *most, last = list(words) or [say("names-nobody")]
    return Name(also(", ".join(most), last), PLURAL) if most else last


def cards_counted(kind: int, number: int) -> str:
    """So many cards of a kind: `1 Proposal`, `2 Pressure cards`."""
    return say(f"names-count-{('proposals', 'concessions', 'pressure')[kind]}", count=number)


def capital(words: str) -> str:
    """The same words with a capital letter at the beginning."""
    return words[:1].upper() + words[1:]


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
        return self.seats[seat] if seat >= 0 else say("names-table")

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
        if level == BRACKETS:
            return say("names-brackets")
        return say("names-level", level=level, title=self.level_titles[issue][level])

    def level(self, issue: int, level: int) -> str:
        """A level with its title; in brackets, also what that counts as (R3.5)."""
        return say("names-in-brackets") if level == BRACKETS else self.label(issue, level)

    def cell(self, issue: int, level: int) -> str:
        """A level with its title, for a cell of a table."""
        return self.label(issue, level) if level == BRACKETS else f"{level} {self.level_titles[issue][level]}"

    def change(self, issue: int, before: int, after: int, name: str = "") -> str:
        """An issue, under its title or another name, that moves from one level to another."""
        levels = {"before": self.level(issue, before), "after": self.level(issue, after)}
        return say("names-moved", issue=name or self.issues[issue], **levels)


class Words(Names):
    """Names of everything in one game."""

    def __init__(self, setting: Setting, deck: Deck) -> None:
        numbers = {each.id: each.number for each in deck.delegations}
        super().__init__(
            tuple(Name(spec.name, numbers[spec.id]) for spec in setting.seat_specs),
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

    def term(self, kind: str, count: int = 1) -> str:
        """The deck's word for a `unit` or a `zone`, for one or several; the usual one if it has no other."""
        own = getattr(self.deck.terms, kind, None)
        if own is None:
            return say(f"names-term-{kind}", count=count)
        return str(own.one if count == 1 else own.many)

    def side(self, side: int) -> str:
        """Name of a side."""
        name = self.setting.sides[side]
        return next((each.name for each in self.deck.sides if each.id == name), name)

    def changes(self, changes: Changes) -> str:
        """What a package sets."""
        return "; ".join(
            say("names-change", issue=self.issue(issue), level=self.level(issue, level)) for issue, level in changes
        )

    def cause(self, cause: str) -> str:
        """A card with its title, or the clause as it is."""
        found = self.cards.get(cause)
        return f"({found.title}, {cause})" if found else f"({cause})"

    def why(self, cause: str, rises: bool) -> str:
        """The cause behind a track that moved, to follow its number: a card, or what the clause is about."""
        if cause not in self.cards:
            try:
                told = say(f"cause-{cause.lower().replace('.', '-')}", rises=rises)
            except LookupError:
                pass  # A clause of another package's module, or of the facilitator.
            else:
                return say("names-because", why=told, clause=cause)
        return f" {self.cause(cause)}"

    def action(self, action: Action) -> str:
        """An action in words, for a menu or the log; without the subject."""
        verb, args = action
        if verb == a.TABLE and args[1:]:
            given = listed(map(self.concession, args[1:]))
            return say("action-table-giving", card=self.proposal(args[0]), given=given)
        if verb == a.TABLE:
            return say("action-table", card=self.proposal(args[0]))
        if verb == a.NONPAPER:
            laid = listed(map(self.proposal, args[2:]))
            level = self.level(args[0], args[1])
            return say("action-nonpaper", issue=self.issue(args[0]), level=level, laid=laid)
        if verb == a.STEP:
            return say("action-step", card=self.concession(args[0]))
        if verb == a.PRESS:
            return say("action-press", card=self.pressure(args[0]))
        if verb == a.CONSULT and args:
            return say("action-consult", cards=listed(map(self.proposal, args)))
        if verb == a.CONSULT:
            return say("action-consult-nothing")
        if verb == a.PLEDGE:
            return say("action-pledge", issue=self.issue(args[0]))
        if verb == a.REOPEN:
            return say("action-reopen", issue=self.issue(args[0]))
        if verb in (a.NAME, a.AMEND, a.ASK, a.PAY):
            return self._after_vote(action)
        if verb in (a.MESSAGE, a.ANSWER, a.WRITE):
            return action_in_words(self, action)
        if verb == a.USE:
            return self._own_action(action)
        if verb == a.PROMISE and args[0] == a.NO_PROMISE:
            return say("action-promise-none")
        if verb == a.PROMISE:
            return say("action-promise", what=self.promise(args))
        if verb == a.ORDER:
            return say("action-order", what=self.order(*args))
        return say(f"action-{a.VERBS[verb]}")

    def _after_vote(self, action: Action) -> str:
        """What follows the failure of a package, or a capital that hesitates."""
        verb, args = action
        if verb == a.NAME:
            named = self.either(tuple(self.setting.changes[at] for at in args))
            return say("action-name", changes=named) if args else say("action-name-nothing")
        if verb == a.ASK:
            return say("action-ask", change=self.changes((self.setting.changes[args[0]],)))
        if verb == a.PAY:
            paid = {a.PAY_CARD: self.concession, a.PAY_PLEDGE: self.issue}.get(args[0])
            return say(f"action-pay-{a.PAYMENTS[args[0]]}", what=paid(args[1]) if paid else "")
        how = a.AMENDMENTS[args[0]]
        if args[0] == a.AMEND_WRITE:
            change = self.changes((self.setting.changes[args[1]],))
            return say("action-amend-write", change=change, card=self.proposal(args[2]))
        card = "" if len(args) < 2 else (self.proposal if args[0] == a.AMEND_REPLACE else self.concession)(args[1])
        return say(f"action-amend-{how}", card=card)

    def either(self, changes: Changes) -> str:
        """Changes of which one is enough."""
        each = [self.changes((change,)) for change in changes]
        return say("names-or", one=each[0], other=each[1]) if len(each) == 2 else "; ".join(each)

    def goal(self, seat: int, goal: int) -> str:
        """The title of a goal of a delegation, by its number in this game."""
        modules = {module.id for module in self.setting.modules}
        goals = self.delegations[self.seat_ids[seat]].goals
        return [each.title for each in goals if each.module is None or each.module in modules][goal]

    def _own_action(self, action: Action) -> str:
        """An action of another package's module: in its own words, or as it is written if it has none."""
        verb = self.setting.verb(action)
        assert verb is not None
        _, module, name = verb.id.split()
        named = {
            arg.kind.name.lower(): listed([self.value(arg, each) for each in part])
            for arg, part in shares(verb, values_of(action)) or ()
        }
        try:
            return say(f"{module}-{name}", **named)
        except LookupError:
            return say("action-use", module=module, option=action_text(self.setting, action).split(maxsplit=2)[2])

    def value(self, arg: Arg, value: int) -> str:
        """The name of what an argument of an action refers to."""
        names: dict[Kind, Callable[[int], str]] = {
            Kind.SEAT: self.seats.__getitem__,
            Kind.ISSUE: self.issue,
            Kind.ZONE: self.zone,
            Kind.PROPOSAL: self.proposal,
            Kind.CONCESSION: self.concession,
            Kind.PRESSURE: self.pressure,
            Kind.CHANGE: lambda at: self.changes((self.setting.changes[at],)),
            Kind.ACT: lambda at: capital(act_in_words(self, at)),
        }
        return names[arg.kind](value) if arg.kind in names else ids_of(self.setting, arg)[value]

    def promise(self, args: tuple[int, ...]) -> str:
        """What is promised."""
        if args[0] == a.SUPPORT_PROMISE and len(args) == 3:
            level = self.level(args[1], args[2])
            return say("names-promise-support-for", issue=self.issue(args[1]), level=level)
        return self.promise_kind(args[0])

    def promise_kind(self, kind: int) -> str:
        """What is promised, without the issue of a promise of support."""
        return say(f"names-promise-{a.PROMISES[kind]}")

    def order(self, kind: int, zone: int = -1) -> str:
        """What is ordered."""
        if kind == a.HOLD:
            return say("names-order-hold")
        return say(f"names-order-{a.ORDERS[kind]}", zone=self.zone(zone))

    def orders(self, orders: Orders) -> str:
        """All orders of one delegation."""
        return ", ".join(self.order(kind, zone) for kind, zone in orders) or say("names-no-orders")

    def flash_purpose(self, purpose: str) -> str:
        """What a flash number is turned for."""
        text = purpose.replace("_", " ")
        return say("names-flash-purpose", purpose=text.replace(" ", "_"), text=text)
