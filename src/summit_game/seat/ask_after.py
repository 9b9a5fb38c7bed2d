"""Questions after a vote: what would have turned an objector, an amendment, a capital that hesitates (R4.8, R15.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import REASONS
from summit_game.engine.verbs import Arg, Kind, Verb, code_of, values_of
from summit_game.language.catalogue import say
from summit_game.seat import draft as drafts
from summit_game.seat.asking import Asking, first_possible
from summit_game.seat.draft import Part
from summit_game.seat.meaning import changes_of, meaning
from summit_game.seat.meaning_treaty import at_home_lines, goes_on_without, home_numbers, named_lines
from summit_game.seat.question import Question, Row
from summit_game.seat.suggest import met, to_amend, to_name

AMENDMENTS = "amend"
"""The draft of the question which amendment it is to be."""


class AskingAfter(Asking):
    """A view that may be asked these too."""

    def _suggested(self) -> Question:
        """What an objector names, or how a package is amended: nothing, two suggestions, or another."""
        naming = self.view.phase == REASONS
        kind = "reasons" if naming else "amendment"
        found = (to_name if naming else to_amend)(self.view, self.legal)
        nothing = a.NAME_NOTHING_ACTION if naming else a.AMEND_NOTHING_ACTION
        lines = named_lines(self.words, self.view)
        leave = self._row(nothing, say(f"ask-{kind}-nothing"))
        rows = [replace(leave, word="none", lines=(*lines, *leave.lines))]
        verbs = [verb for verb in self._verbs() if verb.args]
        ways = self._on_issues(verbs[0]) if naming else (self._verb(verb) for verb in verbs)
        open_ways = (row for row in ways if not row.refusal)
        for at, word in enumerate(("first", "second")):
            if at < len(found):
                row = self._row(found[at], self._short(found[at]))
            else:
                none = Row(say(f"ask-{kind}-no-suggestion"), refusal=say(f"ask-{kind}-none-better"))
                row = next(open_ways, none)
            rows.append(replace(row, word=word))
        draft = verbs[0].id if naming else AMENDMENTS
        rows.append(Row(say(f"ask-{kind}-another"), "another", draft=draft, lines=(self._explained(verbs[0]),)))
        text = say(f"ask-{kind}", who=self.who)
        changes = self._named(self.view.package.changes) if self.view.package is not None else ()
        return Question("", say(f"ask-{kind}-title"), text, tuple(rows), 0, lines, changes)

    def _on_issues(self, verb: Verb) -> Iterator[Row]:
        """Rows that lead to the levels of an issue of the package: in place of a suggestion that there is not."""
        assert self.view.package is not None
        for issue, _ in self.view.package.changes:
            ways = [at for at, change in enumerate(self.setting.changes) if change[0] == issue]
            row = self._of_issue(verb, (), issue, [at for at in ways if self._begun(verb, (), at)], verb.id)
            label = say("ask-reasons-on", issue=self.words.issue(issue))
            yield replace(row, label=label, lines=(self._explained(verb),)) if row.draft is not None else row

    def amendments(self) -> Question:
        """Which amendment it is to be, of all that there are."""
        rows = tuple(self._verb(verb) for verb in self._verbs() if verb.args)
        text = say("ask-amendments")
        return Question(AMENDMENTS, say("ask-amendment-title"), text, rows, first_possible(rows))

    def _short(self, action: Action) -> str:
        """A suggestion in a row."""
        (issue, level) = named = self._suggestion(action)
        how = a.AMENDMENTS[action.args[0]] if action.verb == a.AMEND else "name"
        spot = f"{self.setting.issue_ids[issue]} {level}"
        who = met(self.view, changes_of(self.view, action)) if action.verb == a.AMEND else ()
        meets = say("ask-row-for", who=", ".join(self.setting.seat_ids[seat] for seat in who)) if who else ""
        values = {"spot": spot, "title": self.words.level_titles[named[0]][level], "for": meets}
        return say(f"ask-row-{how}", **values)

    def _suggestion(self, action: Action) -> tuple[int, int]:
        """The issue and level that a suggestion is about."""
        setting = self.setting
        if action.verb == a.NAME or action.args[0] == a.AMEND_WRITE:
            return setting.changes[action.args[-1 if action.verb == a.NAME else 1]]
        return (setting.asks if action.args[0] == a.AMEND_REPLACE else setting.gives)[action.args[1]]

    def _at_home(self) -> Question:
        """What a delegation does whose capital hesitates: the refusal comes last."""
        verbs = sorted(self._verbs(), key=lambda verb: verb.code == (a.PAY, a.PAY_NONE))
        short = self.view.hesitation.short if self.view.hesitation is not None else 0
        text = say("ask-capitals", who=self.who, short=short)
        lines = at_home_lines(self.words, self.view)
        values = {**home_numbers(self.words), "holds": goes_on_without(self.view)}
        rows = tuple(
            replace(row, label=say(f"ask-capitals-{verb.id.replace(' ', '-')}", **values), lines=(*lines, *row.lines))
            for verb in verbs
            for row in (self._verb(verb),)
        )
        return Question("", say("ask-capitals-title"), text, rows, first_possible(rows), lines)

    def _change(self, verb: Verb, named: Part, issue: int) -> Question:
        """An issue, then its level; where two may be named, the first can be sent alone."""
        draft = drafts.written(self.setting, verb, [named])
        rows: list[Row] = []
        if named:
            action = drafts.action_of(verb, [named])
            name = self.words.value(verb.args[0], named[0])
            rows.append(replace(self._row(action, say("ask-change-alone", change=name)), word="alone"))
        here = [(at, change) for at, change in enumerate(self.setting.changes) if issue < 0 or change[0] == issue]
        listed = not drafts.varies(verb.args[0])
        if listed:
            rows += [self._of_level(verb, named, at) for at, _ in here if self._begun(verb, named, at)]
        elif issue < 0:
            for each in range(len(self.setting.issues)):
                ways = [way for way in here if way[1][0] == each and self._begun(verb, named, way[0])]
                rows.append(self._of_issue(verb, named, each, [at for at, _ in ways], draft))
        else:
            rows += [self._of_level(verb, named, at) for at, _ in here]
            draft = f"{draft} {self.setting.issue_ids[issue]}"
        key = "change" if issue < 0 or listed else "level"
        text = self._worded("ask", verb, f"-{key}-or" if named else f"-{key}")
        return Question(draft, self._worded("ask-title", verb, ""), text, tuple(rows), first_possible(rows))

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
