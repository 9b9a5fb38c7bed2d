"""Settings: colours (at once), pace, words at the hand-over, and where things are kept. Saved as they are changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from summit_game.deck.library import config_folder, own_decks
from summit_game.table.games_folder import games_folder
from summit_game.tui.form import FIXED, HEADING, STEPS, SWITCH, About, Field, Form
from summit_game.tui.help import help_for
from summit_game.tui.messages import Preferred
from summit_game.tui.preferences import PACES, Preferences, settings_file
from summit_game.tui.reader import Reader
from summit_game.tui.sizes import mark_size
from summit_game.tui.themes import NAMES
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.titlebar import TitleBar


class SettingsScreen(Screen[None]):
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
            yield Form(id="form", title="Settings")
            yield About(id="about")
        with Horizontal(id="end"):
            yield Static("Changes are kept as you make them.", id="state", markup=False)
            yield Button(Content("Back"), id="back", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TitleBar).tell("Settings", "", "", "")
        self.query_one(Form).put(list(self.fields()))

    def on_resize(self, event: events.Resize) -> None:
        mark_size(self, event.size)

    def fields(self) -> Iterator[Field]:
        """Every line of the form."""
        wanted = self.wanted
        yield Field("", "The screen", kind=HEADING)
        about: tuple[str, ...] = (
            "Dark, light, or the strongest contrast. It changes at once.",
            "Nothing at the table is told by colour alone; with NO_COLOR set, every theme is without colour.",
        )
        yield Field("theme", "Theme", wanted.theme, STEPS, about=about)
        about = (
            "How long what a bot did is the newest thing on the screen. S skips to your next decision at any pace.",
            "At once: nothing waits; read what happened in the log.",
        )
        yield Field("pace", "Pace of bots", wanted.pace, STEPS, about=about)
        yield Field("", "Several people at one machine", kind=HEADING)
        about = (
            "At the hand-over everybody may choose a word that opens their papers. It is forgotten at the end.",
            "Off: Enter opens, and people look away by agreement.",
        )
        yield Field("words", "Ask for a word at the hand-over", kind=SWITCH, on=wanted.words, about=about)
        yield Field("", "Where things are", kind=HEADING)
        about = (
            "Give binding names other keys in this file, under [keys], such as:",
            '"move.choose" = "enter,c"',
            "It is read when the program starts. It need not exist.",
        )
        yield Field("keys", "Keys", str(config_folder() / "keys.toml"), FIXED, about=about)
        yield Field("file", "These settings", str(settings_file()), FIXED, about=(f"{settings_file()}",))
        yield Field("games", "Saved games", str(games_folder()), FIXED, about=(f"{games_folder()}",))
        yield Field("decks", "Your own decks", str(own_decks()), FIXED, about=(f"{own_decks()}",))

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

    def action_close(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(Reader("Help", help_for(self)))


def _next(names: tuple[str, ...], name: str, by: int) -> str:
    return names[(names.index(name) + by) % len(names)]
