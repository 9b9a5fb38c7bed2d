"""What was possible at this table, told after the game (R8.8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from summit_game.deals.measures import Measures, Trade, measures, nash_percent
from summit_game.engine.scoring import scores
from summit_game.engine.setting import Setting
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.words.names import also


def joint(state: State) -> list[str]:
    """The zone of agreement, the missed trade, the Nash text and the spread of ratings, a sentence each."""
    found = measures(state)
    if found is None:
        return []
    results = scores(state)
    ratings = [each.rating for each in results]
    zone = {"zone": found.zone, "texts": found.texts, "consensus": found.zone_minus_one}
    efficient = {"efficient": found.pareto, "efficient_in_zone": found.pareto_in_zone}
    return [
        say("papers-possible"),
        say("papers-zone-of-texts", **zone, **efficient),
        _missed(state, found.missed),
        _nash(state.setting, found, [each.surplus for each in results]),
        say("papers-spread", lowest=min(ratings), spread=max(ratings) - min(ratings)),
    ]


def _missed(state: State, trade: Trade | None) -> str:
    if trade is None:
        return say("papers-no-trade")
    issues, gains = state.setting.issues, _gains(state.setting, trade.gains)
    if not trade.changed:
        return say("papers-trade-as-it-stands", gains=gains)
    moved = ((issues[at].id, max(0, state.text[at]), trade.text[at]) for at in trade.changed)
    moves = reduce(also, (say("papers-trade-move", issue=issue, old=old, new=new) for issue, old, new in moved))
    return say("papers-trade", moves=moves, gains=gains)


def _nash(setting: Setting, found: Measures, reached: Sequence[int]) -> str:
    if found.nash is None:
        return say("papers-no-nash")
    text = ", ".join(f"{issue.id} {level}" for issue, level in zip(setting.issues, found.nash, strict=True))
    share = nash_percent(reached, found.nash_surplus)
    return say("papers-nash", text=text, gains=_gains(setting, found.nash_surplus), share=share)


def _gains(setting: Setting, gains: Sequence[int]) -> str:
    return ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, gains, strict=True))
