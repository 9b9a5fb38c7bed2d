"""A game without people's names, for files that are passed on: nothing that a person, or somebody's own bot, wrote."""

from __future__ import annotations

from dataclasses import replace

from summit_game.bots.kinds import KINDS
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.sitter import Sitter

OWN_KIND = "of its own kind"
"""Stands for a bot that does not come with Summit: its file or command may name anybody."""
_NOT_BOTS = ("", "person", "time", "fault")


def comes_with_summit(kind: str) -> bool:
    """Whether a kind of bot, with or without its level, is one of Summit's own."""
    return kind.partition(":")[0] in KINDS


def nameless_sitter(sitter: Sitter) -> Sitter:
    """Who sits there, without names."""
    return Sitter(bot=sitter.bot if not sitter.bot or comes_with_summit(sitter.bot) else OWN_KIND)


def nameless(entry: Entry) -> Entry:
    """The entry without what a person typed or named, and without what a bot of somebody's own or its fault says."""
    match entry.kind:
        case kinds.NOTE:
            return replace(entry, text="(a note)")
        case kinds.TRACK | kinds.END:
            return replace(entry, text="(a reason)" if entry.text else "")
        case kinds.SIT:
            return replace(entry, data=nameless_sitter(Sitter.from_json(entry.data)).to_json())
        case kinds.MOVE if not comes_with_summit(entry.by):
            return replace(entry, by=entry.by if entry.by in _NOT_BOTS else OWN_KIND, why="")
    return entry
