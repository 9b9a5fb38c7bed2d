"""What the head of a journal pins, so that a game never changes under its players: deck, rules, options, seed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from summit_game import __version__
from summit_game.deals.drawn import with_drawn
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import game_of
from summit_game.deck.faults import DeckError
from summit_game.deck.files import SourceFile, digest_of
from summit_game.deck.load import pinned_deck
from summit_game.deck.models import Deck
from summit_game.engine.setting import ENDINGS, Game, Setting
from summit_game.language.catalogue import say
from summit_game.rules import EDITION
from summit_game.rules.registry import package_of, registry
from summit_game.table.clock import ClockRule
from summit_game.table.journal import JournalError
from summit_game.table.pinned_draw import drawn_data, pinned_draw
from summit_game.table.sitter import Sitter
from summit_game.words.safe import NAME_LENGTH, safe_text

NAME = "table"
"""Where the head has what the people call their table, if they call it anything."""


EDITION_KEY = "edition"
TITLES = "endings"
"""Where the head has what the deck calls the endings, for lists of games; heads of the first edition do not have it."""


def edition_of(head: Mapping[str, Any]) -> int:
    """The edition of the rules that the game began with; heads of the first one do not say it."""
    edition: int = head.get(EDITION_KEY, 1)
    return edition


def table_name(head: Mapping[str, Any]) -> str:
    """What the people call their table; nothing if they call it nothing."""
    return safe_text(str(head.get(NAME, "")), NAME_LENGTH)


def names_of(setting: Setting) -> dict[str, list[str]]:
    """What the numbers in events stand for."""
    return {
        "seats": list(setting.seat_ids),
        "issues": list(setting.issue_ids),
        "proposals": list(setting.proposal_ids),
        "concessions": list(setting.concession_ids),
        "pressure": list(setting.pressure_ids),
        "events": [card.id for card in setting.events],
        "zones": list(setting.zones),
        "tracks": [track.id for track in setting.tracks],
        "modules": [module.id for module in setting.modules],
    }


def modules_of(setting: Setting) -> dict[str, str]:
    """Id -> version of the rule modules of a game."""
    return {module.id: module.version for module in setting.modules}


def _packages(setting: Setting) -> dict[str, str]:
    """Id of a rule module that does not come with Summit -> the package that has it."""
    return {module.id: package for module in setting.modules if (package := package_of(module.id))}


def commitment(seed: int, salt: str) -> str:
    """A fingerprint that can be shown before a game and checked after it: the seed was not chosen in between.

    SHA-256 of `summit seed`, the salt and the seed, with spaces between them.
    """
    return sha256(f"summit seed {salt} {seed}".encode()).hexdigest()


def head_data(
    game_id: str,
    deck: Deck,
    files: Sequence[SourceFile],
    options: TableOptions,
    game: Game,
    seed: int,
    sitters: Mapping[int, Sitter],
    rule: ClockRule | None,
    drew: bool = False,
) -> dict[str, Any]:
    """The data of a head entry. `drew`: the game has mandates and briefs of its own."""
    salt = secrets.token_hex(16)
    public, secret = drawn_data(game) if drew else ({}, {})
    return {
        "id": game_id,
        "program": __version__,
        EDITION_KEY: EDITION,
        "deck": {"id": deck.deck.id, "title": deck.deck.title, "digest": digest_of(files)},
        "options": {
            "seats": len(game.setting.seats),
            "variants": options.variants,
            "without": options.without,
            **({"set": options.set} if options.set is not None else {}),
        },
        "rounds": game.setting.options.rounds,
        "delegations": [spec.name for spec in game.setting.seat_specs],
        TITLES: dict(zip(ENDINGS, (each.title for each in game.setting.scenarios), strict=True)),
        "modules": modules_of(game.setting),
        **({"packages": packages} if (packages := _packages(game.setting)) else {}),
        "names": names_of(game.setting),
        "sitters": [sitters[seat].to_json() for seat in game.setting.seats],
        "clock": rule.to_json() if rule is not None else {},
        **public,
        "commitment": commitment(seed, salt),
        "secret": {"seed": seed, "salt": salt, **secret},
    }


def deck_data(files: Sequence[SourceFile]) -> dict[str, Any]:
    """The data of a deck entry: the files as they were, name and text."""
    return {"files": [[file.name, file.data.decode("utf-8", "surrogateescape")] for file in files]}


def files_of(deck_entry: Mapping[str, Any]) -> list[SourceFile]:
    """The files that a deck entry keeps. Raises `KeyError`, `TypeError` or `ValueError` if it is none."""
    return [SourceFile(each, each, text.encode("utf-8", "surrogateescape")) for each, text in deck_entry["files"]]


def options_of(head: Mapping[str, Any]) -> TableOptions:
    """What was chosen for the game."""
    written = head["options"]
    lists = {name: tuple(written[name]) for name in ("variants", "without")}
    return TableOptions(seats=written["seats"], set=written.get("set"), **lists)


def pinned_game(name: str, head: Mapping[str, Any], deck_entry: Mapping[str, Any]) -> tuple[Deck, Game, int]:
    """Deck, game (with the mandates and briefs that it drew) and seed from a journal's first two entries.

    `name` is how messages call it. Raises `JournalError`.
    """
    program = head.get("program", "?")
    if edition_of(head) > EDITION:
        raise JournalError(say("table-newer-edition", file=name, was=edition_of(head), edition=EDITION))
    try:
        files = files_of(deck_entry)
        if digest_of(files) != head["deck"]["digest"]:
            raise JournalError(say("table-deck-differs", file=name))
        deck = pinned_deck(files)
        _installed(name, head)
        game = game_of(deck, options_of(head))
        if names_of(game.setting) != head["names"]:
            raise JournalError(say("table-counts-differently", file=name, program=program))
        if (drew := pinned_draw(head, game)) is not None:
            game = with_drawn(game, drew)
        return deck, game, int(head["secret"]["seed"])
    except DeckError as error:
        first = error.faults[0]
        raise JournalError(say("table-deck-unread", file=name, program=program, why=first.what)) from error
    except JournalError:
        raise
    except SetupError as error:
        raise JournalError(say("table-not-here", file=name, error=error)) from error
    except (KeyError, TypeError, ValueError) as error:
        raise JournalError(
            say("table-not-by-this", file=name, program=program, version=__version__, error=error)
        ) from error


def _installed(name: str, head: Mapping[str, Any]) -> None:
    """Raises `JournalError` if a rule module of the game is not installed."""
    for module in head["modules"]:
        if module not in registry():
            known = head.get("packages", {}).get(module)
            facts = {"file": name, "module": module, "known": known is not None, "package": known}
            raise JournalError(say("table-module-missing", **facts))


def changed_rules(head: Mapping[str, Any], setting: Setting) -> str | None:
    """What of the rules is not as the game began with it, in words: edition or a rule module; else None (R9.8)."""
    if edition_of(head) != EDITION:
        return say("table-older-edition", was=edition_of(head), edition=EDITION)
    for module, version in modules_of(setting).items():
        was = head["modules"].get(module)
        if was != version:
            return say("table-rules-changed", module=module, was=was, version=version)
    return None
