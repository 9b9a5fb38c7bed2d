"""Where a zone is drawn: one box of four whole numbers on a grid, the same for screens, pages and paper."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

ACROSS, DOWN = 100, 60
"""The size of the grid, in steps of its own."""
LEAST_WIDTH, LEAST_HEIGHT = 26, 16
"""The smallest box: a name and three units fit, also in characters."""
APART = 2
"""Steps that stay free between two boxes, so that they never share a line that could be read as a border."""
MOST_ZONES = 7
"""Zones that a map can hold."""

Step = Annotated[int, Field(ge=0, le=ACROSS)]
Box = tuple[Step, Step, Step, Step]
"""Left, top, width and height, in steps of the grid; the corner at the top left is 0, 0."""
