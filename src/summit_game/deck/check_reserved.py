"""Checks of the keys that have their place in deck format 2 and are not used yet (`model_reserved`)."""

from __future__ import annotations

from collections.abc import Iterator

from summit_game.deck.check_base import Checker
from summit_game.deck.check_formulas import check_effect
from summit_game.deck.model_reserved import Choice
from summit_game.deck.yamlpos import Keys


def check_reserved(ck: Checker) -> None:
    """What they hold can be, and each is noted: nobody should wonder why nothing follows from it."""
    for keys in written(ck):
        if ck.deck.deck.format == 1:
            ck.fault(keys, "format-2", key=True, name=keys[-1])
        else:
            ck.note(keys, "reserved", name=keys[-1])
    if ck.deck.deck.format == 1 and ck.deck.terms is not None:
        ck.fault(("terms",), "format-2", key=True, name="terms")
    for i, who in enumerate(ck.deck.delegations):
        kinds = [each.kind for each in who.voice]
        for j, kind in enumerate(kinds):
            if kind in kinds[:j]:
                ck.fault(("delegations", i, "voice", j, "kind"), "voice-twice", kind=kind)
    for i, card in enumerate(ck.deck.events):
        if card.choice is not None:
            _choice(ck, card.choice, ("events", i, "choice"))
    _endings(ck)
    driven = [each.track for each in ck.deck.drives]
    for i, track in enumerate(driven):
        if track in driven[:i]:
            ck.fault(("drives", i, "track"), "driven-twice", track=track)


def written(ck: Checker) -> Iterator[Keys]:
    """The way to each reserved key that the deck has."""
    deck = ck.deck
    yield from (("delegations", i, "voice") for i, who in enumerate(deck.delegations) if who.voice)
    yield from (("events", i, "choice") for i, card in enumerate(deck.events) if card.choice is not None)
    yield from [("endings",)] * (deck.endings is not None) + [("drives",)] * bool(deck.drives)


def _choice(ck: Checker, choice: Choice, keys: Keys) -> None:
    if choice.usual >= len(choice.answers):
        ck.fault((*keys, "usual"), "usual-answer", number=choice.usual, most=len(choice.answers) - 1)
    for i, answer in enumerate(choice.answers):
        for j, effect in enumerate(answer.effects):
            check_effect(ck, effect, (*keys, "answers", i, "effects", j), news=True)


def _endings(ck: Checker) -> None:
    """A settlement is never done without; what is left out is not merged too, and nothing is told as what is gone."""
    endings = ck.deck.endings
    if endings is None:
        return
    gone = {*endings.left_out, *endings.merged}
    for i, kind in enumerate(endings.left_out):
        if kind == "settlement" or kind in endings.left_out[:i]:
            ck.fault(("endings", "left_out", i), "ending-needed" if kind == "settlement" else "ending-twice", kind=kind)
    for kind, told_as in endings.merged.items():
        keys: Keys = ("endings", "merged", kind)
        if kind == "settlement" or kind in endings.left_out:
            ck.fault(keys, "ending-needed" if kind == "settlement" else "ending-twice", key=True, kind=kind)
        elif told_as in gone:
            ck.fault(keys, "ending-gone", kind=told_as)
