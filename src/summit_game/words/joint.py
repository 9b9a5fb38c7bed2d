"""What was possible at this table, told after the game (R8.8)."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.deals.measures import Measures, Trade, measures, nash_percent
from summit_game.engine.scoring import scores
from summit_game.engine.setting import Setting
from summit_game.engine.state import State


def joint(state: State) -> list[str]:
    """The zone of agreement, the missed trade, the Nash text and the spread of ratings, a sentence each."""
    found = measures(state)
    if found is None:
        return []
    results = scores(state)
    ratings = [each.rating for each in results]
    return [
        "What was possible with the briefs that were dealt:",
        f"{found.zone} of {found.texts} texts were worth the reservation value to every delegation; "
        f"under this table's rule of consensus {found.zone_minus_one} were. {found.pareto} texts are Pareto-efficient, "
        f"{found.pareto_in_zone} of them for everybody's reservation value.",
        _missed(state, found.missed),
        _nash(state.setting, found, [each.surplus for each in results]),
        f"Lowest rating {min(ratings)}, spread {max(ratings) - min(ratings)}.",
    ]


def _missed(state: State, trade: Trade | None) -> str:
    if trade is None:
        return "No text would have been better for one delegation without being worse for another."
    issues, gains = state.setting.issues, _gains(state.setting, trade.gains)
    moves = " and ".join(
        f"{issues[issue].id} {max(0, state.text[issue])} to {trade.text[issue]}" for issue in trade.changed
    )
    if not moves:
        return f"The text on the table, in force, would have hurt nobody: {gains}."
    return f"Missed trade: {moves} would have hurt nobody: {gains}."


def _nash(setting: Setting, found: Measures, reached: Sequence[int]) -> str:
    if found.nash is None:
        return "No text reached everybody's reservation value, so leaving without a text was no mistake."
    text = ", ".join(f"{issue.id} {level}" for issue, level in zip(setting.issues, found.nash, strict=True))
    gains, share = _gains(setting, found.nash_surplus), nash_percent(reached, found.nash_surplus)
    return f"Nash text (largest product of surplus plus one): {text}; it gives {gains}. This game reached {share} %."


def _gains(setting: Setting, gains: Sequence[int]) -> str:
    return ", ".join(f"{name} {gain:+d}" for name, gain in zip(setting.seat_ids, gains, strict=True))
