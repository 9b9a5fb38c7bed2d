"""Write docs/sources.md from the deck's references: `python scripts/sources.py`."""

from __future__ import annotations

from pathlib import Path

from summit_game.deck.library import find_deck
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck

PAGE = Path(__file__).parent.parent / "docs" / "sources.md" if "__file__" in globals() else Path("docs/sources.md")


def page(deck: Deck) -> str:
    """The page: every reference with title, publisher, date, address, and where the deck uses it."""
    cited = list(_cited(deck))
    used: dict[str, list[str]] = {}
    for at, each in enumerate(deck.background, 1):
        for source in each.sources:
            used.setdefault(source, []).append(f"background {at}")
    for at, fact in enumerate(deck.what_followed.facts if deck.what_followed else (), 1):
        for source in fact.sources:
            used.setdefault(source, []).append(f"what followed {at}")
    lines = [
        f"# Sources of {deck.deck.title}",
        "",
        "Written by `python scripts/sources.py` from `decks/european-security-2021/references.yaml`; change that file.",
        "The pages were read as stored texts, often only their first part; some are copies of agency or official",
        "texts, as the publisher column says. Facts and figures were taken from them, no sentences.",
        "",
        "| Id | Title | Publisher | Date | Address | Used in |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for each in deck.references:
        places = [name for name, source in cited if any(words in source for words in each.cited_as)]
        where = ", ".join(dict.fromkeys([*used.get(each.id, []), *places]))
        cells = (each.id, each.heading, each.publisher, each.date or "undated", each.address, where or "corrections")
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _cited(deck: Deck):
    for card in (*deck.proposals, *deck.concessions, *deck.pressure, *deck.events):
        yield card.id, card.source
    for issue in deck.issues:
        for at, level in enumerate(issue.levels):
            yield f"{issue.id} {at}", level.source
        for said in issue.history:
            yield f"{issue.id} history", said.source
    for delegation in deck.delegations:
        for goal in delegation.goals:
            yield goal.id, goal.source


if __name__ == "__main__":
    PAGE.write_text(page(open_deck(find_deck("european-security-2021"))[0]), encoding="utf-8")
