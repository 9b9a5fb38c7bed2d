"""Lessons: a guided game as data. Any deck folder with a `lesson.toml` can be learnt from.

The file's own comment describes the format. Here it is read, checked against its deck, and made into a game.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import game_of, playable
from summit_game.deck.faults import DeckError
from summit_game.deck.library import installed
from summit_game.deck.models import Deck
from summit_game.engine.actions import Action
from summit_game.engine.board import PHASES
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.setting import Game, Setting
from summit_game.files.reading import is_regular, reason, toml
from summit_game.language.catalogue import PSEUDO, chosen_language, pseudo, say
from summit_game.seat.page import SeatPage
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.history import History
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.tui.game_setup import usual_seats

FILE = "lesson.toml"
LARGEST = 200_000
"""Bytes a lesson may have."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
_Read = AfterValidator(lambda text: pseudo(text) if chosen_language() == PSEUDO else text)
"""What people read is made strange in the pseudo-language, as texts of decks are."""
Title = Annotated[Name, _Read]
Said = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True), _Read]
Written = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]


class LessonError(Exception):
    """A lesson that cannot be given; the message is one sentence with file and key."""

    def __init__(self, file: Path, what: str, **values: object) -> None:
        super().__init__(say(f"learn-fault-{what}", file=file, **values))


class Part(BaseModel):
    """Frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Head(Part):
    """Which game is begun, and who learns."""

    format: Literal[1]
    id: Name
    title: Title
    minutes: int = Field(ge=1, le=120)
    deck: Name
    variant: Name | None = None
    seats: int = Field(ge=2, le=8)
    seed: int = Field(ge=0)
    learner: Name

    @property
    def options(self) -> TableOptions:
        """The table of the lesson."""
        return TableOptions(self.seats, (self.variant,) if self.variant else ())


class When(Part):
    """Where the game is when a step is shown."""

    round: int = Field(ge=1)
    phase: Name
    asked: Literal["action", "vote", "order"]


class Step(Part):
    """One decision of the learner, and what the others do after it."""

    id: Title
    when: When
    say: Said
    suggested: Written = Field(alias="try")
    done: Said
    other: Said
    partner: tuple[Written, ...] = ()
    after: Said | None = None
    clause: Name | None = None


class Closing(Part):
    """Pages at the end."""

    say: tuple[Said, ...]


class Ending(Part):
    """One of the four endings, explained."""

    kind: Name
    title: Title
    say: Said


class Lesson(Part):
    """A whole lesson."""

    lesson: Head
    intro: tuple[Said, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1, max_length=60)
    closing: Closing
    endings: tuple[Ending, ...] = Field(max_length=8)


@dataclass(frozen=True)
class ReadyLesson:
    """A lesson with its deck and its game, ready to be given."""

    folder: Path
    lesson: Lesson
    deck: Deck
    game: Game
    learner: int

    def begin(self) -> Sitting:
        """The game of the lesson, dealt. It is kept in memory only: it can be begun anew at any time.

        The others' seats have a bot, which plays only if the lesson loses its place.
        """
        setting = self.game.setting
        sitters = {seat: Sitter() if seat == self.learner else Sitter(bot="simple") for seat in setting.seats}
        table = Table(self.game, self.lesson.lesson.seed, sitters=sitters, history=History())
        table.adviser = False  # The lesson says itself what to look at and what to try.
        table.start()
        return Sitting(self.lesson.lesson.id, self.deck, table)

    def real_game(self, seed: int) -> Sitting:
        """A game of one's own at the same table, against a bot and with other cards. It is saved like any other.

        Raises `DeckError`, `SetupError` or `OSError`.
        """
        setting = self.game.setting
        bots = {at: seat.sitter() for at, seat in enumerate(usual_seats(len(setting.seats) + 1)[1:])}
        return new_sitting(self.folder, self.lesson.lesson.options, seed, {**bots, self.learner: Sitter()})

    def suggested(self, step: int) -> str:
        """The action that a step suggests, in its written form."""
        return action_text(self.game.setting, parse_action(self.game.setting, self.lesson.steps[step].suggested))

    def partner(self, step: int) -> tuple[Action, ...]:
        """What the others do after a step, in order."""
        return tuple(parse_action(self.game.setting, text) for text in self.lesson.steps[step].partner)


def fits_place(when: When, page: SeatPage) -> bool:
    """Whether the game is where a step is meant to be shown."""
    asked = {"vote": "vote", "signing": "vote", "final": "vote", "posture": "order"}.get(page.phase, "action")
    return (page.round, page.phase, asked) == (when.round, when.phase, when.asked)


def lessons() -> dict[str, Path]:
    """Id of a deck -> its folder, for every deck in the library with a lesson."""
    return {name: path for name, (path, _) in installed().items() if is_regular(path / FILE)}


def course(folder: Path) -> ReadyLesson:
    """Read the lesson of a deck folder and make its game. Raises `LessonError`.

    In another language the lesson is `lesson.xx.toml` beside it, if there is one.
    """
    path = folder / f"lesson.{chosen_language()}.toml"
    path = path if is_regular(path) else folder / FILE
    lesson = read_lesson(path)
    head = lesson.lesson
    try:
        deck = playable(folder).deck
    except DeckError as error:
        raise LessonError(path, "deck", why=str(error.faults[0])) from error
    if head.deck != deck.deck.id:
        raise LessonError(path, "other-deck", named=repr(head.deck), here=repr(deck.deck.id))
    try:
        game = game_of(deck, head.options)
    except SetupError as error:
        raise LessonError(path, "setup", why=str(error)) from error
    setting = game.setting
    if head.learner not in setting.seat_ids:
        raise LessonError(path, "learner", named=repr(head.learner), seated=", ".join(setting.seat_ids))
    _check_actions(path, lesson, setting)
    return ReadyLesson(folder, lesson, deck, game, setting.seat_ids.index(head.learner))


def _check_actions(path: Path, lesson: Lesson, setting: Setting) -> None:
    for at, step in enumerate(lesson.steps, start=1):
        if step.when.phase not in PHASES:
            raise LessonError(path, "phase", step=at, named=repr(step.when.phase), phases=", ".join(PHASES))
        written = [("try", step.suggested), *((f"partner {n}", text) for n, text in enumerate(step.partner, start=1))]
        for key, text in written:
            try:
                parse_action(setting, text)
            except ActionError as error:
                raise LessonError(path, "action", key=f"steps {at}.{key}", text=repr(text), why=str(error)) from error


def read_lesson(path: Path) -> Lesson:
    """Read and check a lesson file by itself. Raises `LessonError`."""
    try:
        written = toml(path, LARGEST)
    except OSError as error:
        raise LessonError(path, "unreadable", why=reason(error)) from error
    try:
        return Lesson.model_validate(written)
    except ValidationError as error:
        raise LessonError(path, "key", why=_first(error)) from None


def _first(error: ValidationError) -> str:
    """The first fault of a validation, with its key: `steps 3.try: Field required`."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[0]
    key = ""
    for part in found["loc"]:
        key += f" {part + 1}" if isinstance(part, int) else f".{part}" if key else str(part)
    return f"{key}: {found['msg']}"
