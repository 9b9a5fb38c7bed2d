"""Page 4, below: what happened at a moment, what it did to the draft, and what that was worth to each."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from summit_game.debrief.forms.blocks import Grid, head
from summit_game.debrief.forms.sections import happened
from summit_game.debrief.forms.sections_lead import turned
from summit_game.debrief.model import Debrief, Moment
from summit_game.language.catalogue import say
from summit_game.tui.cells import row
from summit_game.tui.debrief.blocks import block_lines, texts
from summit_game.tui.debrief.panes import DebriefPane, beside
from summit_game.words.names import capital, signed

COLUMNS = 100
"""Cells from which the lines stand in two columns."""


class MomentPane(DebriefPane):
    """One moment: who did what, what was told, and before -> after for everything that changed."""

    NAME, HELP_LINES = "debrief_screen-moment", ("debrief_screen-help-moment", "debrief_screen-help-letters")

    at = 0

    def step(self, at: int) -> None:
        """Look at another moment."""
        self.at = at
        self.rewrite()
        self.scroll_to(y=0, animate=False)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if not debrief.moments:
            return texts(say("debrief_screen-nothing-yet"), width, "$dim")
        now, before = debrief.moments[self.at], debrief.moments[max(0, self.at - 1)]
        worth, draft, around = _worth(debrief, now, before), _draft(debrief, now, before), _around(debrief, now, before)
        if width < COLUMNS:
            told = [block_lines(each, width) for each in (*worth, draft, around)]
            return _apart([self._happened(debrief, now, width), *told])
        half = (width - 3) // 2
        left = [self._happened(debrief, now, half), block_lines(draft, half)]
        other = [block_lines(each, width - half - 3) for each in (*worth, around)]
        return beside(_apart(left), _apart(other), half)

    def _happened(self, debrief: Debrief, now: Moment, width: int) -> list[Content]:
        phase = say("screen-phase", phase=now.phase)
        lines = texts(say("debrief_screen-where", round=now.round, phase=phase), width, "bold $accent")
        for sentence in happened(debrief, now):
            lines += texts(capital(sentence), width, "" if len(lines) > 1 else "bold")
        for point in debrief.turning:
            if point.moment == self.at:
                lines += texts(f"* {turned(debrief, point)}", width, "bold", "  ")
        return lines


def _apart(parts: Iterable[list[Content]]) -> list[Content]:
    """The parts with an empty line between them."""
    return [line for part in parts for line in (row(""), *part)][1:]


def _changed(name: str, was: int, now: int) -> tuple[str, ...]:
    return name, str(was), str(now), signed(now - was) if now != was else ""


def _worth(debrief: Debrief, now: Moment, before: Moment) -> list[Grid]:
    """What the draft was worth to each; nothing if that is not known."""
    rows = tuple(
        (*_changed(debrief.seats[seat], before.values[seat], worth), str(now.walk_away[seat]))
        for seat, worth in enumerate(now.values)
    )
    return [Grid(say("debrief_screen-worth"), head("delegation before after change no-deal"), rows)] if rows else []


def _draft(debrief: Debrief, now: Moment, before: Moment) -> Grid:
    rows = tuple(
        (title, debrief.cell(issue, level), debrief.cell(issue, was) if level != was else "")
        for issue, (title, level, was) in enumerate(zip(debrief.issues, now.text, before.text, strict=True))
    )
    return Grid(say("debrief_screen-draft"), head("issue level before"), rows)


def _around(debrief: Debrief, now: Moment, before: Moment) -> Grid:
    support = [say("debrief-support", who=each) for each in debrief.seats]
    names = (*debrief.track_names, *debrief.endings, *support)
    then, after = ((*each.tracks, *each.fits, *each.support) for each in (before, now))
    rows = tuple(map(_changed, names, then, after))
    return Grid(say("debrief_screen-around"), head("what before after change"), rows)
