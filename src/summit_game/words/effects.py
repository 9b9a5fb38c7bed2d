"""What a card does, in words: the one place for the screen, plain text, the facilitator and `summit card`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from summit_game.deck.effects import Branch, Move, parse
from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.words.names import signed

_TEST = re.compile(r"^(level|units)?\(?([\w, ]*?)\)? *(>=|<=|==|<|>) *(\d+)$")
_LEAST = {">=": 0, ">": 1}
_MOST = {"<=": 0, "<": -1}


def effect_words(effects: Iterable[str | Mapping[str, Any]], deck: Deck) -> str:
    """The effects of a card in one line, without a full stop; empty if there are none."""
    return "; ".join(_said(parse(effect), deck) for effect in effects)


def _said(effect: Move | Branch, deck: Deck) -> str:
    if isinstance(effect, Move):
        return _move(effect, deck)
    then, otherwise = ("; ".join(_said(each, deck) for each in part) for part in (effect.then, effect.otherwise))
    when = condition(effect.when, deck)
    return say("effect-if-else" if otherwise else "effect-if", when=when, then=then, otherwise=otherwise)


def _move(move: Move, deck: Deck) -> str:
    tracks = deck.tracks
    match move.kind:
        case "track":
            return say("effect-track", track=tracks[move.ids[0]].name, by=signed(move.amount))
        case "seat":
            kind, who = move.ids
            name = tracks[kind].name
            if who in ("self", "all"):
                return say(f"effect-{who}", track=name, by=signed(move.amount))
            return say("effect-seat", track=name, who=_name(deck.delegations, who), by=signed(move.amount))
        case "unit":
            side = _name(deck.sides, move.ids[0])
            return say("effect-unit", side=side, zone=_zone(deck, move.ids[1]), more=move.amount > 0)
        case _:
            return say("effect-incident", zone=_zone(deck, move.ids[0]))


def condition(formula: str, deck: Deck) -> str:
    """A test of a card in words; one that is more than a comparison with a number stays as the deck writes it."""
    found = _TEST.match(" ".join(formula.split()))
    if found is None:
        return formula
    quantity, names, sign, number = found[1], found[2], found[3], int(found[4])
    if sign in _LEAST:
        how, bound = "least", number + _LEAST[sign]
    elif sign in _MOST:
        how, bound = "most", number + _MOST[sign]
    else:
        how, bound = "exactly", number
    if quantity == "level":
        return say("effect-when-level", issue=names, how=how, number=bound)
    if quantity is None and names == "agreed":
        return say("effect-when-agreed", how=how, number=bound)
    if quantity is None and names in deck.tracks:
        return say("effect-when-track", track=deck.tracks[names].name, how=how, number=bound)
    return formula


def _name(among: Iterable[Any], name: str) -> str:
    return next((each.name for each in among if each.id == name), name)


def _zone(deck: Deck, name: str) -> str:
    return f"{_name(deck.zones, name)} ({name})"
