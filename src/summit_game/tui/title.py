"""The title screen: go on, play now, a new game, learn, replays, decks, settings, quit."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar, Protocol

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from summit_game import __version__
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.library import default_deck, installed
from summit_game.language.catalogue import say
from summit_game.table.class_code import LONGEST, ClassCodeError, class_code, seed_of
from summit_game.table.games_folder import GameEntry, Sitting, games, new_sitting, resume
from summit_game.table.results import results
from summit_game.table.results import told as result_lines
from summit_game.tui.cells import cut
from summit_game.tui.choices import Choice, Choices
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.game_setup import Stack, stack, stacks, usual_sitters, usual_size
from summit_game.tui.gameslist import DecksScreen, GamesScreen, told
from summit_game.tui.lesson import LessonError, ReadyLesson, course, lessons
from summit_game.tui.newgame import NewGame, Start
from summit_game.tui.preferences import Preferences
from summit_game.tui.reader import Reader
from summit_game.tui.room import Room, tried
from summit_game.tui.rooms import OFFERS
from summit_game.tui.rules_paper import rules_reader
from summit_game.tui.settings import SettingsScreen
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import Paragraph

MARK = (
    "█▀   █▀▀  █ █  █▄ ▄█  █▄ ▄█  █  ▀█▀   ▀█",
    "█    ▀▀█  █ █  █ ▀ █  █ ▀ █  █   █     █",
    "█▄   ▀▀▀  ▀▀▀  ▀   ▀  ▀   ▀  ▀   ▀    ▄█",
)
"""The name of the game between square brackets: everything at a table starts in brackets."""
CONTINUE, PLAY = "continue", "play"
NO_DECK = Stack("", Path(), problem="")


def usual_deck() -> Stack:
    """The deck that is played when nobody says otherwise, read."""
    known, name = installed(), default_deck()
    first = name if name in known else next(iter(known), None)
    return NO_DECK if first is None else stack(first, known[first][0])


def quick_game(usual: Stack, seed: int, code: str = "") -> Sitting:
    """Four delegations of the usual deck (or its own table size), the first one a person's, bots for the others.

    `code`: the class code that the seed comes from. Raises `DeckError`, `SetupError` or `OSError`.
    """
    if usual.deck is None:
        raise SetupError(usual.problem or say("title-no-decks"))
    size = usual_size(usual.deck)
    return new_sitting(usual.path, TableOptions(size), seed, usual_sitters(size), code=code)


class House(Protocol):
    """What the title leads to: the application that it is the ground floor of."""

    preferences: Preferences

    async def play(self, sitting: Sitting, words: Mapping[int, str] | None = None) -> None: ...
    async def replay(self, path: Path) -> None: ...
    async def learn(self, course: ReadyLesson) -> None: ...
    async def action_leave(self) -> None: ...


class TitleScreen(Room[None]):
    """Where everything begins, and where one comes back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(each.key, f"choose('{name}')", f"title-{name}", show=False, id=f"title.{name}")
            for name, each in OFFERS.items()
        ),
        Binding("f1,question_mark", "help", "key-help", id="title.help", key_display="?"),
    ]
    AUTO_FOCUS = "#menu"

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.usual = NO_DECK
        self.unfinished: GameEntry | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Static("", id="mark", markup=False)
            yield Static(say("title-tagline"), id="tag", markup=False)
            yield Choices(id="menu")
            yield Static("", id="foot", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.usual = usual_deck()
        self.renew(first=True)

    def on_screen_resume(self) -> None:
        if self._busy:  # on the way from one room to the next: nothing flashes up in between
            self.query_one("#page").visible = False
        else:
            self.renew()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.settle()

    def renew(self, first: bool = False) -> None:
        """Look at the disk again: there may be another game to go on with."""
        if not self.is_mounted:
            return
        self.unfinished = next((each for each in games() if each.open), None)
        menu = self.query_one(Choices)
        start = (CONTINUE if self.unfinished is not None else PLAY) if first else ""
        menu.put(self.choices(), start)
        self.settle()

    def settle(self) -> None:
        """The name large or small, with air between the lines or without, as the screen allows."""
        size = self.size
        if not self.is_mounted or not size.width:
            return
        menu = self.query_one(Choices)
        count = menu.items
        large = size.width >= 60 and size.height >= count + 11
        mark = self.query_one("#mark", Static)
        mark.update(Content("\n".join(MARK) if large else "[ S U M M I T ]"))
        mark.styles.height = 3 if large else 1
        tag, foot = self.query_one("#tag", Static), self.query_one("#foot", Static)
        tag.display = size.height >= count + 6
        foot.display = size.height >= count + 9
        menu.gap = 1 if size.height >= 2 * count + 13 else 0
        menu.styles.height = min(count + menu.gap * (count - 1), max(3, size.height - 3))
        menu.rewrite()
        foot.update(self._foot(max(1, min(size.width, 96) - 2)))

    def _foot(self, width: int) -> Content:
        deck = self.usual.deck
        if deck is None:
            return Content.styled(cut(self.usual.problem or say("title-no-decks"), width), "$warn")
        lines = (cut(deck.deck.title, width), cut(f"{deck.deck.setting}   ·   Summit {__version__}", width))
        return Content.assemble((lines[0], "$foreground"), "\n", lines[1])

    def choices(self) -> list[Choice]:
        """What can be done now."""
        notes = {CONTINUE: self._unfinished(), PLAY: self._quickly()}
        return [
            Choice(name, say(f"title-{name}"), notes[name] if name in notes else say(f"title-{name}-about"), each.key)
            for name, each in OFFERS.items()
            if name != CONTINUE or self.unfinished is not None
        ]

    def _unfinished(self) -> str:
        """The game that can be gone on with, if there is one."""
        entry = self.unfinished
        if entry is None:
            return ""
        return say("title-game-of", called=entry.name, game=told(entry)) if entry.name else told(entry)

    def _quickly(self) -> str:
        """What a game that is begun at once would be."""
        deck = self.usual.deck
        if deck is None:
            return say("title-nothing-to-play")
        size = usual_size(deck)
        names = {each.id: each.name for each in deck.delegations}
        return say("title-as-with-bots", who=names[deck.tables[size][0]], count=size - 1)

    # --- choosing --------------------------------------------------------------------------------------------

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        self.enter(event.choice.name)

    @work
    async def enter(self, name: str) -> None:
        """Go into a room and come back; one at a time, however often a key was pressed."""
        if self._busy:
            return
        self._busy = True
        try:
            await getattr(self, f"do_{name}")()
        finally:
            self._busy = False
            whole = all(self.query(name) for name in ("#page", "#mark", "#tag", "#menu", "#foot"))
            if self.app.is_running and whole:  # otherwise the program is ending
                self.query_one("#page").visible = True
                self.query_one(Choices).focus()
                self.renew()

    def action_choose(self, name: str) -> None:
        self.query_one(Choices).choose(name)

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers here."""
        return [(each.label, each.note, partial(self.action_choose, each.name)) for each in self.choices()]

    async def do_continue(self) -> None:
        if self.unfinished is not None:
            await self.go_on(self.unfinished)

    async def go_on(self, entry: GameEntry) -> None:
        """Play an unfinished game."""
        await self._play(tried(self, lambda: resume(str(entry.path))))

    async def _play(self, sitting: Sitting | None) -> None:
        if sitting is not None:
            await self.house.play(sitting)

    async def do_play(self) -> None:
        await self._play(tried(self, lambda: quick_game(self.usual, secrets.randbelow(10**9))))

    async def do_new(self, path: Path | None = None) -> None:
        start = await self.app.push_screen_wait(NewGame(path or self.usual.path, self.house.preferences.words))
        await self._begin(start)

    async def _begin(self, start: Start | None) -> None:
        if start is not None:
            await self.house.play(start.sitting, start.words)

    async def do_learn(self) -> None:
        found = lessons()
        chosen: str | None = next(iter(found), None)
        if len(found) > 1:
            titles = {each.id: each for each in stacks() if each.id in found}
            decks = [Choice(name, each.title, each.problem or "") for name, each in titles.items()]
            chosen = await self.app.push_screen_wait(Pick(say("title-learn-with"), decks))
        if not found:
            self.notify(say("title-no-lesson"), severity="warning")
        elif chosen is not None and (lesson := tried(self, lambda: course(found[chosen]), (LessonError,))) is not None:
            await self.house.learn(lesson)

    async def do_class(self) -> None:
        window = Write(say("title-class"), say("title-class-why"), limit=2 * LONGEST)
        if not (typed := await self.app.push_screen_wait(window)):
            return
        try:
            code = class_code(typed)
        except ClassCodeError as error:
            self.notify(str(error), severity="warning")
            return
        await self._play(tried(self, lambda: quick_game(self.usual, seed_of(code), code)))

    async def do_results(self) -> None:
        found = results(games())
        told: list[Paragraph] = [] if found else [say("results-none")]
        for each in found:
            told += [(each.title, "bold $accent"), *result_lines(each), ""]
        if found:
            told.append((say("about-tables-no-forecast"), "$dim"))
        await self.app.push_screen_wait(Reader(say("title-results"), told))

    async def do_replays(self) -> None:
        while (wanted := await self.app.push_screen_wait(GamesScreen())) is not None:
            entry, play = wanted
            if play:
                await self.go_on(entry)
                return
            await self.house.replay(entry.path)

    async def do_decks(self) -> None:
        path = await self.app.push_screen_wait(DecksScreen())
        if path is not None:
            await self._begin(await self.app.push_screen_wait(NewGame(path, self.house.preferences.words)))

    async def do_rules(self) -> None:
        await self.app.push_screen_wait(rules_reader())

    async def do_settings(self) -> None:
        await self.app.push_screen_wait(SettingsScreen(self.house.preferences))

    async def do_quit(self) -> None:
        await self.house.action_leave()
