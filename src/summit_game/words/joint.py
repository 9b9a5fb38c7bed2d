"""What was possible at this table, told after the game (R8.8)."""

from __future__ import annotations

from functools import reduce
from math import prod

from summit_game.engine.measures import MAX_TEXTS, Measures, measures, missed_trade, nash_percent
from summit_game.engine.scoring import holding, scores
from summit_game.engine.setting import SETTLEMENT
from summit_game.engine.state import State
from summit_game.words.catalogue import say
from summit_game.words.names import also


def joint(state: State) -> list[str]:
    """The zone of agreement, the missed trade, the Nash text and the spread of ratings, a sentence each."""
    setting = state.setting
    if prod(issue.levels for issue in setting.issues) > MAX_TEXTS:
        return []
    held = [holding(state, seat) for seat in setting.seats]
    found = measures(state, held)
    ratings = [each.rating for each in scores(state)]
    zone = {"zone": found.zone, "texts": found.texts, "consensus": found.zone_minus_one}
    efficient = {"efficient": found.pareto, "efficient_in_zone": found.pareto_in_zone}
    return [
        say("papers-possible"),
        say("papers-zone-of-texts", **zone, **efficient),
        _missed(state),
        _nash(state, found),
        say("papers-spread", lowest=min(ratings), spread=max(ratings) - min(ratings)),
    ]


def _missed(state: State) -> str:
    setting = state.setting
    held = [holding(state, seat) for seat in setting.seats]
    settled = state.ending == SETTLEMENT
    points = [each.points for each in scores(state)]
    floor = [each.value(state.text) for each in held] if settled else points
    trade = missed_trade(setting, held, state.text, floor)
    if trade is None:
        return say("papers-no-trade")
    gains = ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, trade.gains, strict=True))
    if not trade.changed:
        return say("papers-trade-as-it-stands", gains=gains)
    moved = ((setting.issues[at].id, max(0, state.text[at]), trade.text[at]) for at in trade.changed)
    moves = reduce(also, (say("papers-trade-move", issue=issue, old=old, new=new) for issue, old, new in moved))
    return say("papers-trade", moves=moves, gains=gains)


def _nash(state: State, found: Measures) -> str:
    if found.nash is None:
        return say("papers-no-nash")
    setting = state.setting
    text = ", ".join(f"{issue.id} {level}" for issue, level in zip(setting.issues, found.nash, strict=True))
    gains = ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, found.nash_surplus, strict=True))
    share = nash_percent([each.surplus for each in scores(state)], found.nash_surplus)
    return say("papers-nash", text=text, gains=gains, share=share)
