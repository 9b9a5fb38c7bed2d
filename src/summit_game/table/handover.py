"""The note for whoever takes a seat over: exactly what that delegation knows, and nothing more."""

from __future__ import annotations

from summit_game.engine.board import NOBODY
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words import papers
from summit_game.words.names import Words, listed


def handover(words: Words, view: View) -> list[str]:
    """Lines in plain words, made from the delegation's view alone."""
    result = [say("sitting-takes-over", who=words.seats[view.seat]), ""]
    result += papers.brief(words, view)
    result += ["", *papers.cards(words, view), "", *papers.treaty(words, view), "", *papers.the_map(words, view)]
    result += ["", say("sitting-votes"), *_votes(words, view)]
    if view.orders:
        result += ["", say("sitting-orders", orders=words.orders(view.orders))]
    return result


def _votes(words: Words, view: View) -> list[str]:
    if not view.record:
        return [say("sitting-no-votes")]
    result = []
    for ballot in view.record:
        who = words.seats[ballot.tabler] if ballot.tabler != NOBODY else say("sitting-final-session")
        what = words.changes(ballot.changes) if ballot.changes else say("sitting-whether-to-sign")
        vote = {"round": ballot.round, "who": who, "what": what, "passed": ballot.passed}
        result.append(say("sitting-vote", **vote, objectors=listed(words.seats[seat] for seat in ballot.objectors)))
    return result
