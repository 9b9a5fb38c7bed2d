"""Help, made from the focused pane upwards: what it shows, its keys, then the keys of the screen."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from summit_game.tui.reader import Paragraph
from summit_game.tui.widgets.paper import Paper

AIM: tuple[Paragraph, ...] = (
    ("The aim", "bold $accent"),
    "Finish with more than no deal is worth to you. Everybody can do well in the same game; nobody does in a conflict.",
    ("A round", "bold $accent"),
    "News; the Corridor, where you may promise in public; the Floor, where you act twice: table a package (ask one "
    "thing, give others), step, press, consult, sign; secret Posture on the map; the Reckoning, where tension follows.",
    "A package that nobody objects to is in the text: silence is consent. `Rules` in the palette (^p) has it all.",
    "",
)


def help_for(screen: Screen[Any]) -> list[Paragraph]:
    """Paragraphs of help for whatever has the keys on a screen."""
    focused = screen.focused
    lines: list[Paragraph] = [*AIM] if screen.query("#treaty") else []
    if isinstance(focused, Paper):
        lines += [(focused.NAME or focused.title, "bold $accent"), *focused.HELP_LINES, ""]
    lines.append(("Keys that work now", "bold $accent"))
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and binding.action not in seen and _ours(binding):
            seen.add(binding.action)
            lines.append(f"  {screen.app.get_key_display(binding)}: {binding.description}")
    return lines


def _ours(binding: Binding) -> bool:
    return not binding.system and not binding.action.startswith(("app.focus", "scroll", "page_", "screen."))
