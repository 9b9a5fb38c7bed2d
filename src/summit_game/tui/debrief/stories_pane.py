"""Page 6: what really happened, issue by issue, beside what this table agreed."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import Debrief, IssueStory
from summit_game.tui.cells import row
from summit_game.tui.debrief.panes import COLUMNS, DebriefPane, beside, texts


class StoriesPane(DebriefPane):
    """For each issue the table's level, and what was really said, by whom, when, from which source."""

    NAME = "What really happened"
    HELP_LINES = ("Beside what this table agreed stands what was really said, with date and source.",)

    @property
    def title(self) -> str:
        return "What really happened, issue by issue"

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if not debrief.stories:
            return texts("This deck tells nothing about what really happened.", width, "$dim")
        lines: list[Content] = []
        for story in debrief.stories:
            lines += [row("")] if lines else []
            lines += texts(debrief.issue(story.issue), width, "bold $accent")
            if width >= COLUMNS:
                half = (width - 3) // 2
                lines += beside(_table(debrief, story, half), _real(story, width - half - 3), half)
            else:
                lines += [*_table(debrief, story, width), *_real(story, width)]
        return lines


def _table(debrief: Debrief, story: IssueStory, width: int) -> list[Content]:
    lines = texts(f"This table: {debrief.label(story.issue, story.level)}", width, "bold")
    lines += texts(story.level_text, width) if story.level_text else []
    if story.invented:
        lines += texts("Invented for this game.", width, "$dim")
    elif story.level_source:
        lines += texts(f"After: {story.level_source}", width, "$dim", "  ")
    return lines


def _real(story: IssueStory, width: int) -> list[Content]:
    lines = texts("What was really said:", width, "bold")
    if not story.said:
        lines += texts("The deck tells nothing.", width, "$dim")
    for each in story.said:
        head = ", ".join(part for part in (each.who, each.when) if part)
        lines += texts(f"  {head}: {each.text}" if head else f"  {each.text}", width, "", "  ")
        lines += texts(f"  Source: {each.source}", width, "$dim", "  ") if each.source else []
    return lines
