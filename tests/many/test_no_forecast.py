"""Wherever shares of endings are shown it is said that they are no forecast."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.language.catalogue import say
from summit_game.many.balance.text import balance_markdown, balance_text
from summit_game.many.share_out import Crew
from summit_game.many.simulate import simulate, table_text
from summit_game.many.tournament import Plan, tournament, tournament_text
from support import DECK, REPO

ENDINGS = re.compile(r"^\|.*Settlement.*Stalemate", re.MULTILINE)
PAGES = sorted((REPO / "docs").glob("*.md"))


def test_reports_on_balance_say_it() -> None:
    kept = json.loads((Path(__file__).parent / "balance-full.json").read_text(encoding="utf-8"))
    for text in (balance_text(kept), balance_markdown(kept, "summit balance")):
        assert say("about-no-forecast") in text


def test_simulated_games_and_tournaments_say_it() -> None:
    options, alone = TableOptions(2, ("quick",)), Crew(1)
    assert say("about-no-forecast") in table_text(simulate(DECK, options, "random", 2, 1, alone))
    assert say("about-no-forecast") in tournament_text(tournament(DECK, options, Plan(("random", "flat"), 1), alone))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_documents_with_shares_of_endings_say_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in ("balance.md", "balance-report.md") or ENDINGS.search(text):
        assert say("about-no-forecast") in text


def test_some_documents_have_such_shares() -> None:
    assert sum(bool(ENDINGS.search(path.read_text(encoding="utf-8"))) for path in PAGES) >= 2
