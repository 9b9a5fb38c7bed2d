"""What happened, as plain sentences: the one place that turns events into words."""

from __future__ import annotations

from collections.abc import Collection

from summit_game.deck.models import Deck
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.setting import Setting
from summit_game.language.catalogue import say
from summit_game.words.happened_talk import tell_talk
from summit_game.words.happened_treaty import tell_capital, tell_treaty
from summit_game.words.names import Words, capital, cards_counted, listed


def sentence(setting: Setting, deck: Deck, event: Event) -> str | None:
    """What happened, as one plain sentence; None for what nobody needs to be told."""
    return tell(Words(setting, deck), event)


def _cards(words: Words, event: ev.CardsDrawn) -> str:
    named = (words.proposal, words.concession, words.pressure)[event.kind]
    return listed(map(named, event.cards)) if event.cards else cards_counted(event.kind, event.number)


def _moved(words: Words, event: ev.TrackMoved | ev.SeatTrackMoved | ev.UnitsMoved) -> dict[str, object]:
    rises = event.delta > 0
    return {"rises": rises, "by": abs(event.delta), "value": event.value, "cause": words.why(event.cause, rises)}


def tell(words: Words, event: Event, voiced: Collection[int] = ()) -> str | None:
    """`sentence`, with the names already at hand. Delegations that are `voiced` talk in the manner of their deck."""
    name = words.seats
    setting = words.setting
    match event:
        case ev.RoundBegan():
            who = name[event.initiative]
            return say("happened-round", round=event.round, rounds=setting.options.rounds, who=who)
        case ev.BriefDealt():
            return say("happened-brief", who=name[event.seat])
        case ev.CardsDrawn() if event.number:
            return say("happened-draws", who=name[event.seat], cards=_cards(words, event))
        case ev.CardsDiscarded() if event.cards:
            return say("happened-lays-down", who=name[event.seat], cards=listed(map(words.proposal, event.cards)))
        case ev.CardSpent():
            card = words.concession(event.card) if event.kind == ev.CONCESSION else words.pressure(event.card)
            return say("happened-used", who=name[event.seat], card=card)
        case ev.Reshuffled():
            return say("happened-reshuffled")
        case ev.NewsTurned():
            news = words.cards[setting.events[event.card].id]
            return say("happened-news", title=news.title, id=news.id, text=news.text)
        case ev.CardInjected() if event.seat >= 0:
            news = words.cards[setting.events[event.card].id]
            return say("happened-injected-for", who=name[event.seat], title=news.title, id=news.id, text=news.text)
        case ev.CardInjected():
            news = words.cards[setting.events[event.card].id]
            return say("happened-injected", title=news.title, id=news.id, text=news.text)
        case ev.CorridorOpened():
            return say("happened-corridor")
        case ev.TurnBegan():
            return say("happened-turn", who=name[event.seat], **{"pass": event.pass_number})
        case ev.Acted() if event.action.verb == a.PROMISE and event.action.args[0] == a.NO_PROMISE:
            return say("happened-no-promise", who=name[event.seat])
        case ev.Acted() if event.action.verb == a.PROMISE:
            return say("happened-promises", who=name[event.seat], promise=words.promise(event.action.args))
        case ev.Acted():
            return say("happened-acted", who=name[event.seat], action=words.action(event.action))
        case ev.TrackMoved():
            return say("happened-track", track=setting.tracks[event.track].name, **_moved(words, event))
        case ev.SeatTrackMoved():
            track = setting.seat_tracks[event.track].name
            return say("happened-seat-track", track=track, who=name[event.seat], **_moved(words, event))
        case ev.UnitsMoved():
            place = {"side": words.side(event.side), "zone": words.zone(event.zone)}
            return say("happened-units", units=capital(words.term("unit", 2)), **place, **_moved(words, event))
        case ev.MonitorPlaced():
            return say("happened-monitor", who=name[event.seat], zone=words.zone(event.zone))
    return (
        _tell_table(words, event)
        or _tell_end(words, event)
        or tell_treaty(words, event)
        or tell_talk(words, event, voiced)
    )


def _tell_table(words: Words, event: Event) -> str | None:
    """Packages, votes, steps and orders."""
    name = words.seats
    match event:
        case ev.PackageTabled():
            return say("happened-package", who=name[event.seat], changes=words.changes(event.changes))
        case ev.VoteGiven() if event.vote != ev.NOT_VOTED:
            key = "happened-objects" if event.vote == ev.OBJECTS else "happened-silent"
            return say(key, who=name[event.seat])
        case ev.VotesShown() if event.objectors:
            who = listed(name[seat] for seat in event.objectors)
            return say("happened-objections", who=who, passes=event.passes)
        case ev.VotesShown():
            return say("happened-no-objection", passes=event.passes)
        case ev.PackageAdopted():
            return say("happened-adopted", changes=words.changes(event.changes), reopened=event.reopened)
        case ev.PackageFailed():
            return say("happened-failed", who=name[event.seat])
        case ev.Stepped() if event.answers >= 0:
            return say("happened-step-answers", who=name[event.seat], other=name[event.answers])
        case ev.Stepped():
            return say("happened-step", who=name[event.seat])
        case ev.StepLapsed():
            return say("happened-step-lapsed", who=name[event.seat])
        case ev.OrdersCalled():
            return say("happened-orders-called", who=listed(name[seat] for seat in event.seats))
        case ev.OrderGiven() if event.kind >= 0:
            return say("happened-order", who=name[event.seat], order=words.orders(((event.kind, event.zone),)))
        case ev.OrdersShown():
            each = (f"{name[seat]}: {words.orders(orders)}" for seat, orders in enumerate(event.orders) if orders)
            return say("happened-orders", orders="; ".join(each))
        case ev.OrderVoid():
            return say("happened-order-void", who=name[event.seat], order=words.orders(((event.kind, event.zone),)))
    return None


def _tell_end(words: Words, event: Event) -> str | None:
    """The question, ratification, the Reckoning and the end."""
    name = words.seats
    match event:
        case ev.QuestionPut() if event.seat >= 0:
            return say("happened-question", who=name[event.seat])
        case ev.QuestionPut():
            return say("happened-question-final")
        case ev.FlashTurned():
            purpose = words.flash_purpose(event.purpose)
            if event.seat >= 0:
                return say("happened-flash-for", number=event.number, purpose=purpose, who=name[event.seat])
            return say("happened-flash", number=event.number, purpose=purpose)
        case ev.CapitalVoted():
            return tell_capital(words, event)
        case ev.SigningFailed():
            return say("happened-signing-failed", barred=event.barred)
        case ev.TreatyInForce() if event.absent:
            return say("happened-in-force-without", absent=listed(name[seat] for seat in event.absent))
        case ev.TreatyInForce():
            return say("happened-in-force")
        case ev.ReckoningBegan():
            return say("happened-reckoning", round=event.round)
        case ev.PromiseChecked():
            promise = words.promise_kind(event.promise)
            return say("happened-promise", who=name[event.seat], kept=event.kept, promise=promise)
        case ev.ConflictCame():
            return say("happened-conflict", cause=words.cause(event.cause))
        case ev.GameEnded():
            return say("happened-ended", title=words.setting.scenarios[event.ending].title)
    return None
