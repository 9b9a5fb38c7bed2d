"""Texts that answer `brief`, `text`, `cards`, `map` and `score`, and the text of the end. Each is a list of lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from summit_game.engine.board import BRACKETS, Board
from summit_game.engine.module import Line
from summit_game.engine.queries import zone_cap
from summit_game.engine.scenarios import Fit, ending_of, fits, labels
from summit_game.engine.scoring import Holding, band, holding, no_deal_lines, score, scores, winners
from summit_game.engine.setting import ENDINGS
from summit_game.engine.state import State
from summit_game.engine.view import View
from summit_game.words.names import Words, listed, signed


def sum_lines(lines: Iterable[Line]) -> list[str]:
    """The lines of a sum, those of nothing left out."""
    return [f"  {line.text}: {signed(line.points)} ({line.behind})" for line in lines if line.points]


def treaty(words: Words, board: Board) -> list[str]:
    """The treaty so far, with the package on the table and everybody's protected rights."""
    result = ["The treaty so far:"]
    for at, level in enumerate(board.text):
        core = ", core issue" if words.setting.issues[at].core else ""
        result.append(f"{words.issue(at)}{core}: {words.level(at, level)}.")
        if level != BRACKETS:
            result.append(f"  {words.deck.issues[at].levels[level].text}")
    if board.package is not None:
        package = board.package
        result.append(f"On the table from {words.seats[package.tabler]}: {words.changes(package.changes)}.")
    result.append("Whose objection alone blocks:")
    for spec in words.setting.seat_specs:
        if spec.principal:
            result.append(f"{spec.name}: every package, as a principal (R4.2).")
        for right in spec.rights:
            where = f"{words.issue(right.issue)} from level {right.from_level}"
            result.append(f"{spec.name}: {where}. {right.reason} ({right.clause})")
    slack = words.setting.options.slack
    result.append(f"Other objections that are overruled: {slack} (R4.4).")
    return result


def the_map(words: Words, board: Board) -> list[str]:
    """Tracks with their words, delegations, zones and units."""
    setting, deck = words.setting, words.deck
    result = [f"Round {board.round} of {setting.options.rounds}."]
    for at, spec in enumerate(setting.tracks):
        track = deck.tracks[spec.id]
        ends = f", from {spec.low} ({track.low}) to {spec.high} ({track.high})" if track.low and track.high else ""
        frozen = ", frozen" if spec.frozen else ""
        result.append(f"{spec.name}: {board.tracks[at]}{ends}{frozen}. {track.meaning}")
    for seat, who in enumerate(setting.seat_specs):
        tracks = ", ".join(
            f"{spec.name.lower()} {board.seat_tracks[at][seat]}" for at, spec in enumerate(setting.seat_tracks)
        )
        hands = "{} Proposals, {} Concessions, {} Pressure cards".format(*(row[seat] for row in board.hand_counts))
        result.append(f"{who.name} ({words.side(who.side)}): {tracks}; holds {hands}.")
    for zone, each in enumerate(deck.zones):
        stands = [
            f"{words.side(side)} {row[zone]} of at most {zone_cap(board, side, zone)}"
            for side, row in enumerate(board.units)
            if setting.stands[side][zone]
        ]
        monitor = "; a monitor stands here" if board.monitors[zone] else ""
        result.append(f"Zone {words.zone(zone)}: {', '.join(stands) or 'no units'}{monitor}.")
        if each.note:
            result.append(f"  {each.note}")
    for hook in setting.hooks.status:
        result += hook(board)
    return result


def effect_words(effects: Iterable[str | Mapping[str, Any]]) -> str:
    """The effects of a card in one line, as the deck writes them."""
    parts = []
    for effect in effects:
        if isinstance(effect, str):
            parts.append(effect)
        else:
            parts += [f"{when}: {effect_words(then)}" for when, then in effect.items()]
    return "; ".join(parts)


def cards(words: Words, view: View) -> list[str]:
    """The own hand with texts and sources."""
    setting = words.setting
    result = [f"The hand of {words.seats[view.seat]}:"]
    groups: tuple[tuple[str, list[str]], ...] = (
        ("Proposal", [setting.proposals[card].id for card in view.proposals]),
        ("Concession", [setting.concessions[card].id for card in view.concessions]),
        ("Pressure card", [setting.pressure[card].id for card in view.pressure]),
    )
    spots = {card.id: card for card in (*setting.proposals, *setting.concessions)}
    for kind, ids in groups:
        if not ids:
            result.append(f"No {kind}.")
        for card_id in ids:
            card = words.cards[card_id]
            spot = spots.get(card_id)
            sets = f" Sets {words.issue(spot.issue)} to {words.level(spot.issue, spot.level)}." if spot else ""
            result.append(f"{kind} {card_id}, {card.title}.{sets} {card.text}")
            effects = getattr(card, "effects", ())
            if effects:
                result.append(f"  Effects: {effect_words(effects)}.")
            result.append(f"  Source: {card.source}{' (invented)' if card.invented else ''}")
    return result


