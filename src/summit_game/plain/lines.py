"""What is told before a game."""

from __future__ import annotations

from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.plain.decision import Decision
from summit_game.seat.sheet import GameSheet
from summit_game.words import rule_book
from summit_game.words.about import before, content_note
from summit_game.words.behind import behind, named_in
from summit_game.words.drawn_brief import draws
from summit_game.words.lookup import card_lines
from summit_game.words.names import Words
from summit_game.words.safe import clean

PANES = {"treaty": "text", "hand": "cards", "tracks": "zones"}
"""The names of the screen's panes that are another word here -> the paper that shows the same."""

HELP = (
    "number",
    "why",
    "what",
    "papers",
    "same",
    "lookup",
    "behind",
    "issue",
    "delegation",
    "score",
    "undo",
    "paste",
    "word",
    "marks",
    "leave",
)
"""Keys of the lines of the help."""


def opening(sheet: GameSheet, words: Words) -> list[str]:
    """Before a new game: what the deck is about, content note, what is fact and what invented, where more is."""
    deck = words.deck
    more = [say("about-more")] if deck.content_note is not None or deck.background else []
    note = [each for each in content_note(deck) if each]
    more.append(say("plain-mandates", drawn=draws(words)))
    return [_title(sheet), sheet.summary, *note, *filter(str.strip, sheet.note.splitlines()), *more]


def about(sheet: GameSheet, deck: Deck) -> list[str]:
    """Everything that the deck tells before a game."""
    return [_title(sheet), *before(deck)]


def _title(sheet: GameSheet) -> str:
    return say("plain-title", title=sheet.title, setting=sheet.setting)


def help_lines(sheet: GameSheet, deck: Deck, adviser: bool = False) -> list[str]:
    """The help, with an issue, a delegation and a card of this game as examples; of the adviser where there is one."""
    ids = {"issue": sheet.issues[0].id, "delegation": sheet.delegations[0].id, "card": deck.proposals[0].id}
    lines = [say(f"plain-help-{line}", **ids) for line in HELP]
    return [*lines[:-1], *([say("adviser-help")] if adviser else []), lines[-1]]


def looked_up(deck: Deck, decision: Decision, word: str, name: str) -> list[str]:
    """`card`: the card. `?`: source and background of a card, a level, an issue, or of what a choice names."""
    if word != "?":
        return card_lines(deck, name) or [say("plain-no-card", card=name[:30])]
    row = decision.row(name)
    names = [name] if row is None else named_in(deck, row.action or row.draft or "", row.changes)
    told = [line for each in names for line in behind(deck, each)]
    return told or [say("plain-nothing-behind", name=clean(name[:30]))]


def rules_said(name: str) -> list[str]:
    """What the rule book has on a chapter, a clause or words; without any, its chapters."""
    if not name:
        return rule_book.chapter_titles()
    known = ", ".join(rule_book.rule_chapters())
    return rule_book.looked_up(name) or [say("plain-no-rule", rule=clean(name[:20]), known=known)]


def put_together(lines: list[str], page: list[str]) -> list[str]:
    """What is told, with the page between two rounds in place of the sentences that stand on it."""
    said = [each.strip() for each in page if each.strip()]
    on_it = [at for at, line in enumerate(lines) if any(line == each or line.endswith(f" {each}") for each in said)]
    if not on_it:
        return [*lines, *page]
    rest = [line for at, line in enumerate(lines) if at > on_it[0] and at not in on_it]
    return [*lines[: on_it[0]], *page, "", *rest]
