"""One delegation to read: who plays it, mandate and red lines issue by issue, and what its objection alone blocks."""

from __future__ import annotations

from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.seat.question import Lines, Said
from summit_game.seat.sheet import GameSheet


def delegation_paper(sheet: GameSheet, page: SeatPage, seat: int) -> tuple[str, Lines]:
    """Title and lines of the delegation in this seat: what all may know of it (R4.2, R4.3, R6.2)."""
    who, now = sheet.delegations[seat], page.delegations[seat]
    lines = [Said(say("delegation-played", side=who.side, player=now.played_by))]
    if now.stepped:
        lines.append(Said(say("delegation-stepped"), "warn"))
    if now.short:
        lines.append(Said(say("delegation-hesitates", short=now.short), "warn"))
    for at, issue in enumerate(sheet.issues):
        low, high = who.mandate[at]
        reds = ", ".join(str(level) for level, red in enumerate(who.red[at]) if red)
        objected = seat in page.text[at].objectors
        mandate = say("delegation-mandate", id=issue.id, title=issue.title, low=low, high=high, objected=objected)
        lines.append(Said(mandate))
        if reds:
            lines.append(Said("  " + say("delegation-red-line", levels=reds), "bad"))
    if who.principal:
        lines.append(Said(say("papers-principal", who=who.name)))
    for right in who.rights:
        named = {"issue": sheet.issues[right.issue].id, "level": right.from_level}
        lines.append(Said(say("delegation-right", **named, reason=right.reason, clause=right.clause)))
    return f"{who.id} {who.name}", tuple(lines)
