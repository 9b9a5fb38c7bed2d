"""Page 7: questions for the room, each with the facts of this game that it comes from."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import Debrief
from summit_game.tui.cells import row
from summit_game.tui.debrief.panes import PlacesPane, texts


class QuestionsPane(PlacesPane):
    """What the facilitator says first, then the questions. Enter on one shows the moment it comes from."""

    NAME = "Questions"
    HELP_LINES = ("Leave the roles first. ↓ goes from question to question, Enter to the moment that one comes from.",)

    @property
    def title(self) -> str:
        return "Questions for the room"

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        lines: list[Content] = []
        if debrief.out_of_role:
            lines += texts("First: out of the roles", width, "bold $accent")
            for paragraph in debrief.out_of_role.splitlines():
                lines += texts(paragraph, width)
        for number, question in enumerate(debrief.questions, 1):
            lines.append(row(""))
            told = texts(f"  {number}. {question.text}", width, "bold", "     ")
            for fact in question.facts:
                told += texts(f"     – {fact}", width, "", "       ")
            if question.moments:
                at = question.moments[0]
                told += texts(f"     Enter: {debrief.at(at)}", width, "$dim", "    ")
            lines += self.place(question.moments[0] if question.moments else -1, told, lines)
        if not debrief.questions:
            lines += [row(""), *texts("There are no questions about this game yet.", width, "$dim")]
        return lines
