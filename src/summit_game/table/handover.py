"""The note for whoever takes a seat over: exactly what that delegation knows, and nothing more."""

from __future__ import annotations

from summit_game.engine.board import NOBODY
from summit_game.engine.view import View
from summit_game.words import papers
from summit_game.words.names import Words, listed


def handover(words: Words, view: View) -> list[str]:
    """Lines in plain words, made from the delegation's view alone."""
    result = [f"You take over {words.seats[view.seat]}. This is everything it knows.", ""]
    result += papers.brief(words, view)
    result += ["", *papers.cards(words, view), "", *papers.treaty(words, view), "", *papers.the_map(words, view)]
    result += ["", "Votes so far:", *_votes(words, view)]
    if view.orders:
        result += ["", f"Orders it has written in this Posture: {words.orders(view.orders)}."]
    return result


def _votes(words: Words, view: View) -> list[str]:
    if not view.record:
        return ["None yet."]
    result = []
    for ballot in view.record:
        who = words.seats[ballot.tabler] if ballot.tabler != NOBODY else "The Final Session"
        what = words.changes(ballot.changes) if ballot.changes else "whether to sign"
        verdict = "passed" if ballot.passed else "did not pass"
        objections = f"objections from {listed(words.seats[seat] for seat in ballot.objectors)}"
        result.append(f"Round {ballot.round}, {who}: {what}; {verdict}, {objections}.")
    return result
