"""What happened, as plain sentences: the one place that turns events into words."""

from __future__ import annotations

from summit_game.deck.models import Deck
from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.setting import Setting
from summit_game.words.names import Words, listed, signed


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
        case ev.CardInjected():
            news = words.cards[setting.events[event.card].id]
            whom = f" for {name[event.seat]}" if event.seat >= 0 else ""
            return f"The facilitator brings in{whom}: {news.title} ({news.id}). {news.text}"
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
