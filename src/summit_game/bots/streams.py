"""A bot's own chance: one stream for each decision, so that nothing but the decision moves it."""

from __future__ import annotations

from summit_game.engine.board import TALK
from summit_game.engine.streams import Stream
from summit_game.engine.view import View


def decision_stream(seed: int, view: View) -> Stream:
    """The random stream of a bot for the decision it is asked for.

    It depends on the table's seed, the seat and the point in the game only: after a resume, a rewind or a change of
    hands the same decision meets the same chance.
    """
    seat = view.setting.seat_ids[view.seat]
    moment = (view.round, view.phase, view.pass_number, view.turn, len(view.orders), len(view.record))
    said = (len(view.talk), sum(len(each.answers) for each in view.talk)) if view.phase == TALK else ()
    return Stream(seed, "bot", seat, *moment, *said)
