"""Something that happens a little later, once.

Not `set_timer`: a timer of Textual 8.2.8 that comes once is dropped if the machine is busy for longer than its delay
just while it starts (`Timer._run` skips what is late, and there is no second time). A game would then stand still.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.dom import DOMNode


def later(node: DOMNode, seconds: float, then: Callable[[], object]) -> None:
    """Call `then` after so many seconds, between the messages of the node; not if the program is ending by then."""

    def run() -> None:
        if node.app.is_running:
            then()

    async def wait() -> None:
        await asyncio.sleep(seconds)
        node.call_later(run)

    node.run_worker(wait(), group="later")
