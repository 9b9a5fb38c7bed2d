"""One issue to read: its question, every level with its text, what each is worth to you, mandates, who said what."""

from __future__ import annotations

from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.seat.question import Lines, Said
from summit_game.seat.sheet import GameSheet


def issue_paper(sheet: GameSheet, page: SeatPage, at: int, hidden: bool = False) -> tuple[str, Lines]:
    """Title and lines of the issue with this number; `hidden` leaves out what a level is worth to the reader."""
    issue, now = sheet.issues[at], page.text[at]
    lines = [Said(issue.question, "strong")]
    if issue.core:
        lines.append(Said(say("issue-core"), "dim"))
    lines += [Said(say("issue-agreed", level=now.level) if now.agreed else say("issue-brackets")), Said("")]
    for level, each in enumerate(issue.levels):
        here = {"level": level, "title": each.title, "now": level == now.level}
        worth = say("issue-worth", points=page.own.values[at][level]) if page.own is not None and not hidden else ""
        lines.append(Said(say("issue-level", **here) + (f"  {worth}" if worth else ""), "strong accent"))
        lines.append(Said(f"  {each.text}"))
        lines.append(Said("  " + say("papers-source", source=each.source, invented=each.invented), "dim"))
        reds = [who.id for who in sheet.delegations if who.red[at][level]]
        outs = [who.id for who in sheet.delegations if who.out[at][level] and who.id not in reds]
        if reds:
            lines.append(Said("  " + say("issue-red-line", who=", ".join(reds)), "bad"))
        if outs:
            lines.append(Said("  " + say("issue-mandate", who=", ".join(outs)), "warn"))
    for wish in now.named:
        wishes = {"who": sheet.delegations[wish.seat].name, "level": wish.level, "round": wish.round}
        lines.append(Said(say("issue-named", **wishes), "accent"))
    lines += [Said(""), Said(say("issue-history"), "strong")]
    lines += [Said("  " + say("issue-said", who=said.who, when=said.when, text=said.text)) for said in issue.history]
    lines += [Said(""), Said(say("issue-blocks"), "strong")]
    for who in sheet.delegations:
        if who.principal:
            lines.append(Said("  " + say("papers-principal", who=who.name)))
        for right in who.rights:
            if right.issue == at:
                named = {"who": who.name, "level": right.from_level, "reason": right.reason, "clause": right.clause}
                lines.append(Said("  " + say("issue-right", **named)))
    return f"{issue.id} {issue.title}", tuple(lines)
