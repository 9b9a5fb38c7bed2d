"""The schemas in `docs/protocol/` are those of the code, and the messages of whole games follow them."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from wiring import wired

from summit_game.deck.compile import TableOptions
from summit_game.engine.board import NOBODY, OVER
from summit_game.engine.play import apply, legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.view import view
from summit_game.seat import bot_messages
from summit_game.table.games_folder import new_sitting
from support import ALL_DECKS, DECK, game_of, the_deck

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "protocol"


def validator(name: str, part: str) -> Draft202012Validator:
    schema = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{part}"})


def test_the_schema_of_a_seat_is_what_the_code_says() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "protocol.py"))["written"]()
    assert (FOLDER / "seat-1.schema.json").read_text(encoding="utf-8") == written, "run python scripts/protocol.py"


@pytest.mark.parametrize("deck", ALL_DECKS, ids=lambda path: path.name)
def test_messages_to_a_bot_follow_its_schema(deck: Path) -> None:
    game = game_of(min(the_deck(deck).tables), (), deck=deck)
    state, _ = start(game, 4)
    stream, decide, setting = Stream(4, "schema"), validator("bot-1.schema.json", "decide"), game.setting
    validator("bot-1.schema.json", "hello").validate(bot_messages.hello())
    validator("bot-1.schema.json", "quit").validate(bot_messages.goodbye())
    validator("bot-1.schema.json", "setting").validate(json.loads(json.dumps(bot_messages.setting_message(setting, 0))))
    number = 0
    while state.phase != OVER:
        seat = state.waiting[0]
        number += 1
        if number % 4 == 0:
            message = json.loads(bot_messages.line(bot_messages.decide(view(state, seat), number)))
            decide.validate(message)
            del message["view"]["hand"]
            with pytest.raises(ValidationError):
                decide.validate(message)
        apply(state, seat, stream.choice(legal(state, seat)))
    assert number > 20


def test_messages_of_a_seat_follow_their_schema() -> None:
    sitting = new_sitting(DECK, TableOptions(2), 9, {})
    lines: list[tuple[int, bytes, bytes]] = []
    ports = wired(sitting, lines)
    stream = Stream(9, "schema")
    for port in ports.values():
        assert port.sheet.issues
    while not sitting.table.over:
        seat = sitting.table.asks_now[0]
        port = ports[seat]
        assert port.page().own is not None
        assert ports[NOBODY].page().own is None
        row = stream.choice([row for row in port.question().rows if not row.refusal])
        if row.draft is not None:
            port.question(row.draft)
        action = row.action or stream.choice(sorted(legal_texts(sitting, seat)))
        port.send(action, port.asked(), f"m-{len(lines)}")
        port.told(0)
        port.paper("score")
    request, answer = validator("seat-1.schema.json", "Request"), validator("seat-1.schema.json", "Answer")
    for _, sent, got in lines[:: max(1, len(lines) // 150)]:
        request.validate(json.loads(sent))
        answer.validate(json.loads(got))
    with pytest.raises(ValidationError):
        request.validate({"type": "send"})


def legal_texts(sitting, seat: int) -> list[str]:
    from summit_game.engine.notation import action_text

    return [action_text(sitting.table.setting, each) for each in sitting.table.view(seat).legal()]
