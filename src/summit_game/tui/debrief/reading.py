"""A debrief with words for its numbers: names of delegations, levels of issues, what changed from moment to moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summit_game.debrief.model import ARCHIVE, PUBLIC, Debrief, Moment, VoteRow
from summit_game.engine.board import BRACKETS
from summit_game.words.names import listed

TABLE = "The table"
"""Who acts where no delegation does."""


class Reading:
    """A debrief and what its numbers are called."""

    def __init__(self, debrief: Debrief) -> None:
        self.debrief = debrief

    @property
    def public(self) -> bool:
        """Whether only what everybody saw is in it."""
        return self.debrief.shown == PUBLIC

    @property
    def open(self) -> bool:
        """Whether the archive is open."""
        return self.debrief.shown == ARCHIVE

    @property
    def note(self) -> str:
        """What a reader should know first; which key opens the archive is said by the screen."""
        return self.debrief.note.partition("The archive is closed")[0].strip()

    def seat(self, seat: int) -> str:
        """The name of a delegation."""
        return self.debrief.seats[seat] if seat >= 0 else TABLE

    def short(self, seat: int) -> str:
        """The id of a delegation."""
        return self.debrief.seat_ids[seat] if seat >= 0 else TABLE

    def who(self, seats: Iterable[int]) -> str:
        """Delegations, listed by name."""
        return listed(map(self.seat, seats))

    def label(self, issue: int, level: int) -> str:
        """A level with its title."""
        if level == BRACKETS:
            return "in brackets"
        titles = self.debrief.level_titles[issue]
        return f"level {level}, {titles[level]}" if level < len(titles) else f"level {level}"

    def issue(self, issue: int) -> str:
        """An issue's title and id."""
        return f"{self.debrief.issues[issue]} ({self.debrief.issue_ids[issue]})"

    def step(self, issue: int, before: int, after: int) -> str:
        """An issue that moved."""
        return f"{self.debrief.issue_ids[issue]} from {self.label(issue, before)} to {self.label(issue, after)}"

    def before(self, at: int) -> Moment | None:
        """The moment before one, if there is any."""
        return self.debrief.moments[at - 1] if at > 0 else None

    @property
    def signing(self) -> VoteRow | None:
        """The last time that the text was put to the question."""
        return next((each for each in reversed(self.debrief.votes) if not each.changes), None)

    def round_ends(self) -> list[tuple[int, Moment]]:
        """Each round with the last moment in it."""
        last = {each.round: each for each in self.debrief.moments if each.round > 0}
        return sorted(last.items())

    def ending(self) -> str:
        """How it came out, in a few words."""
        it = self.debrief
        if it.ending < 0:
            return f"round {max(1, it.last_round)} of {it.rounds}, not over"
        return it.endings[it.ending]


def gains(reading: Reading, points: Sequence[int]) -> str:
    """Points with their sign for each delegation that they are not nothing to: `RU +10, US -2`."""
    told = [f"{reading.short(seat)} {each:+d}" for seat, each in enumerate(points) if each]
    return ", ".join(told) or "nothing to anybody"
