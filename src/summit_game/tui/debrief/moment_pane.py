"""Page 4, below: what happened at a moment, what it did to the draft, and what that was worth to each."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import ARCHIVE, Debrief, Moment
from summit_game.tui.cells import Part, fit, right, row
from summit_game.tui.debrief.panes import COLUMNS, DebriefPane, beside, heading, texts
from summit_game.tui.debrief.timeline_pane import LETTER_LINES
from summit_game.words.names import capital


class MomentPane(DebriefPane):
    """One moment: who did what, what was told, and before -> after for everything that changed."""

    NAME = "At this moment"
    HELP_LINES = (
        "What was done and said, then the draft with what changed in it, what it was worth to each delegation by its",
        "brief, the tracks, and how each ending would have fitted. With the archive open, also what was hidden.",
        "← and → step, , and . go from round to round, t to the next turning point.",
        *LETTER_LINES,
    )

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual calls it so)
        super().__init__(id=id)
        self.at = 0

    @property
    def title(self) -> str:
        return self.NAME

    def step(self, at: int) -> None:
        """Look at another moment."""
        self.at = at
        self.rewrite()
        self.scroll_to(y=0, animate=False)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if not debrief.moments:
            return texts("Nothing has happened yet.", width, "$dim")
        now, before = debrief.moments[self.at], debrief.moments[self.at - 1] if self.at > 0 else None
        if width < COLUMNS:
            return [
                *self._happened(debrief, now, width),
                *self._worth(debrief, now, before, width),
                *self._draft(debrief, now, before, width),
                *self._around(debrief, now, before, width),
            ]
        half = (width - 3) // 2
        left = [*self._happened(debrief, now, half), *self._draft(debrief, now, before, half)]
        other = width - half - 3
        right_side = [*self._worth(debrief, now, before, other), *self._around(debrief, now, before, other)]
        while right_side and not right_side[0].plain.strip():
            right_side.pop(0)
        return beside(left, right_side, half)

    def _happened(self, debrief: Debrief, now: Moment, width: int) -> list[Content]:
        where = f"Round {now.round}, {now.phase}: " if now.round else ""
        lines = texts(capital(f"{where}{debrief.seat(now.seat)}"), width, "bold $accent")
        action = now.action or ("" if now.kind == "deal" else "What was done stays private.")
        if action:
            lines += texts(capital(action), width, "bold" if now.action else "$dim")
        for sentence in now.said:
            if now.action and sentence == f"{debrief.seat(now.seat)}: {now.action}.":
                continue
            lines += texts(sentence, width)
        if debrief.shown == ARCHIVE:
            for sentence in now.hidden:
                lines += texts(f"PRIVATE  {sentence}", width, "$warn", "         ")
        for point in debrief.turning:
            if point.moment == self.at:
                name = debrief.endings[point.ending]
                told = f"* Turning point: {name} {point.before} → {point.after}. {point.words}"
                lines += texts(told, width, "bold", "  ")
        return lines

    def _worth(self, debrief: Debrief, now: Moment, before: Moment | None, width: int) -> list[Content]:
        if not now.values:
            return []
        lines = heading("What the draft was worth to each (points)", width)
        column = max(8, min(26, width - 34))
        lines.append(row((f"{fit('', column)}before  after  change  no deal", "bold $dim")))
        for seat, worth in enumerate(now.values):
            was = before.values[seat] if before is not None and before.values else worth
            change = worth - was
            style = "$good" if change > 0 else "$bad" if change < 0 else "$dim"
            away = str(now.walk_away[seat]) if now.walk_away else "-"
            lines.append(
                row(
                    (fit(debrief.seat(seat), column), "bold"),
                    right(str(was), 6),
                    (right(str(worth), 7), "bold"),
                    (right(f"{change:+d}" if change else "=", 8), style),
                    right(away, 9),
                )
            )
        return lines

    def _draft(self, debrief: Debrief, now: Moment, before: Moment | None, width: int) -> list[Content]:
        lines = heading("The draft then (> what changed)", width)
        column = max(len(each) for each in debrief.issue_ids) + 1
        for issue, level in enumerate(now.text):
            was = before.text[issue] if before is not None else level
            name = fit(debrief.issue_ids[issue], column)
            told = debrief.label(issue, level)
            if level != was:
                told = f"{told} (was {debrief.label(issue, was)})"
            style = "bold" if level != was else ""
            lines += texts(f"{'> ' if level != was else '  '}{name}{told}", width, style, " " * (column + 2))
        return lines

    def _around(self, debrief: Debrief, now: Moment, before: Moment | None, width: int) -> list[Content]:
        then = before or now
        lines = heading("Tracks, and how each ending would have fitted", width)
        pairs = [*zip(debrief.track_names, then.tracks, now.tracks, strict=True)]
        pairs += [*zip(debrief.endings, then.fits, now.fits, strict=True)]
        if now.support:
            known = then.support or now.support
            pairs += [(f"Support, {debrief.seat_ids[at]}", known[at], each) for at, each in enumerate(now.support)]
        wide = width >= 68
        column = (width - 2) // 2 if wide else width
        told = [self._pair(name, was, now_, column) for name, was, now_ in pairs]
        if not wide:
            return lines + [row(*each) for each in told]
        half = (len(told) + 1) // 2
        for at in range(half):
            rest = told[half + at] if half + at < len(told) else []
            lines.append(row(*told[at], "  ", *rest))
        return lines

    @staticmethod
    def _pair(name: str, was: int, now: int, width: int) -> list[Part]:
        numbers = f"{was} → {now}" if was != now else str(now)
        style = "bold" if was != now else ""
        label = max(8, min(27, width - 10))
        return [(fit(name, label), style), (fit(numbers, width - label), style)]