def _goal(words: Words, seat: int, held: Holding) -> str:
    if held.goal is None:
        return "This game has no goals."
    who = words.delegations[words.setting.seat_specs[seat].id]
    text = next((goal.text for goal in who.goals if goal.id == held.goal.id), "")
    return f"Goal, worth {words.setting.options.goal_worth}: {held.goal.title}. {text} ({held.goal.id})"


def _mood(words: Words, held: Holding) -> str:
    if held.mood is None:
        return "This game has no moods."
    text = next((mood.text for mood in words.deck.moods if mood.id == held.mood.id), "")
    return f"Mood: {held.mood.title}. {text} ({held.mood.id})"


def brief(words: Words, view: View) -> list[str]:
    """The own confidential brief, with the values of all levels and the walk-away value now."""
    seat, held = view.seat, view.held
    spec = words.setting.seat_specs[seat]
    who = words.delegations[spec.id]
    own = next(each for each in who.briefs if each.id == held.brief.id)
    result = [f"Brief of {spec.name}: {own.title}. For your eyes only.", who.sentence]
    result += [part for part in own.instructions.split("\n") if part.strip()]
    result += ["Priorities:", *(f"  {each}" for each in own.priorities)]
    if own.questions:
        result += ["Questions to think about:", *(f"  {each}" for each in own.questions)]
    result.append("Values in points:")
    for at, row in enumerate(held.brief.values):
        low, high = spec.mandate[at]
        parts = []
        for level, points in enumerate(row):
            red = " red line" if spec.red[at][level] else ""
            now = " now" if max(0, view.text[at]) == level else ""
            parts.append(f"level {level} {points}{red}{now}")
        result.append(f"  {words.issue(at)}: {', '.join(parts)}. Mandate: levels {low} to {high}.")
    result.append(f"Value of the treaty as it stands: {held.value(view.text)}.")
    result.append(f"Reservation value, with mood: {held.reservation}.")
    result.append(f"Walk-away value now: {view.no_deal()}. Its lines:")
    result += sum_lines(no_deal_lines(view, seat, held))
    return [*result, _goal(words, seat, held), _mood(words, held)]


def _fit(words: Words, each: Fit) -> list[str]:
    title = words.setting.scenarios[each.ending].title
    return [f"{title}: fit {each.points} of 100.", *sum_lines(each.lines)]


def _score(words: Words, board: Board, seat: int, held: Holding, ending: int) -> list[str]:
    result = score(board, seat, held, ending)
    return [
        f"{words.seats[seat]}: score {result.points}, reservation value {result.reservation}, "
        f"surplus {signed(result.surplus)}, rating {result.rating} of 100, {band(result.rating)}.",
        *sum_lines(result.lines),
    ]


def standing(words: Words, view: View) -> list[str]:
    """The four fits, and the own score if the game ended now."""
    ending = ending_of(view)
    result = [line for each in fits(view) for line in _fit(words, each)]
    result.append(f"If the game ended now: {words.setting.scenarios[ending].title}. Your own score would be:")
    return result + _score(words, view, view.seat, view.held, ending)


def the_end(words: Words, state: State) -> list[str]:
    """The ending with everything revealed."""
    ending = state.ending
    results = scores(state)
    scenario = next(each for each in words.deck.scenarios if each.kind == ENDINGS[ending])
    named = labels(state, ending, min(each.rating for each in results))
    result = [f"The ending: {scenario.title}."]
    for title in named:
        text = next((label.text for label in scenario.labels if label.title == title), "")
        result.append(f"Label: {title}. {text}")
    result += [scenario.text, scenario.aftermath, "", *treaty_levels(words, state), "", "How well each ending fits:"]
    result += [line for each in fits(state) for line in _fit(words, each)]
    result += ["", "What each delegation reached:"]
    for each in results:
        held = holding(state, each.seat)
        result += _score(words, state, each.seat, held, ending)
        result += [f"  {_goal(words, each.seat, held)}", f"  {_mood(words, held)}"]
    best = [words.seats[seat] for seat in winners(state)]
    result.append(f"Highest result, if you play for a single winner (R8.7): {listed(best)}.")
    from summit_game.words.joint import joint  # at first use: numpy takes a sixth of a second to load

    return [*result, "", *joint(state)]


def treaty_levels(words: Words, board: Board) -> list[str]:
    """The final text, one line for each issue."""
    return ["The text:", *(f"{words.issue(at)}: {words.level(at, level)}." for at, level in enumerate(board.text))]
