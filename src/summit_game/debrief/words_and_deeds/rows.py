"""What a debrief says about talk, as plain data. Seats are numbers of the game's setting, -1 for all of them."""

from __future__ import annotations

from dataclasses import dataclass

TRUE, SHADED, DECLINED, NOT_JUDGED = "true", "shaded", "declined", "not-judged"
"""What an answer was, by the brief or the vote of whoever gave it."""
KEPT, BROKEN, WITHDRAWN, OPEN = "kept", "broken", "withdrawn", "open"
"""How the word of a party to an understanding stands at the end."""
HEEDED, CARRIED_OUT, EMPTY, NO_OCCASION = "heeded", "carried-out", "empty", "no-occasion"
"""What became of a warning, besides `WITHDRAWN` and `OPEN`: what it warned of was not done; it was done, and the warner
did what it had said, did not, or had no occasion to."""
BOTH_KEPT, ACCUSED, WITHOUT_LEVEL = "both-kept", "accused", "without-level"
"""What all see of words (R19.9, R19.10, R19.13)."""


@dataclass(frozen=True)
class PairRow:
    """What one delegation said to another, and what became of its word to it.

    `sent` counts messages. `asked`: questions and soundings; `told`: claims, and answers to them that say something;
    `agreed`: understandings between the two, whoever offered; `kept` and `broken`: its acts in understandings, and of
    `broken` also a yes to a sounding. All of these are None if only the two heard it and the archive is closed.
    `both_kept` and `accused` all have seen: understandings that both kept, and words of `seat` that `to` showed to be
    broken.
    """

    seat: int
    to: int
    sent: int
    asked: int | None
    told: int | None
    offered: int | None
    agreed: int | None
    kept: int | None
    broken: int | None
    both_kept: int
    accused: int


@dataclass(frozen=True)
class Understanding:
    """What two agreed (R19.8), `seat` having offered it. `stands`: how the word of each stands.

    `give_points` and `get_points`: what the act of `seat` and that of `to` are worth to the two, by their briefs, from
    the text as it stood when they agreed; None for an act outside the text, and while the archive is closed. `points`:
    both acts together; one change that one tables and the other lets pass counts once.
    """

    moment: int
    round: int
    seat: int
    to: int
    give: str
    get: str
    stands: tuple[str, str]
    give_points: tuple[int, int] | None
    get_points: tuple[int, int] | None
    points: tuple[int, int] | None


@dataclass(frozen=True)
class AnswerRow:
    """What `seat` answered to a question of `to`, and what that was (empty while the archive is closed)."""

    moment: int
    round: int
    seat: int
    to: int
    question: str
    answer: str
    mark: str


@dataclass(frozen=True)
class WarningRow:
    """What `seat` warned `to` of, and what became of it."""

    moment: int
    round: int
    seat: int
    to: int
    words: str
    outcome: str


@dataclass(frozen=True)
class SeenRow:
    """Something about words that all saw; of an accusation by `to`, what had been said."""

    moment: int
    round: int
    kind: str
    seat: int
    to: int
    words: str


@dataclass(frozen=True)
class WordsAndDeeds:
    """All of it. `heard`: what was said is told, since the archive is open or all heard it; if not, answers,
    understandings and warnings are empty and pairs tell only that messages went."""

    heard: bool
    messages: int
    pairs: tuple[PairRow, ...]
    understandings: tuple[Understanding, ...]
    answers: tuple[AnswerRow, ...]
    warnings: tuple[WarningRow, ...]
    seen: tuple[SeenRow, ...]
