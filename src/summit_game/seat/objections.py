"""Where the reason of an objection lies, from what all may know: the issues of a package that the objector minds."""

from __future__ import annotations

from summit_game.engine.board import Ballot, Board


def minded(board: Board, ballot: Ballot, seat: int) -> tuple[int, ...]:
    """The issues of a package at which an objector's reason lies; none if nothing public tells.

    What it named for another level (R4.8) comes first. If it named none of them: where the package takes the text
    beyond its mandate or over a red line (R1.4a), and not nearer than before, or where its objection is decisive by a
    protected right (R4.3).
    """
    spec = board.setting.seat_specs[seat]
    named = {each.issue for each in board.named if (each.seat, each.round) == (seat, ballot.round)}
    if told := tuple(issue for issue, _ in ballot.changes if issue in named):
        return told
    found = []
    for issue, level in ballot.changes:
        beyond = spec.out[issue][level] >= max(1, spec.out[issue][max(0, ballot.before[issue])])
        guarded = any(right.issue == issue and level >= right.from_level for right in spec.rights)
        if beyond or spec.red[issue][level] or guarded:
            found.append(issue)
    return tuple(found)
