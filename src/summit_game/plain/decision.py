"""One decision of one person in plain text: the questions on the way to an action, spoken with numbers."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.engine.notation import ActionError
from summit_game.language.catalogue import say
from summit_game.seat.ask import SURE
from summit_game.seat.delegation import delegation_paper
from summit_game.seat.issue import issue_paper
from summit_game.seat.page import SeatPage
from summit_game.seat.port import Port, Turned
from summit_game.seat.question import Lines, Question, Row
from summit_game.seat.sheet import GameSheet
from summit_game.words.names import capital

FOLDED = 4
"""From so many choices that cannot be made, they stand in one line."""


class Decision:
    """The questions that lead to the action of one seat. `write` writes lines."""

    def __init__(self, port: Port, write: Callable[..., None]) -> None:
        self.port = port
        self.write = write
        self.asked = port.asked()
        self.path = [port.question()]

    @property
    def lookups(self) -> dict[str, Callable[[str], None]]:
        """Words that look something up about this decision, with what stands after them."""
        return {
            "why": self.why,
            "what": self.what,
            "issue": self.issue,
            "issues": self.issue,
            "delegation": self.delegation,
            "delegations": self.delegations,
        }

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self.path[-1]

    def show(self, before: Question | None = None) -> None:
        """Write the question: what it is about, then a numbered line for each row.

        With `before`, the question whose place it takes, only what choosing has changed, and the last row.
        """
        question = self.question
        open_rows = [row for row in question.rows if row.changes and not row.refusal]
        same = len(open_rows) > 1 and len({row.changes for row in open_rows}) == 1
        common = (line for line in open_rows[0].lines if all(line in row.lines for row in open_rows)) if same else ()
        folded = not before and sum(bool(row.refusal) for row in question.rows) >= FOLDED
        if not before:
            deep = len(self.path) > 2
            self.write(say("plain-so-far", text=question.text, draft=question.draft) if deep else question.text)
        self.write(*(f"  {line.text}" for line in question.lines or common if "dim" not in line.tone))
        if folded:
            refused = [(number, row.label) for number, row in enumerate(question.rows, 1) if row.refusal]
            choices = ", ".join(say("plain-numbered", number=number, choice=label) for number, label in refused)
            self.write(say("plain-choices-not-now", choices=choices, example=refused[0][0]))
        for number, row in enumerate(question.rows, 1):
            if before and row is not question.rows[-1] and _spoken(row) == _spoken(before.rows[number - 1]):
                continue
            if folded and row.refusal:
                continue
            key = "plain-choice-not-now" if row.refusal else "plain-choice"
            choice = _spoken(row)[0]
            if row in open_rows and row.lines and not question.lines and not same:
                choice = say("plain-choice-worth", choice=choice, worth=row.lines[0].text)
            self.write(say(key, number=number, choice=choice))
        if len(self.path) == 2 and not before:  # further on it is known
            self.write(say("plain-number-or-back"))

    def row(self, line: str) -> Row | None:
        """The row that a line means: by its number, or by its word."""
        rows = self.question.rows
        if line.isdecimal() and len(line) < 6 and 1 <= int(line) <= len(rows):
            return rows[int(line) - 1]
        return next((row for row in rows if row.word and row.word.lower() == line.lower()), None)

    def follow(self, row: Row) -> None:
        """Ask the question that a row leads to."""
        assert row.draft is not None
        before = self.path.pop() if row.stays else None
        self.path.append(self.port.question(row.draft))
        self.show(before)

    def back(self) -> bool:
        """Ask the question before this one again; False if there is none."""
        if len(self.path) == 1:
            return False
        self.path.pop()
        return True

    # --- what is written out ----------------------------------------------------------------------------------

    def written(self, line: str) -> Row | None:
        """The row of an action in its written form; None after saying what is wrong, or asking what is missing."""
        try:
            return self.port.question(SURE + line).rows[0]
        except ActionError as error:
            try:
                question = self.port.question(line)
            except ActionError:
                self.write(f"{capital(str(error))}.")
                return None
            if not question.rows:
                self.write(f"{capital(str(error))}.")
                return None
        begun = (row.draft for row in self.path[0].rows if row.draft)
        if any(map(question.draft.startswith, begun)) or any(row.action for row in question.rows):
            self.path.append(question)
            self.show()
            return None
        return next(row for row in question.rows if row.refusal)

    def why(self, line: str) -> None:
        """Why a choice or a written action is refused."""
        row, rows = self._meant(line, "plain-write-why"), self.question.rows
        if row is not None:
            number = rows.index(row) + 1 if row in rows else 0
            self.write(row.refusal or say("plain-choice-allowed" if number else "plain-allowed", number=number))

    def what(self, line: str) -> None:
        """What a choice or a written action would mean."""
        row = self._meant(line, "plain-write-what")
        if row is not None:
            self.write(*(text for text, _ in row.lines or self.question.lines))

    def advised(self) -> None:
        """What the adviser would do, and why; how to do it stands below each way."""
        advice = self.port.advice()
        if isinstance(advice, Turned):
            self.write(say("plain-not-now", refusal=advice.why))
            return
        self.write(say("adviser-how"))
        for key, way in zip(("adviser-first", "adviser-second"), advice.ways, strict=False):
            self.write(say(key, label=way.label), *(f"  {line}" for line in way.lines))
            self.write(f"  {say('adviser-write', action=way.action)}")
        if advice.note:
            self.write(advice.note)

    def issue(self, name: str) -> None:
        """One issue with all its levels, who said what, mandates, and whose objection alone blocks."""
        sheet = self.port.sheet
        self._paper(issue_paper, [issue.id for issue in sheet.issues], name, "plain-no-issue")

    def delegation(self, name: str) -> None:
        """One delegation: who plays it, its mandate and red lines, and what its objection alone blocks."""
        ids = [who.id for who in self.port.sheet.delegations]
        self._paper(delegation_paper, ids, name, "plain-no-delegation")

    def delegations(self, name: str) -> None:
        """All of them, or the one that is named."""
        if name:
            self.delegation(name)
            return
        for who in self.port.sheet.delegations:
            self.delegation(who.id)

    def named(self, word: str) -> bool:
        """Describe the issue or the delegation whose id is written alone; False if there is none."""
        if word.upper() in [issue.id for issue in self.port.sheet.issues]:
            self.issue(word)
        elif word.upper() in [who.id for who in self.port.sheet.delegations]:
            self.delegation(word)
        else:
            return False
        return True

    def _paper(
        self, paper: Callable[[GameSheet, SeatPage, int], tuple[str, Lines]], ids: list[str], name: str, absent: str
    ) -> None:
        if name.upper() in ids:
            title, lines = paper(self.port.sheet, self.port.page(), ids.index(name.upper()))
            self.write(title, *(text for text, _ in lines if text))
        else:
            self.write(say(absent, ids=", ".join(ids)))

    def _meant(self, line: str, help_key: str) -> Row | None:
        """The row of a choice or of a written action; None after saying that there is none."""
        row = self.row(line)
        if row is None and line and not line.isdecimal():
            try:
                return self.port.question(SURE + line).rows[0]
            except ActionError as error:
                self.write(f"{capital(str(error))}.")
                return None
        if row is None:
            self.write(say(help_key, count=len(self.question.rows)))
        return row


def _spoken(row: Row) -> tuple[str, bool]:
    """The row as it is read, and whether it can be chosen."""
    return f"{row.mark.strip()} {row.label}".strip(), not row.refusal
