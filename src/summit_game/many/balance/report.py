"""The balance report of a deck: games of several kinds of play, summed up for whoever writes the deck."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from summit_game.bots.external import introduce
from summit_game.bots.kinds import BotError, maker
from summit_game.deals.measures import nash_percent
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import playable
from summit_game.engine.setting import ENDINGS, SETTLEMENT, Game
from summit_game.language.catalogue import say
from summit_game.many.balance.cards import Tally, by_play, by_text
from summit_game.many.balance.first import TURNED_KIND, first_mover
from summit_game.many.balance.games import (
    CONCESSION,
    EVENT,
    PRESSURE,
    PROPOSAL,
    Deal,
    Watched,
    deal,
    watch,
)
from summit_game.many.balance.measured import PARTS, QUICK, Run
from summit_game.many.balance.warn import warnings
from summit_game.many.intervals import DIGITS, Resampling
from summit_game.many.mixed import MIX, MIXED
from summit_game.many.play import Played, play_one
from summit_game.many.share_out import Crew, Progress, Table, share_out

KINDS = ("random", "simple", "cooperator", "hardliner", MIXED)
"""Kinds of play of a report, unless others are asked for."""
OVERVIEW = "overview"
"""The part of the report that compares kinds of play."""

_WATCH, _DEAL, _TURN = range(3)


class _Task(NamedTuple):
    what: int
    kind: str
    rotation: int
    seed: int


def _work(table: Table, tasks: Sequence[_Task]) -> list[Any]:
    return [_one(table, task) for task in tasks]


def _one(table: Table, task: _Task) -> Watched | Deal | Played | None:
    game = table._replace(rotation=task.rotation).dealt(task.seed)
    if task.what == _WATCH:
        return watch(game, task.kind, task.seed)
    if task.what == _DEAL:
        return deal(game, task.seed)
    return play_one(game, task.seed, [task.kind] * len(game.setting.seats))


def _known(kinds: Sequence[str]) -> list[str]:
    """The kinds of play; of the usual ones, those that there are. Raises `BotError` for others."""
    if kinds:
        for kind in kinds:
            for each in MIX if kind == MIXED else (kind,):
                maker(each)
                introduce(each)
        if len(set(kinds)) < len(kinds):
            raise SetupError(say("balance-named-twice"))
        return list(kinds)
    found = []
    for kind in KINDS:
        try:
            _known([kind])
        except BotError:
            continue
        found.append(kind)
    return found


def balance(
    path: Path,
    options: TableOptions,
    games: int,
    seed: int,
    kinds: Sequence[str] = (),
    crew: Crew | None = None,
    progress: Progress | None = None,
    parts: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Play `games` games of each kind of play, on the same seeds, and sum them up; then the parts about mixed tables.

    Without `parts` it is the overview, and of the parts those that need no more games; with `parts` these alone. The
    result, its digest too, is the same for any crew. Raises `SetupError`, `BotError` or `DeckError`.
    """
    deck, digest, _ = playable(path)
    table, crew = Table(deck, digest, options), crew or Crew()
    setting = table.game().setting
    seeds = range(seed, seed + games)
    result: dict[str, Any] = {
        "deck": deck.deck.id,
        "deck_digest": digest,
        "delegations": list(setting.seat_ids),
        "variants": list(options.variants),
        **({"set": options.set} if options.set is not None else {}),
        "modules": [module.id for module in setting.modules],
        "games": games,
        "seed": seed,
    }
    digests: list[bytes] = []
    dominated: list[dict[str, Any]] = []
    watched: dict[str, list[Watched]] = {}
    deals: list[Deal | None] | None = None
    if kinds and parts is not None and OVERVIEW not in parts:
        raise SetupError(say("balance-bots-unused"))
    if parts is None or OVERVIEW in parts:
        names = _known(kinds)
        watched, deals, rest = _played(table, names, seeds, crew, progress)
        result |= _overview(table.game(), watched, deals, rest, seed)
        digests = [each.digest for played in watched.values() for each in played] + [each.digest for each in rest]
        dominated = [each._asdict() for each in (*by_text(table.game()), *_pressure(table.game(), watched))]
    wanted = parts if parts is not None else QUICK if MIXED in watched else ()
    if {*wanted} & {*PARTS}:
        found = Run(table, seeds, crew, progress).measure(wanted, watched.get(MIXED), deals)
        result["parts"] = found.parts
        digests += found.digests
    # The digest is of figures: sentences, which follow from them, depend on the language.
    fingerprint = blake2b(json.dumps(result, sort_keys=True).encode(), digest_size=16)
    for each in digests:
        fingerprint.update(each)
    if "kinds" in result:
        result |= {"dominated": dominated, "warnings": warnings(result)}
    return {**result, "digest": fingerprint.hexdigest()}


