"""The messages that docs/external-bots.md shows.

After a change of the deck or of the protocol, `python tests/bots_external/examples.py` writes them anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from summit_game.bots.simple import SimpleBot
from summit_game.engine.board import VOTE
from summit_game.engine.play import apply, start
from summit_game.engine.view import view
from summit_game.seat import bot_messages as messages
from support import REPO, game_of

PAGE = REPO / "docs" / "external-bots.md"

MOST = 2
"""Items of a long list that are shown; a last item "…" stands for the others."""


def compact(value: Any) -> str:
    """JSON on one line."""
    return json.dumps(value, ensure_ascii=False)


def spread(value: dict[str, Any], deep: tuple[str, ...]) -> str:
    """JSON with one key per line, and one for each key of the objects named in `deep`."""
    rows = []
    for key, each in value.items():
        if key in deep:
            inner = ",\n".join(f"    {compact(name)}: {compact(part)}" for name, part in each.items())
            rows.append(f"  {compact(key)}: {{\n{inner}\n  }}")
        else:
            rows.append(f"  {compact(key)}: {compact(each)}")
    return "{\n" + ",\n".join(rows) + "\n}"


def short(value: Any) -> Any:
    """The same with long lists of objects, or of texts, cut."""
    if isinstance(value, dict):
        return {key: short(each) for key, each in value.items()}
    if isinstance(value, list) and len(value) > MOST and isinstance(value[0], dict | str):
        return [*map(short, value[:MOST]), "…"]
    return [short(each) for each in value] if isinstance(value, list) else value


def documented() -> dict[str, str]:
    """Title -> text of each example, from a game for two with seed 1."""
    game = game_of(2)
    state, _ = start(game, 1)
    bots = [SimpleBot(1, name) for name in game.setting.seat_ids]
    asked = 0
    while state.phase != VOTE or state.round < 2:
        seat = state.waiting[0]
        asked += seat == 0
        apply(state, seat, bots[seat].decide(view(state, seat)).action)
    seat = state.waiting[0]
    hello = {**messages.hello(), "version": "…"}
    options = ("rounds", "passes", "sign_from", "min_issues", "need_core", "slack", "package_concessions")
    setting = short(messages.setting_message(game.setting, seat))
    setting["options"] = {**{name: setting["options"][name] for name in options}, "…": "…"}
    return {
        "hello": compact(hello),
        "setting": spread(setting, ("cards",)),
        "decide": spread(short(messages.decide(view(state, seat), asked + 1)), ("view",)),
        "quit": compact(messages.goodbye()),
    }


def with_examples(page: str) -> str:
    """The page with the example behind each mark `<!-- example: NAME -->` as the program makes it now."""
    for title, text in documented().items():
        mark = f"<!-- example: {title} -->\n"
        before, after = page.split(mark)
        if after.startswith("\n```json\n"):
            after = after.split("\n```\n", 1)[1]
        page = f"{before}{mark}\n```json\n{text}\n```\n{after}"
    return page


if __name__ == "__main__":
    PAGE.write_text(with_examples(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
