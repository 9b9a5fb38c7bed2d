"""Sentences for what happens and for what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summit_game.deck.models import Card, Deck
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, Changes, Orders
from summit_game.engine.events import Event
from summit_game.engine.setting import Setting


def clean(text: str) -> str:
    """The text with everything that a terminal could take as a command replaced by a question mark."""
    return "".join(char if char.isprintable() else " " if char in "\n\t" else "?" for char in text)


def signed(number: int) -> str:
    """A change with its sign."""
    return f"{number:+d}"


def listed(words: Iterable[str]) -> str:
    """Words joined by commas and a final "and"."""
    *most, last = list(words) or ["nobody"]
    return f"{', '.join(most)} and {last}" if most else last


class Words:
    """Names of everything in one game."""

    def __init__(self, setting: Setting, deck: Deck) -> None:
        self.setting = setting
        self.deck = deck
        self.seats = tuple(spec.name for spec in setting.seat_specs)
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

    def issue(self, issue: int) -> str:
        """Title and id of an issue."""
        spec = self.setting.issues[issue]
        return f"{spec.title} ({spec.id})"

    def level(self, issue: int, level: int) -> str:
        """A level with its title."""
        if level == BRACKETS:
            return "in brackets (counts as level 0)"
        return f"level {level}, {self.deck.issues[issue].levels[level].title}"

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


def sentence(setting: Setting, deck: Deck, event: Event) -> str | None:
    """What happened, as one plain sentence; None for what nobody needs to be told."""
    return tell(Words(setting, deck), event)


def _cards(words: Words, event: ev.CardsDrawn) -> str:
    kind = ("Proposals", "Concessions", "Pressure cards")[event.kind]
    named = (words.proposal, words.concession, words.pressure)[event.kind]
    if event.cards:
        return f"{words.seats[event.seat]} draws {listed(map(named, event.cards))}."
    return f"{words.seats[event.seat]} draws {event.number} {kind}."


def tell(words: Words, event: Event) -> str | None:
    """`sentence`, with the names already at hand."""
    name = words.seats
    setting = words.setting
    match event:
        case ev.RoundBegan():
            return f"Round {event.round} of {setting.options.rounds} begins; {name[event.initiative]} moves first."
        case ev.BriefDealt():
            return f"{name[event.seat]} reads its brief."
        case ev.CardsDrawn():
            return _cards(words, event) if event.number else None
        case ev.CardsDiscarded():
            return f"{name[event.seat]} lays down {listed(map(words.proposal, event.cards))}." if event.cards else None
        case ev.CardSpent():
            card = words.concession(event.card) if event.kind == ev.CONCESSION else words.pressure(event.card)
            return f"{name[event.seat]} has used {card}."
        case ev.Reshuffled():
            return "The discarded Proposals are shuffled into a new deck."
        case ev.NewsTurned():
            news = words.cards[setting.events[event.card].id]
            return f"News: {news.title} ({news.id}). {news.text}"
        case ev.CorridorOpened():
            return "The Corridor is open for promises."
        case ev.TurnBegan():
            return f"{name[event.seat]} has the floor (pass {event.pass_number})."
        case ev.Acted():
            return f"{name[event.seat]}: {words.action(event.action)}."
        case ev.TrackMoved():
            track = setting.tracks[event.track].name
            return f"{track} {signed(event.delta)} to {event.value} {words.cause(event.cause)}."
        case ev.SeatTrackMoved():
            track = setting.seat_tracks[event.track].name
            return f"{track} of {name[event.seat]} {signed(event.delta)} to {event.value} {words.cause(event.cause)}."
        case ev.UnitsMoved():
            place = f"{words.side(event.side)} in {words.zone(event.zone)}"
            return f"Units of {place} {signed(event.delta)} to {event.value} {words.cause(event.cause)}."
        case ev.MonitorPlaced():
            return f"{name[event.seat]} places a monitor in {words.zone(event.zone)}."
    return _tell_table(words, event) or _tell_end(words, event)


def _tell_table(words: Words, event: Event) -> str | None:
    """Packages, votes, steps and orders."""
    name = words.seats
    match event:
        case ev.PackageTabled():
            return f"On the table from {name[event.seat]}: {words.changes(event.changes)}."
        case ev.VoteGiven() if event.vote != ev.NOT_VOTED:
            return f"{name[event.seat]} {'objects' if event.vote == ev.OBJECTS else 'keeps silence'}."
        case ev.VotesShown():
            result = "it passes" if event.passes else "it does not pass"
            if not event.objectors:
                return f"Nobody objects; {result}."
            return f"Objections from {listed(name[seat] for seat in event.objectors)}; {result}."
        case ev.PackageAdopted():
            again = " An agreed issue was reopened." if event.reopened else ""
            return f"Adopted: {words.changes(event.changes)}.{again}"
        case ev.PackageFailed():
            return f"The package of {name[event.seat]} is off the table."
        case ev.Stepped():
            if event.answers >= 0:
                return f"{name[event.seat]} takes a step that answers {name[event.answers]}."
            return f"{name[event.seat]} takes a step and waits for an answer."
        case ev.StepLapsed():
            return f"The step of {name[event.seat]} was not answered in time."
        case ev.OrdersCalled():
            return f"Posture: secret orders from {listed(name[seat] for seat in event.seats)}."
        case ev.OrderGiven() if event.kind >= 0:
            return f"{name[event.seat]} writes its order: {words.orders(((event.kind, event.zone),))}."
        case ev.OrdersShown():
            each = (f"{name[seat]}: {words.orders(orders)}" for seat, orders in enumerate(event.orders) if orders)
            return f"Orders are shown. {'; '.join(each)}."
        case ev.OrderVoid():
            order = words.orders(((event.kind, event.zone),))
            return f"The order of {name[event.seat]} could not be carried out: {order}."
    return None


def _tell_end(words: Words, event: Event) -> str | None:
    """The question, ratification, the Reckoning and the end."""
    name = words.seats
    match event:
        case ev.QuestionPut():
            who = name[event.seat] if event.seat >= 0 else "The Final Session"
            return f"{who} puts the question: sign the treaty as it stands?"
        case ev.FlashTurned():
            whom = f" of {name[event.seat]}" if event.seat >= 0 else ""
            return f"Flash number {event.number} for {event.purpose.replace('_', ' ')}{whom}."
        case ev.CapitalVoted():
            verdict = "ratifies" if event.ratified else "does not ratify"
            parts = f"support {event.support}, draw {event.draw}, red-line penalty {event.penalty}"
            return f"The capital of {name[event.seat]} {verdict} ({parts})."
        case ev.SigningFailed():
            barred = " This text cannot be put again unchanged." if event.barred else ""
            return f"The treaty does not enter into force.{barred}"
        case ev.TreatyInForce():
            without = f", without {listed(name[seat] for seat in event.absent)}" if event.absent else ""
            return f"The treaty enters into force{without}."
        case ev.ReckoningBegan():
            return f"Reckoning of round {event.round}."
        case ev.PromiseChecked():
            kind = words.promise_kind(event.promise).removeprefix("Promise ")
            return f"{name[event.seat]} {'kept' if event.kept else 'broke'} its promise ({kind})."
        case ev.ConflictCame():
            return f"Conflict breaks out {words.cause(event.cause)}."
        case ev.GameEnded():
            return f"The game is over: {words.setting.scenarios[event.ending].title}."
    return None