def _played(
    table: Table, names: Sequence[str], seeds: Sequence[int], crew: Crew, progress: Progress | None
) -> tuple[dict[str, list[Watched]], list[Deal | None], list[Played]]:
    """All games of the overview: of each kind of play, the deals, and those with the seats moved on."""
    games, count = len(seeds), len(table.game().setting.seats)
    tasks = [
        *(_Task(_WATCH, kind, 0, each) for kind in names for each in seeds),
        *(_Task(_DEAL, "", 0, each) for each in seeds),
        *(
            _Task(_TURN, TURNED_KIND, rotation, each)
            for each in seeds[: max(1, games // count)]
            for rotation in range(count)
        ),
    ]
    done = share_out(partial(_work, table), tasks, crew, progress)
    watched = {kind: done[at * games : (at + 1) * games] for at, kind in enumerate(names)}
    return watched, done[len(names) * games : (len(names) + 1) * games], done[(len(names) + 1) * games :]


def _overview(
    game: Game,
    watched: Mapping[str, Sequence[Watched]],
    deals: Sequence[Deal | None],
    turned: Sequence[Played],
    seed: int,
) -> dict[str, Any]:
    resampling = Resampling(len(deals), seed=seed)
    cards = _cards(game, watched)
    return {
        "kinds": {kind: _kind(game, played, deals, resampling) for kind, played in watched.items()},
        "deals": _deals(deals),
        "cards": cards,
        "first_mover": first_mover(game.setting.seat_ids, turned, seed),
        "never_played": [
            card for card, row in cards.items() if not any(each["played"] for each in row["kinds"].values())
        ],
    }


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, DIGITS) if whole else None


# --- a kind of play --------------------------------------------------------------------------------------------------


def _kind(game: Game, played: Sequence[Watched], deals: Sequence[Deal | None], by: Resampling) -> dict[str, Any]:
    names = game.setting.seat_ids
    rows = {name: _seat(played, seat, by) for seat, name in enumerate(names)}
    means = [row["rating"]["mean"] for row in rows.values()]
    return {
        "endings": {name: sum(each.ending == at for each in played) for at, name in enumerate(ENDINGS)},
        "delegations": rows,
        "ratio": _share(max(means), min(means)),
        "actions": _actions(played),
        "deals": _found(played, deals),
    }


def _seat(played: Sequence[Watched], seat: int, by: Resampling) -> dict[str, Any]:
    games = len(played)
    points = sum(each.points[seat] for each in played)
    surplus = sum(each.surplus[seat] for each in played)
    wins = sum((seat in each.winners) / len(each.winners) for each in played if each.winners)
    return {
        "score": _share(points, games),
        "no_deal": _share(points - surplus, games),
        "surplus": by.interval([each.surplus[seat] for each in played])._asdict(),
        "above": sum(each.surplus[seat] > 0 for each in played),
        "rating": by.interval([each.ratings[seat] for each in played])._asdict(),
        "wins": round(wins, DIGITS),
    }


def _actions(played: Sequence[Watched]) -> dict[str, Any]:
    """How often each kind of action was taken, how often its package was adopted, and how its player fared."""
    rows: dict[str, list[int]] = {}
    for game in played:
        for seat, name, count in game.acts:
            row = rows.setdefault(name, [0, 0, 0, 0])
            row[0] += count
            row[2] += count * (game.surplus[seat] > 0)
            row[3] += count * game.surplus[seat]
        for _, name, count in game.adopted:
            rows.setdefault(name, [0, 0, 0, 0])[1] += count
    return {
        name: {"taken": taken, "adopted": adopted, "above": above, "surplus": _share(total, taken)}
        for name, (taken, adopted, above, total) in sorted(rows.items())
    }


# --- deals -----------------------------------------------------------------------------------------------------------


def _deals(deals: Sequence[Deal | None]) -> dict[str, Any] | None:
    """What the deals allowed; None if the deck has too many texts to look at them all."""
    known = [each for each in deals if each is not None]
    if len(known) < len(deals):
        return None
    zones = sorted(each.zone for each in known)
    return {
        "texts": known[0].texts,
        "exist": sum(zone > 0 for zone in zones),
        "zone": {"mean": _share(sum(zones), len(zones)), "smallest": zones[0], "largest": zones[-1]},
    }


def _found(played: Sequence[Watched], deals: Sequence[Deal | None]) -> dict[str, Any]:
    """Deals found: settlements that leave nobody below the reservation value and cross no red line."""
    exist = sum(each is not None and each.zone > 0 for each in deals)
    found = [(game, each) for game, each in zip(played, deals, strict=True) if game.agreed]
    nash = [nash_percent(game.treaty, each.nash) for game, each in found if each is not None]
    settled = [game for game in played if game.ending == SETTLEMENT]
    return {
        "settled": len(settled),
        "found": len(found),
        "found_share": _share(len(found), exist),
        "nash_percent": _share(sum(nash), len(nash)),
        "below_no_deal": sum(min(game.treaty) < 0 for game in settled),
    }


# --- cards -----------------------------------------------------------------------------------------------------------


def _decks(game: Game) -> dict[str, Sequence[Any]]:
    setting = game.setting
    return {
        PROPOSAL: setting.proposals,
        CONCESSION: setting.concessions,
        PRESSURE: setting.pressure,
        EVENT: setting.events,
    }


def _cards(game: Game, watched: Mapping[str, Sequence[Watched]]) -> dict[str, Any]:
    names = game.setting.seat_ids
    rows = {kind: _card_rows(played) for kind, played in watched.items()}
    nothing = {"played": 0, "adopted": 0, "above": 0, "settled": 0, "surplus": None}
    return {
        card.id: {
            "title": card.title,
            "deck": deck,
            "owner": names[card.owner] if card.owner >= 0 else None,
            "kinds": {kind: rows[kind].get((deck, at), nothing) for kind in watched},
        }
        for deck, cards in _decks(game).items()
        for at, card in enumerate(cards)
    }


def _card_rows(played: Sequence[Watched]) -> dict[tuple[str, int], dict[str, Any]]:
    """Per card: plays, adopted ones, those whose player ended above no deal, those in a settlement, mean surplus.

    News has no player: all delegations stand for it, and `above` counts games in which most were above no deal.
    """
    rows: dict[tuple[str, int], list[float]] = {}
    for game in played:
        for play in game.plays:
            row = rows.setdefault((play.deck, play.card), [0, 0, 0, 0, 0])
            concerned = [game.surplus[play.seat]] if play.seat >= 0 else game.surplus
            row[0] += 1
            row[1] += play.adopted
            row[2] += 2 * sum(each > 0 for each in concerned) > len(concerned)
            row[3] += game.ending == SETTLEMENT
            row[4] += sum(concerned) / len(concerned)
    return {
        key: {
            "played": int(row[0]),
            "adopted": int(row[1]),
            "above": int(row[2]),
            "settled": int(row[3]),
            "surplus": _share(row[4], row[0]),
        }
        for key, row in rows.items()
    }


def _pressure(game: Game, watched: Mapping[str, Sequence[Watched]]) -> list[Any]:
    """Pressure cards that are dominated by how their players fared."""
    setting = game.setting
    tallies = {card.id: [Tally()] * len(watched) for card in setting.pressure}
    for at, played in enumerate(watched.values()):
        for each in played:
            for play in each.plays:
                if play.deck == PRESSURE:
                    row, surplus = tallies[setting.pressure_ids[play.card]], each.surplus[play.seat]
                    old = row[at]
                    row[at] = Tally(old.played + 1, old.total + surplus, old.squares + surplus * surplus)
    groups = [[card.id for card in setting.pressure if card.owner == seat] for seat in setting.seats]
    return list(by_play(groups, tallies))
