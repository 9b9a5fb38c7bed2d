"""Settings: colours (at once), pace, words at the hand-over, and where things are kept. Saved as they are changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from summit_game.deck.library import config_folder, own_decks
from summit_game.table.games_folder import games_folder
from summit_game.tui.form import FIXED, HEADING, STEPS, SWITCH, About, Field, Form
from summit_game.tui.messages import Preferred
from summit_game.tui.preferences import PACES, Preferences, settings_file
from summit_game.tui.room import Room
from summit_game.tui.themes import NAMES
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.catalogue import say


class SettingsScreen(Room[None]):
    """The form of settings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "key-back", id="settings.close"),
        Binding("f1,question_mark", "help", "key-help", id="settings.help", key_display="?"),
    ]
    AUTO_FOCUS = "#form"

    def __init__(self, wanted: Preferences) -> None:
        super().__init__()
        self.wanted = wanted

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Vertical(id="body"):
            yield Form(id="form", title=say("settings-title"))
            yield About(id="about")
        with Horizontal(id="end"):
            yield Static(say("settings-kept"), id="state", markup=False)
            yield Button(Content(say("key-back")), id="back", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TitleBar).tell(say("settings-title"), "", "", "")
        self.query_one(Form).put(list(self.fields()))

    def fields(self) -> Iterator[Field]:
        """Every line of the form."""
        wanted = self.wanted
        yield Field("", say("settings-screen"), kind=HEADING)
        yield _field("theme", wanted.theme, STEPS)
        yield _field("pace", say("settings-pace-named", pace=wanted.pace), STEPS)
        yield Field("", say("settings-people"), kind=HEADING)
        yield _field("words", "", SWITCH, on=wanted.words)
        yield Field("", say("settings-places"), kind=HEADING)
        yield _field("keys", str(config_folder() / "keys.toml"), FIXED)
        for name, place in (("file", settings_file()), ("games", games_folder()), ("decks", own_decks())):
            yield Field(name, say(f"settings-{name}"), str(place), FIXED, about=(str(place),))

    @on(Form.Considered)
    def considered(self, event: Form.Considered) -> None:
        about = self.query_one(About)
        about.border_title = Content(event.field.label)
        about.tell(*((text, "") for text in event.field.about))

    @on(Form.Stepped)
    def stepped(self, event: Form.Stepped) -> None:
        wanted = self.wanted
        if event.name == "theme":
            self.prefer(replace(wanted, theme=_next(NAMES, wanted.theme, event.by)))
        elif event.name == "pace":
            self.prefer(replace(wanted, pace=_next(tuple(PACES), wanted.pace, event.by)))

    @on(Form.Opened)
    def opened(self, event: Form.Opened) -> None:
        if event.name == "words":
            self.prefer(replace(self.wanted, words=not self.wanted.words))
        else:
            self.stepped(Form.Stepped(event.name, 1))

    def prefer(self, wanted: Preferences) -> None:
        """Use and keep these settings."""
        self.wanted = wanted
        self.post_message(Preferred(wanted))
        self.query_one(Form).put(list(self.fields()))

    @on(Button.Pressed, "#back")
    def pressed_back(self) -> None:
        self.action_close()


def _field(name: str, value: str, kind: str, on: bool = False) -> Field:
    about = tuple(say(f"settings-{name}-about").splitlines())
    return Field(name, say(f"settings-{name}"), value, kind, on=on, about=about)


def _next(names: tuple[str, ...], name: str, by: int) -> str:
    return names[(names.index(name) + by) % len(names)]
