"""Lists: the games on this machine (to go on with, to replay, to delete) and the decks in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Static

from summit_game.deck.compile import modules_used
from summit_game.deck.library import default_deck, own_decks
from summit_game.language.catalogue import say
from summit_game.rules.registry import ModuleUnusable, parameters
from summit_game.table.games_folder import GameEntry, erase, games, games_folder
from summit_game.table.seatings import Seating, by_seat, played_by
from summit_game.tui.choices import Choice, Choices
from summit_game.tui.descriptions import bot_name, modules_told
from summit_game.tui.game_setup import Stack, stacks
from summit_game.tui.labels import label
from summit_game.tui.messages import DebriefWanted
from summit_game.tui.reader import Reader
from summit_game.tui.room import Room, tried
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import About, Paragraph
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.moments import when
from summit_game.words.names import capital, listed


def as_whom(entry: GameEntry) -> str:
    """Which delegations people play: `as RU`, `as RU and US`, or `bots only`."""
    pairs = zip(entry.delegations, entry.sitters, strict=False)
    people = [name for name, sitter in pairs if not sitter.bot]
    return say("title-as", who=listed(people)) if people else say("title-bots-only")


def stands(entry: GameEntry) -> str:
    """Where a game is, in words; if it is over, with what it was worth to the delegations of people."""
    if entry.stand[2] >= 0:
        over = say("title-over", ending=entry.ended_as)
        return say("title-rated", stands=over, ratings=listed(rated)) if (rated := entry.rated) else over
    if entry.ended:
        return say("title-stopped-in", round=max(1, entry.stand[0]))
    return say("title-in-round", round=max(1, entry.stand[0]), rounds=entry.rounds)


def told(entry: GameEntry) -> str:
    """Where a game is, who plays, and on which deck."""
    return say("title-game", stands=capital(stands(entry)), whom=as_whom(entry), title=entry.title)


class ListScreen(Room[ScreenResultType]):
    """A list with a word about the line under the cursor, and a line above the keys."""

    NAME: ClassVar[str]
    """What is listed, as the keys of its sentences begin."""

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Choices(id=self.NAME, empty=say(f"title-no-{self.NAME}"))
        yield About(id="about")
        yield Static("", id="state", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TitleBar).tell(say(f"title-list-of-{self.NAME}"), "", "", "")
        entries = self.query_one(Choices)
        entries.border_title = Content(say(f"title-{self.NAME}-title"))
        entries.click_chooses = False
        self.query_one(About).border_title = Content(say("title-about-it"))
        self.begin()

    @property
    def under_cursor(self) -> str:
        """The name of the line under the cursor, or nothing."""
        current = self.query_one(Choices).current
        return current.name if current is not None else ""

    def begin(self) -> None:
        """Fill the list."""
        raise NotImplementedError

    def say(self, text: str, style: str = "") -> None:
        """The line above the keys."""
        self.query_one("#state", Static).update(Content.styled(text, style) if style else Content(text), layout=False)


class GamesScreen(ListScreen[tuple[GameEntry, bool] | None]):
    """Games, the last one first. Dismissed with a game and whether to play on (True) or to replay it (False)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "replay", "key-replay", id="games.replay"),
        Binding("d", "debrief", "key-debrief", id="games.debrief"),
        Binding("delete,x", "erase", "key-delete", id="games.erase", key_display="x"),
        Binding("escape", "close", "key-back", id="games.close"),
        Binding("f1,question_mark", "help", "key-help", id="games.help", key_display="?"),
    ]
    NAME, AUTO_FOCUS = "games", "#games"

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[GameEntry] = ()
        self._doomed = ""
        """The game for which Delete was pressed once."""

    def begin(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Look at the disk again."""
        self.entries = games()
        self.query_one(Choices).put([self._choice(each) for each in self.entries])
        self.say(say("title-games-in", count=len(self.entries), folder=str(games_folder())))
        if not self.entries:
            self.query_one(About).tell((say("title-games-saved"), ""))
        self.refresh_bindings()

    def _choice(self, entry: GameEntry) -> Choice:
        if entry.problem:
            return Choice(entry.id, entry.id, entry.problem, style="$warn")
        label = say("title-game-label", when=when(entry.saved), called=entry.name or entry.mark)
        return Choice(entry.id, label, told(entry))

    @property
    def entry(self) -> GameEntry | None:
        """The game under the cursor."""
        return next((each for each in self.entries if each.id == self.under_cursor), None)

    @on(Choices.Considered)
    def considered(self) -> None:
        entry = self.entry
        self._doomed = ""
        if entry is None:
            return
        about = self.query_one(About)
        if entry.problem:
            about.tell((entry.id, "bold"), (say("title-cannot-open", why=entry.problem), "$warn"))
        else:
            sat = by_seat(entry.seatings)
            seats = "; ".join(f"{name}: {_who(sat.get(at, ()))}" for at, name in enumerate(entry.delegations))
            next_step = say("title-plays-on") if entry.open else say("title-replays-it")
            if entry.going_on and not entry.open:
                next_step = f"{say('title-older-edition', edition=entry.edition)} {next_step}"
            if entry.damaged:
                next_step += f" {say('title-damaged')}"
            last = say("title-last-played", stands=capital(stands(entry)), when=when(entry.saved))
            about.tell(
                *(((entry.name, "bold"),) if entry.name else ()),
                (entry.title, "bold"),
                (f"{last} {next_step}", ""),
                (f"{seats}.", ""),
                *(((say("title-coded", code=entry.code), ""),) if entry.code else ()),
                (say("title-id", id=entry.id), "$dim"),
            )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("replay", "debrief", "erase"):
            entry = self.entry if self.is_mounted and self.query(Choices) else None
            return entry is not None and (action == "erase" or not entry.problem)
        return True

    @on(Choices.Chosen)
    def chosen(self) -> None:
        entry = self.entry
        if entry is None or entry.problem:
            self.app.bell()
            return
        self.dismiss((entry, entry.open))

    def action_replay(self) -> None:
        if (entry := self.entry) is not None:
            self.dismiss((entry, False))

    def action_debrief(self) -> None:
        if (entry := self.entry) is not None:
            self.post_message(DebriefWanted(entry.path))

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers."""
        if (entry := self.entry) is None or entry.problem:
            return []
        return [(say("title-debrief-of"), say("screen-debrief"), self.action_debrief)]

    def action_erase(self) -> None:
        entry = self.entry
        if entry is None:
            return
        if self._doomed != entry.id:
            self._doomed = entry.id
            self.say(say("title-delete"), "bold $warn")
            return
        self._doomed = ""
        if tried(self, lambda: erase(entry.id)) is not None:
            self.renew()
            self.say(say("title-deleted"))


def _who(sat: Sequence[Seating]) -> str:
    if len(sat) == 1 and sat[0].sitter.bot:
        return bot_name(sat[0].sitter.bot)
    return played_by(sat)


class DecksScreen(ListScreen[Path | None]):
    """Decks of the library with what the checker finds. Dismissed with the deck to play, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read", "key-read-about-it", id="decks.read"),
        Binding("escape", "close", "key-back", id="decks.close"),
        Binding("f1,question_mark", "help", "key-help", id="decks.help", key_display="?"),
    ]
    NAME, AUTO_FOCUS = "decks", "#decks"

    def __init__(self) -> None:
        super().__init__()
        self.stacks: list[Stack] = []
        self.faults: dict[str, tuple[str, ...]] = {}
        """Deck -> what the checker found, once it has looked."""

    def begin(self) -> None:
        self.say(say("title-begins"))
        self.stacks = stacks()
        self.renew()
        self.examine()

    @work(thread=True, exclusive=True)
    def examine(self) -> None:
        """Check every deck, one by one, while the list is there already."""
        # Only here: a table that is begun at once needs no check.
        from summit_game.deck.check import check_path

        for each in self.stacks:
            try:
                self.faults[each.id] = tuple(map(str, check_path(each.path, parameters()).faults))
            except ModuleUnusable as error:
                self.faults[each.id] = (str(error),)
            self.app.call_from_thread(self.renew)

    def renew(self) -> None:
        """Show what is known."""
        if self.is_mounted:
            self.query_one(Choices).put([self._choice(each) for each in self.stacks])

    def _choice(self, each: Stack) -> Choice:
        found = self.faults.get(each.id)
        if found is None:
            said = say("title-being-checked")
        else:
            said = say("title-faults", count=len(found)) if found else say("title-no-faults")
        usual = f", {say('title-the-usual')}" if each.id == default_deck() else ""
        own = f", {say('title-your-own')}" if each.path.parent == own_decks() else ""
        return Choice(each.id, each.title, f"{said}{own}{usual}", style="$warn" if found else "")

    @property
    def stack(self) -> Stack | None:
        """The deck under the cursor."""
        return next((each for each in self.stacks if each.id == self.under_cursor), None)

    @on(Choices.Considered)
    def considered(self) -> None:
        each = self.stack
        if each is None:
            return
        about = self.query_one(About)
        told: list[tuple[str, str]] = [(each.title, "bold")]
        if each.problem:
            told.append((each.problem, "$warn"))
        elif found := self.faults.get(each.id, ()):
            told.append((say("title-first-fault", fault=found[0]), "$warn"))
        if each.deck is not None:
            sizes = listed(map(str, sorted(each.deck.tables)))
            told += [(each.deck.deck.setting, "$dim"), (each.deck.deck.summary, "")]
            told.append((say("title-tables", sizes=sizes, count=len(each.deck.issues)), "$dim"))
        about.tell(*told)

    @on(Choices.Chosen)
    def chosen(self) -> None:
        if (each := self.stack) is not None:
            self.dismiss(each.path)

    def action_read(self) -> None:
        each = self.stack
        if each is not None:
            self.app.push_screen(Reader(each.title, list(deck_paper(each, self.faults.get(each.id, ())))))


def deck_paper(each: Stack, faults: Sequence[str]) -> list[Paragraph]:
    """A deck to read about: what it is, what is fact in it, who sits, which rules, and its faults."""
    told: list[Paragraph] = []
    if faults:
        told += [(say("title-wrong"), "bold $warn"), *(f"  {fault}" for fault in faults[:40]), ""]
    if each.deck is None:
        return [*told, each.problem]
    deck, meta = each.deck, each.deck.deck
    told += [(meta.setting, "$dim"), "", meta.summary, ""]
    told.append((label("pane-delegations"), "bold $accent"))
    told += [f"  {who.id} {who.name}: {who.sentence}" for who in deck.delegations]
    told += ["", (say("title-issues"), "bold $accent"), *(f"  {i.id} {i.title}: {i.question}" for i in deck.issues)]
    names = modules_told()
    used = [names[name].name if name in names else name for name in modules_used(deck)]
    told += ["", (say("title-modules"), "bold $accent"), f"  {listed(used)}." if used else f"  {say('title-none')}"]
    if meta.note:
        told += ["", (say("title-fact"), "bold $accent")]
        told += [text.strip() for text in meta.note.split("\n") if text.strip()]
    told += [
        "",
        (say("title-deck", id=meta.id, version=meta.version, licence=meta.licence), "$dim"),
        (str(each.path), "$dim"),
    ]
    return told
