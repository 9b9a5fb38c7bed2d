"""Settings: colours (at once), pace, words at the hand-over, and where things are kept. Saved as they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from summit_game.deck.library import config_folder, own_decks
from summit_game.files.folders import NoFolder
from summit_game.language.catalogue import say
from summit_game.table.games_folder import games_folder
from summit_game.tui.choices import Choice
from summit_game.tui.form import FIXED, STEPS, SWITCH, Field, FormScreen, heading
from summit_game.tui.messages import Preferred
from summit_game.tui.preferences import PACES, Preferences, settings_file
from summit_game.tui.themes import NAMES
from summit_game.tui.widgets.titlebar import TitleBar


class SettingsScreen(FormScreen[None]):
    """The form of settings."""

    TITLE_SAID = "settings-title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "key-back", id="settings.close"),
        Binding("f1,question_mark", "help", "key-help", id="settings.help", key_display="?"),
    ]

    def __init__(self, wanted: Preferences) -> None:
        super().__init__()
        self.wanted = wanted

    def on_mount(self) -> None:
        self.query_one(TitleBar).tell(say("settings-title"), "", "", "")
        self.query_one("#state", Static).update(say("settings-kept"))
        self.renew()

    def fields(self) -> Iterator[Field]:
        wanted = self.wanted
        yield heading(say("settings-screen"))
        yield self._choice("theme", {name: name for name in NAMES}, wanted.theme)
        yield self._choice("pace", {pace: say("settings-pace-named", pace=pace) for pace in PACES}, wanted.pace)
        rounds = Field("rounds", say("settings-rounds"), kind=SWITCH, on=wanted.rounds, about=_about("rounds"))
        yield replace(rounds, take=lambda _: self.prefer(rounds=not wanted.rounds))
        yield heading(say("settings-people"))
        switch = Field("words", say("settings-words"), kind=SWITCH, on=wanted.words, about=_about("words"))
        yield replace(switch, take=lambda _: self.prefer(words=not wanted.words))
        yield heading(say("settings-places"))
        keys = _place(lambda: config_folder() / "keys.toml")
        yield Field("keys", say("settings-keys"), keys, FIXED, about=_about("keys"))
        for name, find in (("file", settings_file), ("games", games_folder), ("decks", own_decks)):
            yield Field(name, say(f"settings-{name}"), _place(find), FIXED, about=(_place(find),))

    def _choice(self, name: str, named: dict[str, str], at: str) -> Field:
        options = [Choice(each, label) for each, label in named.items()]
        label, take = say(f"settings-{name}"), lambda value: self.prefer(**{name: value})
        return Field(name, label, named[at], STEPS, about=_about(name), take=take, options=options, at=at)

    def prefer(self, **changed: object) -> None:
        """Use and keep the settings with something changed."""
        self.wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]
        self.post_message(Preferred(self.wanted))


def _place(find: Callable[[], Path]) -> str:
    """Where something is, or why it is nowhere."""
    try:
        return str(find())
    except NoFolder as error:
        return str(error)


def _about(name: str) -> tuple[str, ...]:
    return tuple(say(f"settings-{name}-about").splitlines())
