"""Texts that answer `brief`, `text`, `mandates`, `cards`, `map` and `score`, and that of the end: lists of lines."""

from __future__ import annotations

from collections.abc import Iterable

from summit_game.deck.models import Deck
from summit_game.engine.board import BRACKETS, Board
from summit_game.engine.formula import evaluate
from summit_game.engine.module import Line
from summit_game.engine.queries import zone_cap
from summit_game.engine.scenarios import Fit, ending_of, fits, labels
from summit_game.engine.scoring import Holding, band, holding, no_deal_lines, score, scores, winners
from summit_game.engine.setting import ENDINGS
from summit_game.engine.state import State
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words import drawn_brief
from summit_game.words.about import after_short
from summit_game.words.effects import effect_words
from summit_game.words.endings import why_not
from summit_game.words.messages import line_text, status
from summit_game.words.names import Words, capital, cards_counted, listed, signed


def band_words(rating: int) -> str:
    """The word for a rating 0..100 (R8.7)."""
    return say("names-band", band=band(rating).replace(" ", "_"))


def sum_lines(lines: Iterable[Line]) -> list[str]:
    """The lines of a sum, those of nothing left out."""
    return [
        indented(say("papers-line", text=line_text(line), points=signed(line.points), behind=line.behind))
        for line in lines
        if line.points
    ]


def indented(text: str) -> str:
    """A line that belongs to the one above."""
    return f"  {text}"


def treaty(words: Words, board: Board) -> list[str]:
    """The treaty so far, with the package on the table and everybody's protected rights."""
    result = [say("papers-treaty")]
    for at, level in enumerate(board.text):
        key = "papers-core-issue" if words.setting.issues[at].core else "papers-issue"
        result.append(say(key, issue=words.issue(at), level=words.level(at, level)))
        if level != BRACKETS:
            result.append(indented(words.deck.issues[at].levels[level].text))
        for named in (each for each in board.named if each.issue == at):
            who = words.seats[named.seat]
            result.append(indented(say("papers-named", who=who, level=words.level(at, named.level), round=named.round)))
    if board.package is not None:
        package = board.package
        who = words.seats[package.tabler]
        result.append(say("happened-package", who=who, changes=words.changes(package.changes)))
    result.append(say("papers-blocks"))
    for spec in words.setting.seat_specs:
        if spec.principal:
            result.append(say("papers-principal", who=spec.name))
        for right in spec.rights:
            where = {"issue": words.issue(right.issue), "level": right.from_level}
            result.append(say("papers-right", who=spec.name, **where, reason=right.reason, clause=right.clause))
    return [*result, say("papers-slack", slack=words.setting.options.slack)]


def mandates(words: Words, board: Board) -> list[str]:
    """The public cards beside the mat: the mandate and the red lines of every delegation (R1.4a)."""
    setting = words.setting
    result = [say("papers-mandates", drawn=drawn_brief.draws(words))]
    for seat, spec in enumerate(setting.seat_specs):
        result.append(say("papers-mandates-of", who=words.seats[seat], id=spec.id))
        for at, (low, high) in enumerate(spec.mandate):
            red = ", ".join(str(level) for level, flag in enumerate(spec.red[at]) if flag)
            levels = {"low": low, "high": high, "same": low == high, "red": red or "none"}
            result.append(indented(say("papers-mandate", issue=words.issue(at), **levels)))
    return result


