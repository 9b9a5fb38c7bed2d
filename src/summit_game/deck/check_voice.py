"""Checks of how delegations speak (`model_voice`): known occasions, several short wordings, nothing but words."""

from __future__ import annotations

import re

from summit_game.deck.check_base import Checker
from summit_game.deck.faults import choose
from summit_game.deck.model_voice import LEAST_KINDS, LEAST_WORDINGS, LONGEST_LINE, OCCASIONS
from summit_game.deck.models import Delegation
from summit_game.deck.yamlpos import Keys

_FILLED_IN = re.compile(r"[{}]|\$\w")
"""What looks as if something were to be put in its place: nothing is."""
_QUOTES = re.compile(r"[\"“”„«»]")
"""A line is shown in quotation marks, so that none may stand in it."""


def check_voice(ck: Checker) -> None:
    """Every delegation that has a voice has enough of one."""
    for i, who in enumerate(ck.deck.delegations):
        if who.voice:
            _voice(ck, who, ("delegations", i, "voice"))


def _voice(ck: Checker, who: Delegation, keys: Keys) -> None:
    if ck.deck.deck.format == 1:
        ck.fault(keys, "format-2", key=True, name="voice")
    kinds = [each.kind for each in who.voice]
    if len(set(kinds)) < LEAST_KINDS:
        ck.fault(keys, "voice-few-kinds", count=len(set(kinds)), least=LEAST_KINDS)
    said: set[str] = set()
    for j, each in enumerate(who.voice):
        if each.kind in kinds[:j]:
            ck.fault((*keys, j, "kind"), "voice-twice", kind=each.kind)
        elif each.kind not in OCCASIONS:
            ck.fault((*keys, j, "kind"), "voice-kind", kind=each.kind, todo=choose(each.kind, OCCASIONS))
        if len(each.text) < LEAST_WORDINGS:
            ck.fault((*keys, j, "text"), "voice-few", least=LEAST_WORDINGS)
        for k, text in enumerate(each.text):
            _wording(ck, text, (*keys, j, "text", k))
            if text.casefold() in said:
                ck.fault((*keys, j, "text", k), "voice-same")
            said.add(text.casefold())


def _wording(ck: Checker, text: str, keys: Keys) -> None:
    if len(text) > LONGEST_LINE:
        ck.fault(keys, "voice-long", count=len(text), most=LONGEST_LINE)
    if "\n" in text:
        ck.fault(keys, "lines")
    if found := _FILLED_IN.search(text):
        ck.fault(keys, "voice-filled-in", text=found[0])
    if found := _QUOTES.search(text):
        ck.fault(keys, "voice-quotes", text=found[0])
