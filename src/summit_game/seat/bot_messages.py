"""What an external bot is told, as plain JSON values: ids and numbers, from a view and the public setting only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from summit_game import __version__
from summit_game.engine.actions import ORDERS, PROMISES, Action
from summit_game.engine.board import (
    BRACKETS,
    NOBODY,
    PHASES,
    WORDS,
    Ballot,
    Changes,
    Exchange,
    Hesitation,
    Orders,
    Package,
)
from summit_game.engine.events import CONSENTS, OBJECTS
from summit_game.engine.notation import action_text
from summit_game.engine.setting import (
    CREDIBILITY,
    ENDINGS,
    PRESSURE_TOKENS,
    SUPPORT,
    EffectCard,
    Setting,
    TextCard,
    TrackSpec,
)
from summit_game.engine.view import View

PROTOCOL = 1
"""Version of the protocol. It counts up when a bot written for the last one could misunderstand a message."""

Json = dict[str, Any]


def line(message: Json) -> bytes:
    """A message as one line of ASCII."""
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def hello() -> Json:
    """The first message."""
    return {"type": "hello", "protocol": PROTOCOL, "program": "summit", "version": __version__}


def goodbye() -> Json:
    """The last message."""
    return {"type": "quit"}


def setting_message(setting: Setting, seat: int) -> Json:
    """The public facts of the game that the bot will play, and its seat."""
    options = setting.options._asdict()
    options["promises"] = [PROMISES[kind] for kind in setting.options.promises]
    return {
        "type": "setting",
        "deck": setting.deck,
        "seat": setting.seat_ids[seat],
        "options": options,
        "modules": [module.id for module in setting.modules],
        "issues": [issue._asdict() for issue in setting.issues],
        "delegations": [_delegation(setting, each) for each in setting.seats],
        "sides": list(setting.sides),
        "zones": list(setting.zones),
        "units": _units(setting, setting.start_units),
        "tracks": _tracks(setting.tracks),
        "delegation_tracks": _tracks(setting.seat_tracks),
        "cards": {
            "proposals": [_text_card(setting, card) for card in setting.proposals],
            "concessions": [_text_card(setting, card) for card in setting.concessions],
            "pressure": [_card(setting, card) for card in setting.pressure],
            "events": [_card(setting, card) for card in setting.events],
        },
    }


def decide(view: View, number: int) -> Json:
    """The question: what does the seat do now? `number` counts the questions that this program was asked."""
    setting = view.setting
    return {
        "type": "decide",
        "id": number,
        "view": _view(view),
        "legal": [action_text(setting, action) for action in view.legal()],
    }


def _view(view: View) -> Json:
    setting, seat, held = view.setting, view.seat, view.held
    sides = dict(zip(setting.sides, view.side_pressed, strict=True))
    return {
        "seat": setting.seat_ids[seat],
        "round": view.round,
        "phase": PHASES[view.phase],
        "pass": view.pass_number,
        "turn": view.turn,
        "initiative": setting.seat_ids[view.initiative],
        "waiting": _names(setting, view.waiting),
        "text": _text(setting, view.text),
        "tracks": {spec.id: value for spec, value in zip(setting.tracks, view.tracks, strict=True)},
        "units": _units(setting, view.units),
        "monitors": [zone for zone, there in zip(setting.zones, view.monitors, strict=True) if there],
        "delegations": {setting.seat_ids[each]: _seen(view, each) for each in setting.seats},
        "side_pressed": sides,
        "side_stepped": dict(zip(setting.sides, view.side_stepped, strict=True)),
        "asked_in_round": view.asked_in_round,
        "asker": _name(setting, view.asker),
        "adopted_in_round": view.adopted_in_round,
        "last_failed": None if view.last_failed is None else _text(setting, view.last_failed),
        "package": None if view.package is None else _package(setting, view.package),
        "amended": view.amended,
        "named": [
            {"round": each.round, "by": setting.seat_ids[each.seat], "issue": setting.issue_ids[each.issue]}
            | {"level": each.level}
            for each in view.named
        ],
        **({"talk": [_exchange(setting, each) for each in view.talk]} if setting.options.talk else {}),
        "hesitation": None if view.hesitation is None else _hesitation(setting, view.hesitation),
        "absent": _names(setting, view.capitals.absent if view.capitals is not None else ()),
        "orders_shown": {
            name: _orders(setting, orders) for name, orders in zip(setting.seat_ids, view.orders_shown, strict=False)
        },
        "news": None if view.news < 0 else setting.events[view.news].id,
        "discard": [setting.proposal_ids[card] for card in view.discard],
        "modules": {module.id: list(values) for module, values in zip(setting.modules, view.slices, strict=True)},
        "record": [_ballot(setting, ballot) for ballot in view.record],
        "in_force": view.in_force,
        "conflict": view.conflict,
        "ending": None if view.ending < 0 else ENDINGS[view.ending],
        "hand": {
            "proposals": [setting.proposal_ids[card] for card in view.proposals],
            "concessions": [setting.concession_ids[card] for card in view.concessions],
            "pressure": [setting.pressure_ids[card] for card in view.pressure],
        },
        "orders": _orders(setting, view.orders),
        "vote": {CONSENTS: "consents", OBJECTS: "objects"}.get(view.vote),
        "brief": {
            "id": held.brief.id,
            "values": dict(zip(setting.issue_ids, map(list, held.brief.values), strict=True)),
            "no_deal": held.brief.reservation,
        },
        "goal": None if held.goal is None else {"id": held.goal.id, "title": held.goal.title},
        "mood": None if held.mood is None else {"id": held.mood.id, "title": held.mood.title, "shift": held.mood.shift},
        "no_deal_now": view.no_deal(),
        "text_worth": held.value(view.text),
    }


def _seen(view: View, seat: int) -> Json:
    """What all see of a delegation."""
    counts = dict(zip(("proposals", "concessions", "pressure"), view.hand_counts, strict=True))
    return {
        "support": view.seat_tracks[SUPPORT][seat],
        "credibility": view.seat_tracks[CREDIBILITY][seat],
        "pressure": view.seat_tracks[PRESSURE_TOKENS][seat],
        "adopted": view.adopted[seat],
        "pending_step": view.step_markers[seat],
        "last_step": view.stepped[seat],
        "last_press": view.pressed[seat],
        "hand": {name: row[seat] for name, row in counts.items()},
    }


def _delegation(setting: Setting, seat: int) -> Json:
    spec = setting.seat_specs[seat]
    return {
        "id": spec.id,
        "name": spec.name,
        "side": setting.sides[spec.side],
        "principal": spec.principal,
        "zones": [setting.zones[zone] for zone in spec.zones],
        "orders": spec.orders,
        "monitors": spec.monitors,
        "may_step": spec.may_step,
        "may_promise": spec.may_promise,
        "mandate": {issue: list(pair) for issue, pair in zip(setting.issue_ids, spec.mandate, strict=True)},
        "red_lines": {
            issue: [level for level, red in enumerate(row) if red]
            for issue, row in zip(setting.issue_ids, spec.red, strict=True)
            if any(row)
        },
        "rights": [
            {"issue": setting.issue_ids[right.issue], "from_level": right.from_level, "clause": right.clause}
            for right in spec.rights
        ],
        "balance": spec.balance,
        "tension": spec.tension,
        "war": spec.war,
    }


def _tracks(specs: Iterable[TrackSpec]) -> list[Json]:
    return [spec._asdict() for spec in specs]


def _text_card(setting: Setting, card: TextCard) -> Json:
    found = {"id": card.id, "title": card.title, "issue": setting.issue_ids[card.issue], "level": card.level}
    return {**found, "copies": card.copies, "owner": _name(setting, card.owner)}


def _card(setting: Setting, card: EffectCard) -> Json:
    return {"id": card.id, "title": card.title, "copies": card.copies, "owner": _name(setting, card.owner)}


def _name(setting: Setting, seat: int) -> str | None:
    return None if seat == NOBODY else setting.seat_ids[seat]


def _names(setting: Setting, seats: Iterable[int]) -> list[str]:
    return [setting.seat_ids[seat] for seat in seats]


def _units(setting: Setting, units: Sequence[Sequence[int]]) -> Json:
    return {side: dict(zip(setting.zones, row, strict=True)) for side, row in zip(setting.sides, units, strict=False)}


def _text(setting: Setting, text: Sequence[int]) -> Json:
    """Level per issue; null for brackets."""
    levels = [None if level == BRACKETS else level for level in text]
    return dict(zip(setting.issue_ids, levels, strict=True))


def _changes(setting: Setting, changes: Changes) -> list[list[Any]]:
    return [[setting.issue_ids[issue], level] for issue, level in changes]


def _exchange(setting: Setting, exchange: Exchange) -> Json:
    """A message and its answers in their written form (R19)."""
    said, *answers = (action_text(setting, Action(each[0], each[1:])) for each in (exchange.said, *exchange.answers))
    return {
        "round": exchange.round,
        "by": setting.seat_ids[exchange.seat],
        "to": _name(setting, exchange.to),
        "said": said,
        "answers": answers,
        "words": [WORDS[each] for each in exchange.words],
        "text": _text(setting, exchange.text),
    }


def _package(setting: Setting, package: Package) -> Json:
    return {
        "by": setting.seat_ids[package.tabler],
        "changes": _changes(setting, package.changes),
        "proposals": [setting.proposal_ids[card] for card in package.proposals],
        "concessions": [setting.concession_ids[card] for card in package.concessions],
    }


def _hesitation(setting: Setting, hesitation: Hesitation) -> Json:
    return {**hesitation._asdict(), "seat": setting.seat_ids[hesitation.seat]}


def _ballot(setting: Setting, ballot: Ballot) -> Json:
    return {
        "round": ballot.round,
        "by": _name(setting, ballot.tabler),
        "changes": _changes(setting, ballot.changes),
        "before": _text(setting, ballot.before),
        "objectors": _names(setting, ballot.objectors),
        "passed": ballot.passed,
    }


def _orders(setting: Setting, orders: Orders) -> list[str]:
    return [ORDERS[kind] if zone < 0 else f"{ORDERS[kind]} {setting.zones[zone]}" for kind, zone in orders]
