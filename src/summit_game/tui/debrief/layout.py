"""Where each pane of the debrief lies, for a page and a size."""

from __future__ import annotations

from textual.geometry import Region

PAGES = {
    "1": "debrief_screen-fit",
    "2": "debrief_screen-results",
    "3": "debrief_screen-deals",
    "4": "debrief_screen-timeline",
    "5": "debrief_screen-ledger",
    "6": "debrief_screen-history",
    "7": "debrief_screen-ask",
    "8": "debrief_screen-talk",
}
"""Key of a page -> the key of its name on the tab."""
PANES = {
    "1": ("fit", "results"),
    "2": ("results", "fit"),
    "3": ("deals", "plot"),
    "4": ("moment", "timeline"),
    "5": ("ledger",),
    "6": ("stories",),
    "7": ("questions",),
    "8": ("deeds",),
}
"""Key of a page -> its panes, the one that gets the keys first."""
WIDE, HIGH = 118, 20
"""Cells and lines from which two panes stand side by side."""
LEFT = {"fit": 0.43, "deals": 0.66}
"""The share of the width of a pane at the left; tables of results and deals have room for four delegations."""
LEAST = 6
"""Lines for what happened at a moment, with its border, at least."""


def places(page: str, width: int, height: int, timeline: int) -> dict[str, Region]:
    """Pane -> its place. `timeline`: the lines that the timeline would like, without its border."""
    whole = Region(0, 0, max(1, width), max(1, height))
    if page == "4":
        above = max(3, min(timeline + 2, height - LEAST))
        return {
            "timeline": Region(0, 0, whole.width, min(above, whole.height)),
            **({"moment": Region(0, above, whole.width, height - above)} if height > above else {}),
        }
    names = PANES[page]
    if len(names) == 1 or width < WIDE or height < HIGH:
        return {names[0]: whole}
    left, right = ("fit", "results") if page in "12" else names
    first = int(width * LEFT[left])
    return {left: Region(0, 0, first, height), right: Region(first, 0, width - first, height)}
