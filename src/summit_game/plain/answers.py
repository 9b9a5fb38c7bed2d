"""Answers at a table in plain text that change nothing: papers, why something is refused, what is written."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.notation import ActionError, parse_action
from summit_game.engine.view import View
from summit_game.plain.menus import Choice, Menu
from summit_game.words import papers
from summit_game.words.catalogue import say
from summit_game.words.names import Words
from summit_game.words.preview import changes_of, preview


def chosen(menu: Menu, line: str) -> Choice | None:
    """The choice that a line means: by its number, or by its word."""
    if line.isascii() and line.isdigit() and len(line) < 6 and 1 <= int(line) <= len(menu.choices):
        return menu.choices[int(line) - 1]
    return next((choice for choice in menu.choices if choice.key and choice.key == line.lower()), None)


class Answers:
    """Answers to one person. `say` writes lines."""

    def __init__(self, words: Words, say: Callable[..., None]) -> None:
        self.words = words
        self.say = say

    def paper(self, view: View, word: str) -> bool:
        """A paper by its name; False if there is none of that name."""
        paper = {
            "brief": papers.brief,
            "text": papers.treaty,
            "cards": papers.cards,
            "map": papers.the_map,
            "score": papers.standing,
        }.get(word)
        if paper is None:
            return False
        self.say(*paper(self.words, view))
        return True

    def written(self, view: View, line: str) -> Action | None:
        """The action that is written, if it is allowed; otherwise it says why not."""
        try:
            action = parse_action(self.words.setting, line)
        except ActionError as error:
            self.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return None
        refusal = view.refusal(action)
        if refusal is not None:
            self.say(say("plain-not-now", refusal=refusal))
            return None
        changes = changes_of(self.words, action)
        if changes:
            self.say(say("plain-package", preview=preview(self.words, view, changes)))
        return action

    def why(self, view: View, menu: Menu, rest: str) -> None:
        """Why a choice or a written action is refused."""
        if rest and rest.split()[0].lower() in a.VERBS and chosen(menu, rest) is None:
            try:
                refusal = view.refusal(parse_action(self.words.setting, rest))
            except ActionError as error:
                self.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
                return
            self.say(str(refusal) if refusal else say("plain-allowed"))
            return
        choice = chosen(menu, rest)
        if choice is None:
            self.say(say("plain-write-why", count=len(menu.choices)))
            return
        number = menu.choices.index(choice) + 1
        self.say(str(choice.refusal) if choice.refusal else say("plain-choice-allowed", number=number))
