"""The last line: at most seven keys that work now, and the palette. A click on one is the key."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from summit_game.language.catalogue import say
from summit_game.tui.cells import cut
from summit_game.tui.labels import label
from summit_game.tui.widgets.tabs import clicked

MOST = 7
NAMED = ("enter", "escape", "space")
"""Keys that are called by a word."""


class KeyBar(Static):
    """Built from the active bindings of the screen that are meant to be shown."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._spots: list[tuple[int, int, str]] = []
        self._shown: list[tuple[str, str]] | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.draw())
        self.draw()

    def on_resize(self) -> None:
        self._shown = None
        self.draw()

    def keys(self) -> list[tuple[str, str, str]]:
        """Key as shown, what it does, and its action."""
        result: dict[str, tuple[str, str, str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in result:
                name = say(f"key-name-{binding.key}") if binding.key in NAMED else self.app.get_key_display(binding)
                result[binding.action] = (name, label(binding.description), binding.key)
        order = list(result.values())
        return [*order[:MOST], ("^p", say("key-all"), "ctrl+p")] if self.app.ENABLE_COMMAND_PALETTE else order[:MOST]

    def draw(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        keys = self.keys()
        if (shown := [(key, words) for key, words, _ in keys]) == self._shown:
            return
        self._shown = shown
        width = self.size.width - 2
        parts: list[str | tuple[str, str]] = []
        self._spots = []
        x = 0
        last = cell_len(" ".join(shown[-1])) + 2 if shown else 0
        for at, (name, words, key) in enumerate(keys):
            text = f"{name} {words}"
            if x + cell_len(text) + (last if at < len(keys) - 1 else 0) > width:
                continue
            self._spots.append((x, x + cell_len(text), key))
            parts += [(cut(name, 12), "bold $accent"), f" {words}", "  "]
            x += cell_len(text) + 2
        self.update(Content.assemble(*parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        if key := clicked(self, event, self._spots):
            self.app.simulate_key(key)
