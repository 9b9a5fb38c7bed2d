"""One decision of one person in plain text: the questions on the way to an action, spoken with numbers."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.engine.notation import ActionError
from summit_game.seat.ask import SURE
from summit_game.seat.issue import issue_paper
from summit_game.seat.port import Port
from summit_game.seat.question import Question, Row
from summit_game.words.catalogue import say
from summit_game.words.names import capital


class Decision:
    """The questions that lead to the action of one seat. `write` writes lines."""

    def __init__(self, port: Port, write: Callable[..., None]) -> None:
        self.port = port
        self.write = write
        self.asked = port.asked()
        self.path = [port.question()]

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self.path[-1]

    def show(self) -> None:
        """Write the question: what it is about, then a numbered line for each row."""
        question = self.question
        self.write(question.text, *(f"  {line.text}" for line in question.lines))
        for number, row in enumerate(question.rows, 1):
            key = "plain-choice-not-now" if row.refusal else "plain-choice"
            mark = f"{row.mark.strip()} " if row.mark.strip() else ""
            self.write(say(key, number=number, choice=f"{mark}{row.label}"))
        if len(self.path) > 1:
            self.write(say("plain-number-or-back"))

    def row(self, line: str) -> Row | None:
        """The row that a line means: by its number, or by its word."""
        rows = self.question.rows
        if line.isascii() and line.isdigit() and len(line) < 6 and 1 <= int(line) <= len(rows):
            return rows[int(line) - 1]
        return next((row for row in rows if row.word and row.word.lower() == line.lower()), None)

    def follow(self, row: Row) -> None:
        """Ask the question that a row leads to."""
        assert row.draft is not None
        question = self.port.question(row.draft)
        if row.stays:
            self.path[-1] = question
        else:
            self.path.append(question)

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
                self.path.append(self.port.question(line))
            except ActionError:
                self.write(f"{capital(str(error))}.")
            else:
                self.show()
        return None

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

    def issue(self, name: str) -> None:
        """One issue with all its levels, who said what, mandates, and whose objection alone blocks."""
        sheet = self.port.sheet
        ids = [issue.id.lower() for issue in sheet.issues]
        if name.lower() in ids:
            title, lines = issue_paper(sheet, self.port.page(), ids.index(name.lower()))
            self.write(title, *(text for text, _ in lines))
        else:
            self.write(say("plain-no-issue", ids=", ".join(issue.id for issue in sheet.issues)))

    def _meant(self, line: str, help_key: str) -> Row | None:
        """The row of a choice or of a written action; None after saying that there is none."""
        row = self.row(line)
        if row is None and line and not line.isdigit():
            try:
                return self.port.question(SURE + line).rows[0]
            except ActionError as error:
                self.write(f"{capital(str(error))}.")
                return None
        if row is None:
            self.write(say(help_key, count=len(self.question.rows)))
        return row
