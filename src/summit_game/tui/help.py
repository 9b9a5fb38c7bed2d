"""Help, made from the focused pane upwards: what it shows, its keys, then the keys of the screen."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from summit_game.language.catalogue import say
from summit_game.tui.labels import label
from summit_game.tui.widgets.page import Paragraph
from summit_game.tui.widgets.paper import Paper


def help_for(screen: Screen[Any]) -> list[Paragraph]:
    """Paragraphs of help for whatever has the keys on a screen."""
    focused = screen.focused
    lines: list[Paragraph] = []
    if screen.query("#treaty"):
        for part in ("aim", "round"):
            lines += [(say(f"help-{part}-title"), "bold $accent"), *say(f"help-{part}").splitlines()]
        lines.append("")
    if isinstance(focused, Paper):
        told = [line for each in focused.HELP_LINES for line in label(each).splitlines()]
        lines += [(label(focused.NAME) or focused.title, "bold $accent"), *told, ""]
    lines.append((say("help-keys"), "bold $accent"))
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and binding.action not in seen and _ours(binding):
            seen.add(binding.action)
            what = "key-palette" if binding.action == "command_palette" else binding.description
            lines.append(f"  {screen.app.get_key_display(binding)}: {label(what)}")
    return lines


def _ours(binding: Binding) -> bool:
    return not binding.system and not binding.action.startswith(("app.focus", "scroll", "page_", "screen."))
