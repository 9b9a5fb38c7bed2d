"""`question_at`: the question that a delegation is asked at a draft. It knows no verb by name.

What is legal comes from the view (`legal`, `refusal`), what a verb needs from its declaration, the words from `words`.
The draft is empty at first; `sure` and an action is the second question before that action is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from summit_game.engine import actions as a
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
    VOTE,
)
from summit_game.engine.board import Changes as Numbers
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.verbs import Arg, Kind, Verb, code_of, ever, ids_of, values_of
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat import draft as drafts
from summit_game.seat.draft import Part
from summit_game.seat.meaning import card_meaning, changes_of, meaning, package_meaning, signing_meaning, told
from summit_game.seat.meaning_treaty import at_home_lines, named_lines, step_lines
from summit_game.seat.question import Changes, Lines, Question, Row, Said
from summit_game.seat.suggest import to_amend, to_name
from summit_game.words.explained import label, verb_explained
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words

SURE = "sure "
"""What stands before an action in the draft of the second question."""
AMENDMENTS = "amend"
"""The draft of the question which amendment it is to be."""
_HANDS = {Kind.PROPOSAL: "proposals", Kind.CONCESSION: "concessions", Kind.PRESSURE: "pressure"}


def question_at(words: Words, view: View, draft: str = "") -> Question:
    """The question at a draft. Raises `ActionError` if the draft is none, or the seat is asked for nothing like it."""
    asking = _Asking(words, view)
    if draft.startswith(SURE):
        return asking.sure(draft)
    if not draft.strip():
        return asking.first()
    if view.phase == AMENDMENT and draft.strip().casefold() == AMENDMENTS:
        return asking.amendments()
    draft, issue = drafts.issue_begun(words.setting, draft)
    verb, parts = drafts.read(words.setting, draft)
    return asking.further(verb, parts, issue)


class _Asking:
    """One view that is asked."""

    def __init__(self, words: Words, view: View) -> None:
        self.words = words
        self.view = view
        self.setting = words.setting
        self.legal = view.legal()
        self.who = words.seats[view.seat]

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
            (verb,) = self._verbs()
            return replace(self.further(verb, [()]), draft="", text=say("ask-reopening", who=who))
        if view.phase in (SIGNING, FINAL):
            return self._votes("signing", say("ask-signing", who=who), signing_meaning(self.words, view), ())
        if view.phase == POSTURE:
            total, number = self.setting.seat_specs[view.seat].orders, len(view.orders) + 1
            key = "ask-posture-of" if total > 1 else "ask-posture"
            text = say(key, who=who, number=number, total=total)
            rows = self._orders()
            return Question("", say("ask-posture-title"), text, rows, _first_possible(rows))
        phase = "corridor" if view.phase == CORRIDOR else "floor"
        rows = tuple(self._verb(verb) for verb in self._verbs())
        return Question("", say(f"ask-{phase}-title"), say(f"ask-{phase}", who=who), rows, _first_possible(rows))

    def _verbs(self) -> Iterator[Verb]:
        phase, seat = self.view.phase, self.view.seat
        return (verb for verb in self.setting.verbs if phase in verb.phases and ever(self.setting, seat, verb))

    def _suggested(self) -> Question:
        """What an objector names, or how a package is amended: nothing, two suggestions, or another."""
        naming = self.view.phase == REASONS
        kind = "reasons" if naming else "amendment"
        found = (to_name if naming else to_amend)(self.view, self.legal)
        nothing = a.NAME_NOTHING_ACTION if naming else a.AMEND_NOTHING_ACTION
        rows = [replace(self._row(nothing, say(f"ask-{kind}-nothing", who=self.who)), word="none")]
        for at, word in enumerate(("first", "second")):
            if at < len(found):
                row = self._row(found[at], self._short(found[at]))
            else:
                row = Row(say(f"ask-{kind}-no-suggestion"), refusal=say(f"ask-{kind}-none-better"))
            rows.append(replace(row, word=word))
        verbs = [verb for verb in self._verbs() if verb.args]
        draft = verbs[0].id if naming else AMENDMENTS
        rows.append(Row(say(f"ask-{kind}-another"), "another", draft=draft, lines=(self._explained(verbs[0]),)))
        text, lines = say(f"ask-{kind}", who=self.who), named_lines(self.words, self.view)
        changes = self._named(self.view.package.changes) if self.view.package is not None else ()
        return Question("", say(f"ask-{kind}-title"), text, tuple(rows), 0, lines, changes)

    def amendments(self) -> Question:
        """Which amendment it is to be, of all that there are."""
        rows = tuple(self._verb(verb) for verb in self._verbs() if verb.args)
        text = say("ask-amendments")
        return Question(AMENDMENTS, say("ask-amendment-title"), text, rows, _first_possible(rows))

    def _short(self, action: Action) -> str:
        """A suggestion in a row."""
        (issue, level) = named = self._suggestion(action)
        how = a.AMENDMENTS[action.args[0]] if action.verb == a.AMEND else "name"
        spot = f"{self.setting.issue_ids[issue]} {level}"
        return say(f"ask-row-{how}", spot=spot, title=self.words.level_titles[named[0]][level])

    def _suggestion(self, action: Action) -> tuple[int, int]:
        """The issue and level that a suggestion is about."""
        setting = self.setting
        if action.verb == a.NAME or action.args[0] == a.AMEND_WRITE:
            return setting.changes[action.args[-1 if action.verb == a.NAME else 1]]
        return (setting.asks if action.args[0] == a.AMEND_REPLACE else setting.gives)[action.args[1]]

    def _at_home(self) -> Question:
        """What a delegation does whose capital hesitates: the refusal comes last."""
        verbs = sorted(self._verbs(), key=lambda verb: verb.code == (a.PAY, a.PAY_NONE))
        rows = tuple(self._verb(verb) for verb in verbs)
        short = self.view.hesitation.short if self.view.hesitation is not None else 0
        text = say("ask-capitals", who=self.who, short=short)
        lines = at_home_lines(self.words, self.view)
        return Question("", say("ask-capitals-title"), text, rows, _first_possible(rows), lines)

    def _votes(self, kind: str, text: str, lines: Lines, changes: Changes) -> Question:
        rows = tuple(
            replace(self._row(action, say(f"ask-{kind}-{verb.id}")), word=verb.id, lines=lines, changes=changes)
            for action in self.legal
            if (verb := self.setting.verb(action)) is not None
        )
        return Question("", say(f"ask-{kind}-title"), text, rows, -1, lines, changes)

    def _verb(self, verb: Verb) -> Row:
        mine = [action for action in self.legal if code_of(action) == verb.code]
        name, word = label(verb), verb.id.split()[-1]
        if not verb.args:
            row = self._row(drafts.action_of(verb, ()), name)
            return replace(row, word=word) if mine else replace(row, word=word, lines=(self._explained(verb),))
        lines = (self._explained(verb),)
        if not mine:
            return Row(name, word, refusal=self._why_not(self._sample(verb, [])), lines=lines)
        return Row(say("ask-leads-on", verb=name), word, draft=verb.id, lines=lines)

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
        """The parts of an action, one after the other; what may be more or fewer is marked on one page.

        `issue` is that of a change whose level is still to be chosen.
        """
        if verb.args[:1] and verb.args[0].kind is Kind.CHANGE and drafts.wanted(verb, parts) == 0:
            return self._change(verb, parts[0], issue)
        if any(drafts.varies(arg) for arg in verb.args):
            return self._page(verb, parts)
        at = drafts.wanted(verb, parts)
        arg, chosen = verb.args[at], parts[:at]
        rows = self._several(verb, chosen, at) if arg.least > 1 else self._single(verb, chosen, at)
        before = self.words.value(verb.args[at - 1], chosen[-1][0]) if at else ""
        title = self._worded("ask-title", verb, "")
        text = self._worded("ask", verb, f"-{arg.kind.name.lower()}", before=before)
        start = _first_possible(rows)
        return Question(drafts.written(self.setting, verb, chosen), title, text, tuple(rows), start)

    def _change(self, verb: Verb, named: Part, issue: int) -> Question:
        """An issue, then its level; where two may be named, the first can be sent alone."""
        draft = drafts.written(self.setting, verb, [named])
        rows: list[Row] = []
        if named:
            action = drafts.action_of(verb, [named])
            name = self.words.value(verb.args[0], named[0])
            rows.append(replace(self._row(action, say("ask-change-alone", change=name)), word="alone"))
        here = [(at, change) for at, change in enumerate(self.setting.changes) if issue < 0 or change[0] == issue]
        if issue < 0:
            for each in range(len(self.setting.issues)):
                ways = [way for way in here if way[1][0] == each and self._begun(verb, named, way[0])]
                rows.append(self._of_issue(verb, named, each, [at for at, _ in ways], draft))
        else:
            rows += [self._of_level(verb, named, at) for at, _ in here]
            draft = f"{draft} {self.setting.issue_ids[issue]}"
        key = "change" if issue < 0 else "level"
        text = self._worded("ask", verb, f"-{key}-or" if named else f"-{key}")
        return Question(draft, self._worded("ask-title", verb, ""), text, tuple(rows), _first_possible(rows))

    def _begun(self, verb: Verb, named: Part, at: int) -> list[Action]:
        """Legal actions with this change besides those that are chosen."""
        wanted = {*named, at}
        if len(wanted) == len(named):
            return []
        if drafts.varies(verb.args[0]):
            return [each for each in self.legal if code_of(each) == verb.code and set(values_of(each)) == wanted]
        return self._fitting(verb, [(at,)])

    def _of_issue(self, verb: Verb, named: Part, issue: int, ways: list[int], draft: str) -> Row:
        """An issue in a question for a change: it leads on to its levels, or is the only change there is."""
        spec = self.setting.issues[issue]
        if len(ways) == 1:
            return replace(self._of_level(verb, named, ways[0]), word=spec.id)
        name = self._name(Arg(Kind.ISSUE), issue, ())
        if not ways:
            at = next((at for at, change in enumerate(self.setting.changes) if change[0] == issue), 0)
            return Row(name, spec.id, refusal=self._why_not(self._with(verb, named, at)))
        return Row(name, spec.id, draft=f"{draft} {spec.id}")

    def _of_level(self, verb: Verb, named: Part, at: int) -> Row:
        """A level in a question for a change."""
        issue, level = self.setting.changes[at]
        name = f"{self.setting.issue_ids[issue]} {level}  {self.words.level_titles[issue][level]}"
        word, action = self.setting.change_ids[at], self._with(verb, named, at)
        fitting = self._begun(verb, named, at)
        if not fitting:
            return Row(name, word, refusal=self._why_not(action))
        pairs = not named and any(len(values_of(each)) > 1 and at in values_of(each) for each in self.legal)
        if len(verb.args) == 1 and not pairs:
            return replace(self._row(action, name), word=word)
        lines = meaning(self.words, self.view, fitting[0])
        draft = drafts.written(self.setting, verb, [(at,)])
        return Row(name, word, draft=draft, lines=lines, changes=self._changes(fitting[0]))

    def _with(self, verb: Verb, named: Part, at: int) -> Action:
        """An action with one change more; what else it needs is filled in."""
        return self._sample(verb, [tuple(sorted((*named, at)))])

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

    def _candidates(self, arg: Arg, chosen: Sequence[Part]) -> Sequence[int]:
        """What an argument could be for this delegation, allowed or not: cards in hand, levels of the issue."""
        if arg.kind in _HANDS:
            return tuple(dict.fromkeys(getattr(self.view, _HANDS[arg.kind])))
        if arg.kind is Kind.LEVEL:
            return range(self.setting.issues[chosen[-1][0]].levels) if chosen and chosen[-1] else range(1, 2)
        return range(len(ids_of(self.setting, arg)))

    def _fitting(self, verb: Verb, parts: Sequence[Part]) -> list[Action]:
        """Legal actions that begin with these parts."""
        begin = tuple(chain.from_iterable(parts))
        return [
            action for action in self.legal if code_of(action) == verb.code and values_of(action)[: len(begin)] == begin
        ]

    def _sample(self, verb: Verb, parts: Sequence[Part]) -> Action:
        """Some action with these parts, to ask why there is none that is legal."""
        filled = list(parts)
        for arg in verb.args[len(parts) :]:
            found = list(self._candidates(arg, filled)) or [0]
            filled.append(tuple((found * arg.least)[: arg.least]))
        return drafts.action_of(verb, filled)

    def _why_not(self, action: Action) -> str:
        refusal = self.view.refusal(action)
        return refusal_text(refusal) if refusal is not None else say("ask-not-now")

    # --- marks on one page ------------------------------------------------------------------------------------

    def _page(self, verb: Verb, parts: list[Part]) -> Question:
        """Choose what is needed once, mark what may be more or fewer; the last row sends it."""
        ready = all(len(part) >= arg.least for arg, part in zip(verb.args, parts, strict=True))
        rows: list[Row] = []
        for at, arg in enumerate(verb.args):
            rows += self._marks(verb, parts, at, ready) if drafts.varies(arg) else self._choices(verb, parts, at)
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
        held = tuple(getattr(self.view, _HANDS[arg.kind])) if arg.kind in _HANDS else self._candidates(arg, parts[:at])
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

    # --- rows -------------------------------------------------------------------------------------------------

    def _row(self, action: Action, name: str) -> Row:
        """An action that can be sent, or the reason why not."""
        lines, changes = meaning(self.words, self.view, action), self._changes(action)
        if action not in self.legal:
            return Row(name, refusal=self._why_not(action), lines=lines, changes=changes)
        verb = self.setting.verb(action)
        assert verb is not None
        written = action_text(self.setting, action)
        return Row(name, action=written, twice=verb.asks_twice, lines=lines, changes=changes)

    def _shown(self, row: Row, action: Action) -> Row:
        """The row with what a package that is being built would mean."""
        if not self._changes(action):
            return row
        return replace(row, lines=meaning(self.words, self.view, action), changes=self._changes(action))

    def _partly(self, row: Row, verb: Verb, action: Action) -> Row:
        """A row on the way to an action: what the level would mean, and its text."""
        changes = changes_of(self.view, action)
        if not changes:
            return replace(row, lines=(self._explained(verb),))
        issue, level = changes[0]
        text = Said(self.words.deck.issues[issue].levels[level].text, "dim")
        lines = (*package_meaning(self.words, self.view, changes, self.view.seat), text)
        return replace(row, lines=lines, changes=self._named(changes))

    def _explained(self, verb: Verb) -> Said:
        return Said(verb_explained(self.words, verb))

    def _changes(self, action: Action) -> Changes:
        return self._named(changes_of(self.view, action))

    def _named(self, changes: Numbers) -> Changes:
        return tuple((self.setting.issue_ids[issue], level) for issue, level in changes)

    def _name(self, arg: Arg, value: int, chosen: Sequence[Part]) -> str:
        """What an argument could be, in a row."""
        setting = self.setting
        if arg.kind is Kind.ISSUE:
            spec = setting.issues[value]
            return say("ask-row-issue", id=spec.id, title=spec.title, level=self.view.level(value))
        if arg.kind is Kind.LEVEL and chosen:
            issue = chosen[-1][0]
            title = self.words.deck.issues[issue].levels[value].title
            return f"{setting.issues[issue].id} {value}  {title}"
        if arg.kind in _HANDS:
            card_id = ids_of(setting, arg)[value]
            return f"{card_id}  {self.words.cards[card_id].title}"
        return self.words.value(arg, value)

    def _spotted(self, how: str, arg: Arg, value: int) -> tuple[str, str]:
        """A card on a page of marks, with the issue and level it sets; and its id."""
        if arg.kind not in (Kind.PROPOSAL, Kind.CONCESSION):
            return self.words.value(arg, value), ids_of(self.setting, arg)[value]
        spec = (self.setting.proposals if arg.kind is Kind.PROPOSAL else self.setting.concessions)[value]
        spot = f"{self.setting.issues[spec.issue].id} {spec.level}"
        title = self.words.cards[spec.id].title
        if how:
            return say(f"ask-row-{how}", spot=spot, title=title), spec.id
        return f"{spec.id}  {spot}  {title}", spec.id

    def _worded(self, what: str, verb: Verb, tail: str, **values: object) -> str:
        """A sentence for this verb if the catalogue has one, or else one for all verbs."""
        slug = verb.id.replace(" ", "-")
        try:
            return say(f"{what}-{slug}{tail}", **values)
        except LookupError:
            if what == "ask" and tail:
                return say("ask-which", kind=say("ask-kind", kind=tail[1:]))
            return say("ask-marks" if what == "ask" else what)

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


def _first_possible(rows: Sequence[Row]) -> int:
    """Where the cursor is at first. Rows never change places, so that a digit means the same all through a game."""
    return next((at for at, row in enumerate(rows) if not row.refusal), 0)
