"""From the `draw` section of a deck to the numbers from which mandates and briefs are drawn at one table."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from math import prod

from summit_game.deals.drawn import MOST_SHARE, Bounds, BriefDraw, DrawSpec, MaybeRed, SeatDraw
from summit_game.deck.compile import parse_range
from summit_game.deck.model_base import BySeats
from summit_game.deck.model_draw import DelegationDraw, Draw
from summit_game.deck.models import Brief, Deck, Delegation
from summit_game.engine.setting import Game

_EXACT = Context(prec=28)
"""Powers are rounded correctly, so that every machine has the same whole numbers."""


def draw_spec(deck: Deck, game: Game, number: int | None = None) -> DrawSpec | None:
    """How the mandates and briefs of a game of this deck are drawn; None if they are the printed ones.

    `number`: a numbered set (R1.4d) with which the game was compiled.
    """
    if deck.draw is None or not game.setting.options.draw_brief:
        return None
    size = len(game.setting.seats)
    spec = spec_at(deck, deck.draw, size)
    return spec if number is None else spec._replace(seed=deck.draw.sets[size][number - 1])


def spec_at(deck: Deck, draw: Draw, size: int) -> DrawSpec:
    """The same for a table size of the deck. The deck must have passed the check."""
    by_id = {each.id: each for each in deck.delegations}
    return DrawSpec(
        seats=tuple(_seat(deck, draw, by_id[name], size) for name in deck.tables[size]),
        weights=draw.weights,
        shift=draw.shift,
        least=_at(draw.zone.least, size),
        most=_at(draw.zone.most, size),
        attempts=draw.attempts,
        spread=draw.spread,
    )


def dealt(game: Game, spec: DrawSpec | None, seed: int) -> Game:
    """The game as it is played with a seed: with the mandates and briefs that it draws, if the deck draws any."""
    if spec is None:
        return game
    from summit_game.deals.draw import drawn  # numpy takes a sixth of a second to load

    return drawn(game, spec, seed)


def _at(value: BySeats, size: int) -> int:
    return value if isinstance(value, int) else value[size]


def _seat(deck: Deck, draw: Draw, who: Delegation, size: int) -> SeatDraw:
    own = draw.delegations.get(who.id, DelegationDraw())
    issues = {issue.id: at for at, issue in enumerate(deck.issues)}
    return SeatDraw(
        id=who.id,
        bounds=tuple(_bounds(who, own, issue) for issue in issues),
        red=tuple(
            tuple(level in who.red_lines.get(issue.id, ()) for level in range(len(issue.levels)))
            for issue in deck.issues
        ),
        maybe_red=tuple(MaybeRed(issues[each.issue], each.level, _at(each.chance, size)) for each in own.red_lines),
        briefs=tuple(
            BriefDraw(
                brief.id,
                tuple(tuple(own.values.get(issue, brief.values[issue])) for issue in issues),
                _share(deck, who, brief, size, _at(draw.power, size), _at(own.share, size)),
            )
            for brief in who.briefs
        ),
    )


def _bounds(who: Delegation, own: DelegationDraw, issue: str) -> Bounds:
    if issue in own.mandate:
        return Bounds(*parse_range(own.mandate[issue].low), *parse_range(own.mandate[issue].high))
    low, high = parse_range(who.mandate[issue])
    return Bounds(low, low, high, high)


def _share(deck: Deck, who: Delegation, brief: Brief, size: int, power: int, factor: int) -> int:
    """How many of 10,000 texts the drawn brief shall accept: what it accepts as printed, to a power, times a factor."""
    least = brief.reservation.get(size, who.reservation[size])
    rows = [brief.values[issue.id] for issue in deck.issues]
    share = _EXACT.divide(Decimal(_accepted(rows, least)), Decimal(prod(map(len, rows))))
    if not share:
        return 0
    raised = _EXACT.power(share, Decimal(power) / 100)
    wanted = _EXACT.multiply(raised, Decimal(factor * 100)).to_integral_value(ROUND_HALF_UP)
    return min(MOST_SHARE, int(wanted))


def _accepted(rows: list[tuple[int, ...]], least: int) -> int:
    """How many texts are worth at least so much."""
    counts = {0: 1}
    for row in rows:
        sums: dict[int, int] = {}
        for value in row:
            for worth, count in counts.items():
                sums[worth + value] = sums.get(worth + value, 0) + count
        counts = sums
    return sum(count for worth, count in counts.items() if worth >= least)
