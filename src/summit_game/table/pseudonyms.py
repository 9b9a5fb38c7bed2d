"""A game with ids for people's names, for files that are passed on: nothing that anybody, or their own bot, wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from summit_game.bots.kinds import KINDS
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.people import People
from summit_game.table.sitter import Sitter

OWN_KIND = "of its own kind"
"""Stands for a bot that does not come with Summit: its file or command may name anybody."""
_NOT_BOTS = ("", "person", "time", "fault", kinds.BY_TABLE)


def comes_with_summit(kind: str) -> bool:
    """Whether a kind of bot, with or without its level, is one of Summit's own."""
    return kind.partition(":")[0] in KINDS


def nameless_sitter(sitter: Sitter, people: People) -> Sitter:
    """Who sits there: people by their ids, a bot by its kind if it is one of Summit's."""
    if sitter.bot:
        return sitter if comes_with_summit(sitter.bot) else Sitter(bot=OWN_KIND)
    return people.pseudonym(sitter)


def nameless(entry: Entry, people: People) -> Entry:
    """The entry without what a person typed or named, and without what a bot of somebody's own or its fault says."""
    match entry.kind:
        case kinds.NOTE | kinds.SAY | kinds.MESSAGE:
            return replace(entry, text="(a note)")
        case kinds.TRACK | kinds.END:
            return replace(entry, text="(a reason)" if entry.text else "")
        case kinds.OUTCOME:
            return replace(entry, text="")
        case kinds.SIT:
            return replace(entry, data=_nameless(entry.data, people))
        case kinds.HEAD:
            return replace(
                entry, data={**entry.data, "sitters": [_nameless(each, people) for each in entry.data["sitters"]]}
            )
        case kinds.MOVE if not comes_with_summit(entry.by):
            return replace(entry, by=entry.by if entry.by in _NOT_BOTS else OWN_KIND, why="")
    return entry


def _nameless(sitter: Mapping[str, Any], people: People) -> dict[str, Any]:
    return nameless_sitter(Sitter.from_json(sitter), people).to_json()
