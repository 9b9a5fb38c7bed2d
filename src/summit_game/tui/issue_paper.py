"""One issue to read: its question, every level with its text, what each is worth to you, mandates, who said what."""

from __future__ import annotations

from summit_game.engine.board import BRACKETS, Board
from summit_game.engine.view import View
from summit_game.tui.reader import Paragraph
from summit_game.words.names import Words


def issue_paper(words: Words, board: Board, issue: int, hidden: bool = False) -> tuple[str, list[Paragraph]]:
    """Title and paragraphs; `hidden` leaves out what a level is worth to the reader."""
    spec, deck = words.setting.issues[issue], words.deck.issues[issue]
    now = board.text[issue]
    lines: list[Paragraph] = [(deck.question, "bold")]
    if spec.core:
        lines.append(("A core issue: a treaty needs at least one of them.", "$dim"))
    state = "in brackets: nothing is agreed, it counts as level 0" if now == BRACKETS else f"agreed at level {now}"
    lines += [f"Now {state}.", ""]
    for level, each in enumerate(deck.levels):
        worth = ""
        if isinstance(board, View) and not hidden:
            worth = f"  worth {board.held.brief.values[issue][level]} to you"
        here = " (now)" if level == max(0, now) else ""
        lines.append((f"Level {level}: {each.title}{here}{worth}", "bold $accent"))
        lines.append(f"  {each.text}")
        lines.append((f"  Source: {each.source}{' (invented)' if each.invented else ''}", "$dim"))
        reds = [who.id for who in words.setting.seat_specs if who.red[issue][level]]
        outs = [who.id for who in words.setting.seat_specs if who.out[issue][level] and who.id not in reds]
        if reds:
            lines.append((f"  Red line of {', '.join(reds)}.", "$bad"))
        if outs:
            lines.append((f"  Outside the mandate of {', '.join(outs)}.", "$warn"))
    lines += ["", ("Who said what", "bold")]
    for said in deck.history:
        lines.append(f"  {said.who}, {said.when}: {said.text}")
    lines += ["", ("Whose objection alone blocks", "bold")]
    for who in words.setting.seat_specs:
        if who.principal:
            lines.append(f"  {who.name}: every package, as a principal (R4.2).")
        for right in who.rights:
            if right.issue == issue:
                lines.append(f"  {who.name}, from level {right.from_level}: {right.reason} ({right.clause})")
    return f"{spec.id} {spec.title}", lines
