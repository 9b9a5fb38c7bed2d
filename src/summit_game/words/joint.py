"""What was possible at this table, told after the game (R8.8)."""

from __future__ import annotations

from math import prod

from summit_game.engine.measures import MAX_TEXTS, Measures, measures, missed_trade, nash_percent
from summit_game.engine.scoring import holding, scores
from summit_game.engine.setting import SETTLEMENT
from summit_game.engine.state import State


def joint(state: State) -> list[str]:
    """The zone of agreement, the missed trade, the Nash text and the spread of ratings, a sentence each."""
    setting = state.setting
    if prod(issue.levels for issue in setting.issues) > MAX_TEXTS:
        return []
    held = [holding(state, seat) for seat in setting.seats]
    found = measures(state, held)
    ratings = [each.rating for each in scores(state)]
    result = ["What was possible with the briefs that were dealt:"]
    result.append(
        f"{found.zone} of {found.texts} texts were worth the reservation value to every delegation; "
        f"under this table's rule of consensus {found.zone_minus_one} were. {found.pareto} texts are Pareto-efficient, "
        f"{found.pareto_in_zone} of them for everybody's reservation value."
    )
    result.append(_missed(state))
    result += _nash(state, found)
    result.append(f"Lowest rating {min(ratings)}, spread {max(ratings) - min(ratings)}.")
    return result


def _missed(state: State) -> str:
    setting = state.setting
    held = [holding(state, seat) for seat in setting.seats]
    settled = state.ending == SETTLEMENT
    points = [each.points for each in scores(state)]
    floor = [each.value(state.text) for each in held] if settled else points
    trade = missed_trade(setting, held, state.text, floor)
    if trade is None:
        return "No text would have been better for one delegation without being worse for another."
    moves = " and ".join(
        f"{setting.issues[issue].id} {max(0, state.text[issue])} to {trade.text[issue]}" for issue in trade.changed
    )
    gains = ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, trade.gains, strict=True))
    if not moves:
        return f"The text on the table, in force, would have hurt nobody: {gains}."
    return f"Missed trade: {moves} would have hurt nobody: {gains}."


def _nash(state: State, found: Measures) -> list[str]:
    if found.nash is None:
        return ["No text reached everybody's reservation value, so leaving without a text was no mistake."]
    setting = state.setting
    text = ", ".join(f"{issue.id} {level}" for issue, level in zip(setting.issues, found.nash, strict=True))
    gains = ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, found.nash_surplus, strict=True))
    share = nash_percent([each.surplus for each in scores(state)], found.nash_surplus)
    return [f"Nash text (largest product of surplus plus one): {text}; it gives {gains}. This game reached {share} %."]