def the_map(words: Words, board: Board) -> list[str]:
    """Tracks with their words, delegations, zones and units."""
    setting, deck = words.setting, words.deck
    result = [say("papers-round", round=board.round, rounds=setting.options.rounds)]
    for at, spec in enumerate(setting.tracks):
        track = deck.tracks[spec.id]
        shown = {"name": spec.name, "value": board.tracks[at], "frozen": spec.frozen, "meaning": track.meaning}
        if track.low and track.high:
            ends = {"low": spec.low, "lowest": track.low, "high": spec.high, "highest": track.high}
            result.append(say("papers-track-with-ends", **shown, **ends))
        else:
            result.append(say("papers-track", **shown))
    for seat, who in enumerate(setting.seat_specs):
        tracks = ", ".join(
            say("papers-seat-track", track=spec.name.lower(), value=board.seat_tracks[at][seat])
            for at, spec in enumerate(setting.seat_tracks)
        )
        hands = ", ".join(cards_counted(kind, row[seat]) for kind, row in enumerate(board.hand_counts))
        holder = {"who": words.seats[seat], "side": words.side(who.side)}
        result.append(say("papers-delegation", **holder, tracks=tracks, hands=hands))
    for zone, each in enumerate(deck.zones):
        stands = [
            say("papers-units", side=words.side(side), units=row[zone], cap=zone_cap(board, side, zone))
            for side, row in enumerate(board.units)
            if setting.stands[side][zone]
        ]
        units = ", ".join(stands) or say("papers-no-units", units=words.term("unit", 2))
        here = {"place": capital(words.term("zone")), "zone": words.zone(zone)}
        result.append(say("papers-zone", **here, units=units, monitor=bool(board.monitors[zone])))
        if each.note:
            result.append(indented(each.note))
    return result + status(board)


def cards(words: Words, view: View) -> list[str]:
    """The own hand with texts and sources."""
    setting = words.setting
    result = [say("papers-hand", who=words.seats[view.seat])]
    groups: tuple[tuple[str, list[str]], ...] = (
        ("proposal", [setting.proposals[card].id for card in view.proposals]),
        ("concession", [setting.concessions[card].id for card in view.concessions]),
        ("pressure", [setting.pressure[card].id for card in view.pressure]),
    )
    spots = {card.id: card for card in (*setting.proposals, *setting.concessions)}
    for kind, ids in groups:
        if not ids:
            result.append(say(f"papers-no-{kind}"))
        for card_id in ids:
            card, spot = words.cards[card_id], spots.get(card_id)
            shown = {"id": card_id, "title": card.title, "text": card.text}
            if spot is not None:
                shown |= {"issue": words.issue(spot.issue), "level": words.level(spot.issue, spot.level)}
            result.append(say(f"papers-{kind}", **shown))
            effects = getattr(card, "effects", ())
            if effects:
                result.append(indented(say("papers-effects", effects=effect_words(effects, words.deck))))
            result.append(indented(say("papers-source", source=card.source, invented=card.invented)))
    return result


def _goal(words: Words, seat: int, held: Holding, end: State | None = None) -> str:
    """The goal; at the end of a game with whether it is met."""
    if held.goal is None:
        return say("papers-no-goals")
    who = words.delegations[words.setting.seat_specs[seat].id]
    text = next((goal.text for goal in who.goals if goal.id == held.goal.id), "")
    told = {"points": words.setting.options.goal_worth, "title": held.goal.title, "text": text}
    if end is not None:
        return say("papers-goal-end", **told, met=bool(evaluate(held.goal.test, end)))
    return say("papers-goal", **told, id=held.goal.id)


def _mood(words: Words, held: Holding, key: str = "papers-mood") -> str:
    if held.mood is None:
        return say("papers-no-moods")
    text = next((mood.text for mood in words.deck.moods if mood.id == held.mood.id), "")
    return say(key, title=held.mood.title, text=text, id=held.mood.id)


def brief(words: Words, view: View) -> list[str]:
    """The own confidential brief, with the values of all levels and the fallback now now."""
    seat, held = view.seat, view.held
    spec = words.setting.seat_specs[seat]
    who = words.delegations[spec.id]
    own = next(each for each in who.briefs if each.id == held.brief.id)
    title = drawn_brief.title_of(words, seat, held.brief)
    result = [say("papers-brief", who=spec.name, title=title), who.sentence]
    if drawn_brief.as_printed(words, seat, held.brief):
        result += [part for part in own.instructions.split("\n") if part.strip()]
        result += [say("papers-priorities"), *map(indented, own.priorities)]
        if own.questions:
            result += [say("papers-questions"), *map(indented, own.questions)]
    else:
        result += [say("papers-drawn"), say("papers-drawn-order")]
        result += map(indented, drawn_brief.priorities(words, seat, held.brief))
    result.append(say("papers-values"))
    for at, row in enumerate(held.brief.values):
        low, high = spec.mandate[at]
        values = ", ".join(
            say("papers-value", level=level, points=points, red=spec.red[at][level], now=max(0, view.text[at]) == level)
            for level, points in enumerate(row)
        )
        result.append(indented(say("papers-issue-values", issue=words.issue(at), values=values, low=low, high=high)))
    result.append(say("papers-text-value", points=held.value(view.text)))
    result.append(say("papers-reservation", points=held.reservation))
    result.append(say("papers-walk-away", points=view.no_deal()))
    result += sum_lines(no_deal_lines(view, seat, held))
    return [*result, _goal(words, seat, held), _mood(words, held)]


