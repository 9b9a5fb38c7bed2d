"""`question_at`: the question that a delegation is asked at a draft. It knows no verb by name.

What is legal comes from the view (`legal`, `refusal`), what a verb needs from its declaration, the words from `words`.
The draft is empty at first; `sure` and an action is the second question before that action is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from summit_game.engine.actions import Action
from summit_game.engine.board import (
    AMENDMENT,
    CAPITALS,
    CORRIDOR,
    FINAL,
    POSTURE,
    REASONS,
    REOPENING,
    SIGNING,
    STEP_VOTE,
    TALK,
    VOTE,
)
from summit_game.engine.notation import parse_action
from summit_game.engine.verbs import Kind, Verb, ids_of, values_of
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat import draft as drafts
from summit_game.seat.ask_after import AMENDMENTS, AskingAfter
from summit_game.seat.ask_talk import AskingTalk
from summit_game.seat.asking import HANDS, first_possible
from summit_game.seat.draft import Part
from summit_game.seat.meaning import card_meaning, package_meaning, signing_meaning, told
from summit_game.seat.meaning_treaty import step_lines
from summit_game.seat.question import Changes, Lines, Question, Row
from summit_game.seat.suggest import gain
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words

SURE = "sure "
"""What stands before an action in the draft of the second question."""


def question_at(words: Words, view: View, draft: str = "", aloud: Collection[int] = ()) -> Question:
    """The question at a draft. Raises `ActionError` if the draft is none, or the seat is asked for nothing like it.

    `aloud`: delegations to which the seat sends no messages, as its people speak to theirs (R19.1).
    """
    asking = _Asking(words, view, aloud)
    if draft.startswith(SURE):
        return asking.sure(draft)
    if not draft.strip():
        return asking.first()
    if view.phase == AMENDMENT and draft.strip().casefold() == AMENDMENTS:
        return asking.amendments()
    talking = asking.talks(draft) if view.phase == TALK else None
    if talking is not None:
        return talking
    draft, issue = drafts.issue_begun(words.setting, draft)
    verb, parts = drafts.read(words.setting, draft)
    return asking.further(verb, parts, issue)


class _Asking(AskingAfter, AskingTalk):
    """One view that is asked."""

    # --- the first question of a decision ---------------------------------------------------------------------

    def first(self) -> Question:
        view, who = self.view, self.who
        if view.phase == VOTE and view.package is not None:
            tabler = view.package.tabler
            lines = package_meaning(self.words, view, view.package.changes, tabler)
            text = say("ask-vote-amended" if view.amended else "ask-vote", tabler=self.words.seats[tabler], who=who)
            return self._votes("vote", text, lines, self._named(view.package.changes))
        if view.phase == STEP_VOTE and view.package is not None:
            text = say("ask-step-vote", tabler=self.words.seats[view.package.tabler], who=who)
            return self._votes("step-vote", text, step_lines(self.words, view), self._named(view.package.changes))
        if view.phase in (REASONS, AMENDMENT):
            return self._suggested()
        if view.phase == CAPITALS:
            return self._at_home()
        if view.phase == REOPENING:
            return self._reopening()
        if view.phase in (SIGNING, FINAL):
            return self._votes("signing", say("ask-signing", who=who), signing_meaning(self.words, view), ())
        if view.phase == POSTURE:
            total, number = self.setting.seat_specs[view.seat].orders, len(view.orders) + 1
            key = "ask-posture-of" if total > 1 else "ask-posture"
            text = say(key, who=who, number=number, total=total)
            rows = self._orders()
            return Question("", say("ask-posture-title"), text, rows, first_possible(rows))
        if view.phase == TALK:
            talking = self.talks()
            assert talking is not None
            return talking
        phase = "corridor" if view.phase == CORRIDOR else "floor"
        rows = tuple(self._verb(verb) for verb in self._verbs())
        return Question("", say(f"ask-{phase}-title"), say(f"ask-{phase}", who=who), rows, first_possible(rows))

    def _reopening(self) -> Question:
        """Which issue is reopened: the cursor is on the one that costs least."""
        (verb,) = self._verbs()
        question = self.further(verb, [()])
        start = max(range(len(question.rows)), key=lambda at: (not question.rows[at].refusal, self._won(at)))
        return replace(question, draft="", text=say("ask-reopening", who=self.who), start=start)

    def _won(self, issue: int) -> int:
        """What reopening an issue is worth to the seat."""
        return gain(self.view, ((issue, 0),))

    def _votes(self, kind: str, text: str, lines: Lines, changes: Changes) -> Question:
        rows = tuple(
            replace(self._row(action, say(f"ask-{kind}-{verb.id}")), word=verb.id, lines=lines, changes=changes)
            for action in self.legal
            if (verb := self.setting.verb(action)) is not None
        )
        return Question("", say(f"ask-{kind}-title"), text, rows, -1, lines, changes)

    def _orders(self) -> tuple[Row, ...]:
        """All orders at once, in the same places all through a game: what cannot be given now says why."""
        zones = self.setting.seat_specs[self.view.seat].zones
        verbs = [verb for verb in self._verbs() if verb.args]
        bare = [drafts.action_of(verb, ()) for verb in self._verbs() if not verb.args]
        thought = [Action(verb.code[0], (*verb.code[1:], zone)) for verb in verbs for zone in zones]
        return tuple(self._row(action, self._order(action)) for action in dict.fromkeys((*bare, *thought, *self.legal)))

    def _order(self, action: Action) -> str:
        text = self.words.order(*action.args)
        return f"{text[:1].upper()}{text[1:]}"

    # --- what follows -----------------------------------------------------------------------------------------

    def further(self, verb: Verb, parts: list[Part], issue: int = -1) -> Question:
        """The parts of an action, one after the other; what may be more or fewer is marked on one page at the end.

        `issue` is that of a change whose level is still to be chosen.
        """
        if verb.args[:1] and verb.args[0].kind is Kind.CHANGE and drafts.wanted(verb, parts) == 0:
            return self._change(verb, parts[0], issue)
        at, fixed = drafts.wanted(verb, parts), sum(not drafts.varies(arg) for arg in verb.args)
        if fixed < len(verb.args) and (fixed < 2 or at >= fixed):
            return self._page(verb, parts)
        arg, chosen = verb.args[at], parts[:at]
        rows = self._several(verb, chosen, at) if arg.least > 1 else self._single(verb, chosen, at)
        before = self.words.value(verb.args[at - 1], chosen[-1][0]) if at else ""
        title = self._worded("ask-title", verb, "")
        text = self._worded("ask", verb, f"-{arg.kind.name.lower()}", before=before)
        start = first_possible(rows)
        return Question(drafts.written(self.setting, verb, chosen), title, text, tuple(rows), start)

    def _single(self, verb: Verb, chosen: list[Part], at: int) -> list[Row]:
        last = at == len(verb.args) - 1
        rows = []
        for value in self._candidates(verb.args[at], chosen):
            parts = [*chosen, (value,)]
            fitting = self._fitting(verb, parts)
            name, word = self._name(verb.args[at], value, chosen), ids_of(self.setting, verb.args[at])[value]
            if last:
                rows.append(replace(self._row(drafts.action_of(verb, parts), name), word=word))
            elif fitting:
                draft = drafts.written(self.setting, verb, parts)
                row = Row(name, word, draft=draft)
                rows.append(row if at == 0 else self._partly(row, verb, fitting[0]))
            else:
                row = Row(name, word, refusal=self._why_not(self._sample(verb, parts)))
                rows.append(row)
        return rows

    def _several(self, verb: Verb, chosen: list[Part], at: int) -> list[Row]:
        """Every choice of the cards that are laid down together."""
        start = sum(map(len, chosen))
        rows = []
        for action in self._fitting(verb, chosen):
            values = values_of(action)[start : start + verb.args[at].least]
            names = [self._name(verb.args[at], value, chosen) for value in values]
            rows.append(self._row(action, say("names-listed", most=", ".join(names[:-1]), last=names[-1])))
        return rows

    # --- marks on one page ------------------------------------------------------------------------------------

    def _page(self, verb: Verb, parts: list[Part]) -> Question:
        """Mark what may be more or fewer; the last row sends it. One thing that is needed once is chosen here too."""
        ready = all(len(part) >= arg.least for arg, part in zip(verb.args, parts, strict=True))
        rows: list[Row] = []
        alone = sum(not drafts.varies(arg) for arg in verb.args) < 2
        for at, arg in enumerate(verb.args):
            if drafts.varies(arg):
                rows += self._marks(verb, parts, at, ready)
            elif alone:
                rows += self._choices(verb, parts, at)
        action = drafts.action_of(verb, parts)
        count = len(parts[-1])
        name = self._worded("ask-send", verb, "", count=count)
        if ready:
            send = self._row(action, name)
        else:
            send = Row(name, refusal=say("ask-not-yet"))
        rows.append(replace(send, word="send", mark=" ► "))
        text = self._worded("ask", verb, "", most=verb.args[-1].most) or say("ask-marks")
        draft = drafts.written(self.setting, verb, parts)
        lines = send.lines if ready else ()
        return Question(draft, self._worded("ask-title", verb, ""), text, tuple(rows), 0, lines)

    def _choices(self, verb: Verb, parts: list[Part], at: int) -> Iterator[Row]:
        """One of these: choosing another takes its place, and what does not go with it is let go."""
        for value in self._candidates(verb.args[at], parts[:at]):
            chosen = parts[at] == (value,)
            new = [*parts[:at], (value,), *parts[at + 1 :]]
            if self.view.refusal(drafts.action_of(verb, new)) is not None:
                new = [*parts[:at], (value,), *((),) * (len(parts) - at - 1)]
            refused = None if chosen else self.view.refusal(drafts.action_of(verb, new))
            name, word = self._spotted("ask", verb.args[at], value)
            row = Row(name, word, mark="(•)" if chosen else "( )")
            if refused is None:
                after = [(), *((),) * (len(parts) - 1)] if chosen else new
                row = replace(row, draft=drafts.written(self.setting, verb, after), stays=True)
            else:
                row = replace(row, refusal=refusal_text(refused))
            yield self._shown(row, drafts.action_of(verb, new))

    def _marks(self, verb: Verb, parts: list[Part], at: int, ready: bool) -> Iterator[Row]:
        """Any of these: a second choice takes the mark away."""
        arg = verb.args[at]
        held = tuple(getattr(self.view, HANDS[arg.kind])) if arg.kind in HANDS else self._candidates(arg, parts[:at])
        copies = dict.fromkeys(held, 0)
        for value in held:
            copies[value] += 1
            marked = parts[at].count(value) >= copies[value]
            left = list(parts[at])
            if marked:
                left.remove(value)
            new = [*parts[:at], tuple(left) if marked else tuple(sorted((*left, value))), *parts[at + 1 :]]
            refused = None if marked or not ready else self.view.refusal(drafts.action_of(verb, new))
            name, word = self._spotted("give" if at else "", arg, value)
            row = Row(name, word, mark="[x]" if marked else "[ ]")
            if not ready:
                card = self.setting.concessions[value] if arg.kind is Kind.CONCESSION else None
                lines = card_meaning(self.words, self.view, card.id, card.issue, card.level) if card else ()
                changes = self._named(((card.issue, card.level),)) if card else ()
                yield replace(row, refusal=say("ask-not-yet"), lines=lines, changes=changes)
            elif refused is not None:
                yield self._shown(replace(row, refusal=refusal_text(refused)), drafts.action_of(verb, parts))
            else:
                row = replace(row, draft=drafts.written(self.setting, verb, new), stays=True)
                yield self._shown(row, drafts.action_of(verb, parts if marked else new))

    # --- the second question ----------------------------------------------------------------------------------

    def sure(self, draft: str) -> Question:
        """Whether to send an action; the cursor is on yes, as the choice was made before."""
        action = parse_action(self.setting, draft.removeprefix(SURE))
        row = self._row(action, "")
        verb = self.setting.verb(action)
        assert verb is not None
        log = told(self.words, self.view, action)
        lines = (log, *(line for line in row.lines if line != log))
        package = self.view.package if self.view.phase in (VOTE, STEP_VOTE) else None
        changes = self._named(package.changes) if package is not None else row.changes
        yes = replace(row, label=self._worded("ask-sure-yes", verb, ""), twice=False, lines=lines, changes=changes)
        no = Row(say("ask-sure-no"), word="back", back=True, lines=lines, changes=changes)
        return Question(draft, say("ask-sure-title"), say("ask-sure"), (yes, no), 0, lines, changes)