def _fit(words: Words, each: Fit) -> list[str]:
    title = words.setting.scenarios[each.ending].title
    return [say("papers-fit", title=title, points=each.points), *sum_lines(each.lines)]


def _score(words: Words, board: Board, seat: int, held: Holding, ending: int) -> list[str]:
    result = score(board, seat, held, ending)
    points = {"points": result.points, "reservation": result.reservation, "surplus": signed(result.surplus)}
    told = say(
        "papers-score",
        who=words.seats[seat],
        **points,
        rating=result.rating,
        band=band_words(result.rating),
    )
    return [told, *sum_lines(result.lines)]


def standing(words: Words, view: View) -> list[str]:
    """The four fits, and the own score if the game ended now."""
    ending = ending_of(view)
    result = [line for each in fits(view) for line in _fit(words, each)]
    result.append(say("papers-if-now", title=words.setting.scenarios[ending].title))
    return result + _score(words, view, view.seat, view.held, ending)


def the_end(words: Words, state: State) -> list[str]:
    """The ending with everything revealed: what followed, every fit once with its lines, what each reached."""
    shown = [line for each in fits(state) for line in _fit(words, each)]
    why = highest_fit(words, state)
    return [
        *the_ending(words, state),
        "",
        say("papers-fits"),
        *shown,
        *([why] if why else []),
        *the_results(words, state),
    ]


def highest_fit(words: Words, state: State) -> str:
    """Why the ending that fits best is not the one that came (R8.2); empty if it is."""
    best = max(fits(state), key=lambda each: (each.points, each.ending == state.ending)).ending
    titles = [words.setting.scenarios[each].title for each in (state.ending, best)]
    return why_not(ENDINGS[state.ending], ENDINGS[best], *titles)


def the_ending(words: Words, state: State) -> list[str]:
    """The ending, what it would mean, and right behind it what followed in the real world."""
    ending, results = state.ending, scores(state)
    scenario = next(each for each in words.deck.scenarios if each.kind == ENDINGS[ending])
    named = labels(state, ending, min(each.rating for each in results))
    result = [say("papers-ending", title=scenario.title)]
    for title in named:
        text = next((label.text for label in scenario.labels if label.title == title), "")
        result.append(say("papers-label", title=title, text=text))
    return [*result, scenario.text, scenario.aftermath, *_followed(words.deck)]


def the_results(words: Words, state: State) -> list[str]:
    """The final text, and what each delegation reached."""
    ending, results = state.ending, scores(state)
    result = ["", *treaty_levels(words, state), "", say("papers-reached")]
    for each in results:
        held = holding(state, each.seat)
        result += _score(words, state, each.seat, held, ending)
        result += [indented(_goal(words, each.seat, held, state)), indented(_mood(words, held, "papers-mood-end"))]
    if words.deck.deck.ranking:
        result.append(say("papers-single-winner", who=listed([words.seats[seat] for seat in winners(state)])))
    from summit_game.words.joint import joint  # at first use: numpy takes a sixth of a second to load

    return [*result, "", *joint(state)]


def _followed(deck: Deck) -> list[str]:
    """What followed in the real world, in short, and where to read more; nothing if the deck tells nothing."""
    short = after_short(deck)
    return ["", *short, say("about-more-command", deck=deck.deck.id)] if short else []


def treaty_levels(words: Words, board: Board) -> list[str]:
    """The final text, one line for each issue."""
    issues = ((words.issue(at), words.level(at, level)) for at, level in enumerate(board.text))
    return [say("papers-text"), *(say("papers-issue", issue=issue, level=level) for issue, level in issues)]
