"""Questions in which a message is built slot by slot, and those that answer one (R19).

A draft is the words chosen so far, such as `offer US let-ENL-2`, and the page if there are many rows (`offer US +2`).
Every legal action has at least one path of such words, so that all of them can be reached and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Exchange
from summit_game.engine.talk import ALOUD, asked, other
from summit_game.engine.verbs import Verb, code_of
from summit_game.language.catalogue import say
from summit_game.seat.asking import Asking, first_possible
from summit_game.seat.meaning import told
from summit_game.seat.meaning_talk import act_gain, act_in_short, change_in_short, heard_lines, worth_line
from summit_game.seat.question import Lines, Question, Row, Said
from summit_game.seat.suggest import gain
from summit_game.words.messages import refusal_text
from summit_game.words.names import capital
from summit_game.words.spoken import said_in_words

Path = tuple[str, ...]

PAGE = 9
"""Rows of a question at most; where there are more, the last leads on."""
GROUPS = {
    "ask": (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN),
    "sound": (a.SOUND,),
    "offer": (a.OFFER,),
    "warn": (a.WARN,),
    "say": (a.ALL_NEED, a.SAY_NEED, a.ALL_FREE, a.SAY_FREE),
}
"""First slot -> kinds of messages, in the order of the rows."""
MENDING = {
    "accuse": (a.ACCUSE,),
    "regret": (a.REGRET_SUPPORT, a.REGRET_CARD),
    "withdraw": (a.WITHDRAW,),
}
"""What is done about a word that was given: offered only when it is legal."""
MORE, ALL, ALONE, SUPPORT = "more", "all", "alone", "support"
_ASKS = {a.ASK_FIRST: "first", a.ASK_CHEAP: "cheap", a.ASK_SIGN: "sign"}
_CLAIMS = {a.SAY_NEED: "need", a.ALL_NEED: "need", a.SAY_FREE: "free", a.ALL_FREE: "free"}
_ANSWER_WORDS = {
    a.YES: "yes",
    a.AGREE: "agree",
    a.NO: "no",
    a.REFUSE: "refuse",
    a.ONLY: "only",
    a.MISSING: "missing",
    a.COUNTER_MINE: "mine",
    a.COUNTER_YOURS: "yours",
    a.DECLINE: "decline",
}
"""Kinds of answers in the order of the rows; an issue that is told has its own id."""


class AskingTalk(Asking):
    """A view that may be asked what it says to another delegation."""

    def talks(self, draft: str = "") -> Question | None:
        """The question at a draft, or None if no legal message or answer begins with it."""
        *words, last = draft.split() or [""]
        page = int(last[1:]) if last.startswith("+") and last[1:].isdecimal() else 1
        path: Path = tuple(words if page > 1 or not last else (*words, last))
        exchange = asked(self.view.talk, self.view.seat)
        found = list(self._paths(exchange is not None))
        here = [(way, action) for way, action in found if way[: len(path)] == path and len(way) > len(path)]
        if not here:
            return None
        if exchange is not None:
            return self._paged(path, page, self._answer_rows(path, here), self._asked(exchange, path))
        answered = self._answered() if not path else ()
        rows = self._first_rows(here) if not path else self._next_rows(path, here)
        title = say("ask-talk-title")
        text = say(f"ask-talk-{self._slot(path)}") if path else say("ask-talk", who=self.who, another=bool(answered))
        start = -1 if answered else first_possible(rows)  # the answer is read before a row is looked at
        lines = (self._so_far(path),) if len(path) > 1 else answered
        return self._paged(path, page, rows, Question(" ".join(path), title, text, (), start, lines))

    def _answered(self) -> Lines:
        """What was answered to the message before: who reads line by line has just read it (`dim`)."""
        sent = [each for each in self.view.talk if each.seat == self.view.seat and each.round == self.view.round]
        if not sent or len(sent[-1].answers) % 2 == 0:  # nothing, or the own answer to a counter, came last
            return ()
        last = sent[-1].answers[-1]
        said = said_in_words(self.words, Action(last[0], last[1:]))
        return (Said(say("ask-talk-answered", to=self.words.seats[sent[-1].to], said=said), "strong dim"),)

    def _paged(self, path: Path, page: int, rows: list[Row], question: Question) -> Question:
        """The rows of a page: nine, or eight and one that leads to the next."""
        if len(rows) <= PAGE:
            return replace(question, rows=tuple(rows))
        fits = PAGE - 1
        begin = (page - 1) * fits
        shown = rows[begin : begin + PAGE]
        if len(rows) > begin + PAGE:
            draft = " ".join((*path, f"+{page + 1}"))
            shown = [*shown[:fits], Row(say("ask-talk-further"), MORE, draft=draft, lines=question.lines)]
        written = question.draft if page == 1 else " ".join((*path, f"+{page}"))
        return replace(question, draft=written, rows=tuple(shown), start=min(question.start, first_possible(shown)))

    # --- paths ------------------------------------------------------------------------------------------------

    def _paths(self, answers: bool) -> Iterator[tuple[Path, Action]]:
        """Every legal action with the words that lead to it."""
        if answers:
            for action in self.legal:
                yield self._answer_path(action), action
            return
        pairs = {action.args[2] for action in self.legal if action.args[0] == a.SOUND and len(action.args) == 4}
        for action in self.legal:
            yield from ((way, action) for way in self._message_paths(action, pairs))

    def _message_paths(self, action: Action, pairs: set[int]) -> Iterator[Path]:
        setting = self.setting
        kind, *values = action.args
        if kind == a.NOTHING:
            yield ("nothing",)
        elif kind in (a.ALL_NEED, a.ALL_FREE):
            yield "say", ALL, _CLAIMS[kind], setting.issue_ids[values[0]]
        else:
            to, *about = values
            them = setting.seat_ids[to]
            if kind in _ASKS:
                yield "ask", them, _ASKS[kind]
            elif kind in _CLAIMS:
                yield "say", them, _CLAIMS[kind], setting.issue_ids[about[0]]
            elif kind == a.SOUND:
                first = setting.change_ids[about[0]]
                if about[0] in pairs:
                    yield "sound", them, first, setting.change_ids[about[1]] if len(about) > 1 else ALONE
                if len(about) == 1:
                    yield "sound", them, setting.issue_ids[setting.changes[about[0]][0]], first
            elif kind == a.OFFER:
                yield "offer", them, setting.act_ids[about[0]], setting.act_ids[about[1]]
            elif kind == a.WARN:
                yield "warn", them, setting.act_ids[about[0]], a.PENALTIES[about[1]]
            elif kind in MENDING["regret"]:
                paid = setting.concessions[about[0]].id if about else SUPPORT
                yield MORE, "regret", them, paid
            else:
                yield MORE, "accuse" if kind == a.ACCUSE else "withdraw", them

    def _answer_path(self, action: Action) -> Path:
        setting = self.setting
        kind, *values = action.args
        if kind == a.TELL:
            return (setting.issue_ids[values[0]],)
        word = _ANSWER_WORDS[kind]
        if kind in (a.ONLY, a.MISSING):
            return word, setting.issue_ids[setting.changes[values[0]][0]], setting.change_ids[values[0]]
        return (word, setting.act_ids[values[0]]) if values else (word,)

    # --- rows of a message ------------------------------------------------------------------------------------

    def _first_rows(self, here: list[tuple[Path, Action]]) -> list[Row]:
        """What kind of message: always in the same places; what cannot be said now says why."""
        open_ = {way[0] for way, _ in here}
        rows = []
        for group, kinds in GROUPS.items():
            name = say("ask-talk-to-say", what=group)
            lines = (Said(say("ask-talk-explained", what=group)),)
            row = Row(name, group, draft=group, lines=lines) if group in open_ else self._barred(name, group, kinds)
            rows.append(row)
        nothing = self._row(a.NO_MESSAGE_ACTION, say("ask-talk-to-say", what="nothing"))
        rows.append(replace(nothing, word="nothing"))
        if MORE in open_:
            lines = (Said(say("ask-talk-explained", what=MORE)),)
            rows.append(Row(say("ask-talk-to-say", what=MORE), MORE, draft=MORE, lines=lines))
        return rows

    def _barred(self, name: str, word: str, kinds: tuple[int, ...], to: int = -1) -> Row:
        """A row that cannot be chosen, with the reason: of the first of these kinds of messages."""
        others = [each for each in self.setting.seats if each not in (self.view.seat, *self.aloud)]
        if to in self.aloud or not others:
            return Row(name, word, refusal=refusal_text(ALOUD))
        verb = next(each for each in self._verbs() if each.code == (a.MESSAGE, kinds[-1]))
        them = to if to >= 0 else others[0]
        return Row(name, word, refusal=self._why_not(self._sample(verb, [(them,)])))

    def _slot(self, path: Path) -> str:
        """What is chosen next."""
        if path == (MORE,):
            return "mend"
        group = path[1] if path[0] == MORE else path[0]
        return f"{group}-{len(path) - (path[0] == MORE)}"

    def _next_rows(self, path: Path, here: list[tuple[Path, Action]]) -> list[Row]:
        words: dict[str, list[Action]] = {}
        for way, action in here:
            words.setdefault(way[len(path)], []).append(action)
        ends = {way[len(path)] for way, _ in here if len(way) == len(path) + 1}
        if path in {(group,) for group in GROUPS} or (path[0] == MORE and len(path) == 2):
            rows = self._seats(path, words, ends)
        else:
            rows = [self._further(path, word, words[word], word in ends) for word in self._sorted(path, words)]
        if path[0] == "sound" and len(path) == 3 and path[2] in self.setting.issue_ids:
            rows += self._closed_levels(path, words)
            rows.sort(key=lambda row: self.setting.change_ids.index(row.word))
        return rows

    def _seats(self, path: Path, words: dict[str, list[Action]], ends: set[str]) -> list[Row]:
        """To whom: all delegations, in the same places."""
        rows = [self._further(path, ALL, words[ALL], False)] if ALL in words else []
        for to, them in enumerate(self.setting.seat_ids):
            if them in words:
                rows.append(self._further(path, them, words[them], them in ends))
            elif to != self.view.seat:
                kinds = (GROUPS | MENDING)[path[-1]]
                rows.append(self._barred(self.words.seats[to], them, kinds, to))
        return rows

    def _further(self, path: Path, word: str, actions: list[Action], ends: bool) -> Row:
        """A word that sends the message, or leads on."""
        new = (*path, word)
        name = self._label(path, word)
        if ends:
            row = self._row(actions[0], name)
            known = (told(self.words, self.view, actions[0]), self._explained(self._verb_of(actions[0])))
            others = (line for line in row.lines if line not in known)
            return replace(row, word=word, lines=(*self._worth(new), *others, self._so_far(new)))
        lines = (*self._worth(new), self._so_far(new))
        return Row(name, word, draft=" ".join(new), lines=lines)

    def _closed_levels(self, path: Path, words: dict[str, list[Action]]) -> list[Row]:
        """Levels that cannot be sounded out, with the reason (R19.4)."""
        to = self.setting.seat_ids.index(path[1])
        rows = []
        for at, word in enumerate(self.setting.change_ids):
            if self.setting.issue_ids[self.setting.changes[at][0]] == path[2] and word not in words:
                why = self._why_not(Action(a.MESSAGE, (a.SOUND, to, at)))
                rows.append(Row(self._label(path, word), word, refusal=why))
        return rows

    def _sorted(self, path: Path, words: dict[str, list[Action]]) -> list[str]:
        """What the own hand allows and what is worth most comes first; the rest as the deck has it."""
        if path[0] == "offer":
            theirs = len(path) == 3
            return sorted(words, key=lambda word: (-self._act_gain(word), word) if theirs else (-self._act_gain(word),))
        if path[0] == "sound" and len(path) == 2:
            own = [word for word in words if word in self.setting.change_ids]
            own.sort(key=lambda word: -self._gain(word))
            return [*own, *(word for word in self.setting.issue_ids if word in words)]
        if path[0] == "sound" and path[2] in self.setting.change_ids:
            return sorted(words, key=lambda word: (word != ALONE, -self._gain(word) if word != ALONE else 0))
        return list(words)

    def _act_gain(self, word: str) -> int:
        return act_gain(self.view, self.setting.act_ids.index(word))

    def _gain(self, word: str) -> int:
        return gain(self.view, (self.setting.changes[self.setting.change_ids.index(word)],))

    # --- words ------------------------------------------------------------------------------------------------

    def _label(self, path: Path, word: str) -> str:
        """What a word is called in a row."""
        setting, words = self.setting, self.words
        if word in setting.seat_ids:
            return words.seats[setting.seat_ids.index(word)]
        if word in setting.change_ids:
            change = change_in_short(words, setting.change_ids.index(word))
            own = path[0] == "sound" and len(path) == 2
            return say("ask-talk-own", change=change) if own else change
        if word in setting.issue_ids:
            issue = setting.issue_ids.index(word)
            spec = setting.issues[issue]
            return say("ask-row-issue", id=spec.id, title=spec.title, level=self.view.level(issue))
        if word in setting.act_ids:
            return capital(act_in_short(words, setting.act_ids.index(word)))
        if word in words.cards:
            return f"{word}  {words.cards[word].title}"
        if path[0] == "ask":
            return capital(say(f"talk-{word}"))
        return say("ask-talk-word", word=word)

    def _worth(self, path: Path) -> Lines:
        """What the last word of a path is worth to the seat, if it is a change."""
        word = path[-1]
        if path[0] == "sound" and word in (*self.setting.change_ids, ALONE):
            changes = [each for each in path[2:] if each in self.setting.change_ids]
            pairs = tuple(self.setting.changes[self.setting.change_ids.index(each)] for each in dict.fromkeys(changes))
            return (worth_line(gain(self.view, pairs)),)
        if path[0] == "offer" and word in self.setting.act_ids:
            points = self._act_gain(word)
            return (worth_line(points),) if points else ()
        return ()

    def _so_far(self, path: Path) -> Said:
        """The sentence as far as it is built."""
        gap = say("ask-talk-gap")
        group, *rest = path[1:] if path[0] == MORE and len(path) > 1 else path
        to = rest[0] if rest else ""
        about = rest[1:]
        them = self._label(path, to) if to else gap
        said = self._said(group, about, gap).replace(f"{gap}.", gap)
        line = say("talk-to-all", said=said) if to == ALL else say("ask-talk-so-far", to=them, said=said)
        return Said(line, "strong")

    def _said(self, group: str, about: list[str], gap: str) -> str:
        setting, words = self.setting, self.words

        def act(at: int) -> str:
            return act_in_short(words, setting.act_ids.index(about[at]), False) if len(about) > at else gap

        said: dict[str, Callable[[], str]] = {
            "ask": lambda: say(f"talk-{about[0]}"),
            "sound": lambda: say("talk-sound", changes=self._sounded(about, gap)),
            "offer": lambda: say("talk-offer", give=act(0), get=act(1)),
            "warn": lambda: say(
                "talk-warn", act=act(0), penalty=say(f"talk-penalty-{about[1]}") if len(about) > 1 else gap
            ),
            "say": lambda: say(f"talk-{about[0]}", issue=self._issue(about[1]) if len(about) > 1 else gap),
            "accuse": lambda: say("talk-accuse"),
            "withdraw": lambda: say("talk-withdraw"),
            "regret": lambda: (
                say("talk-regret_support")
                if about[0] == SUPPORT
                else say("talk-regret_card", card=self._label(("regret",), about[0]))
            ),
        }
        needs = group in ("ask", "say", "regret", MORE)
        return gap if group not in said or (needs and not about) else said[group]()

    def _issue(self, word: str) -> str:
        return self.words.issue(self.setting.issue_ids.index(word))

    def _sounded(self, about: list[str], gap: str) -> str:
        named = [word for word in about if word in self.setting.change_ids]
        if not named:
            return f"{self._issue(about[0])} {gap}" if about else gap
        short = [change_in_short(self.words, self.setting.change_ids.index(word), False) for word in named]
        return say("names-listed", most=short[0], last=short[1]) if len(short) > 1 else short[0]

    # --- answers ----------------------------------------------------------------------------------------------

    def _asked(self, exchange: Exchange, path: Path) -> Question:
        """What was said to the seat, with what it would be worth; further on it is not said again."""
        if path:
            return Question(" ".join(path), say("ask-talk-answer-title"), say("ask-talk-answer-further"), (), 0)
        them = self.words.seats[other(exchange, self.view.seat)]
        kind = "counter" if exchange.answers else a.MESSAGES[exchange.said[1]]
        text = say("ask-talk-answer", who=self.who, kind=kind, **{"from": them})
        lines = heard_lines(self.words, self.view, exchange)
        return Question(" ".join(path), say("ask-talk-answer-title"), text, (), -1, lines)

    def _answer_rows(self, path: Path, here: list[tuple[Path, Action]]) -> list[Row]:
        words: dict[str, list[tuple[Path, Action]]] = {}
        for way, action in here:
            words.setdefault(way[len(path)], []).append((way, action))
        order = list(_ANSWER_WORDS.values())
        found = list(words) if path else sorted(words, key=lambda each: order.index(each) if each in order else -1)
        if path in (("mine",), ("yours",)):
            found.sort(key=lambda word: -self._act_gain(word))
        return [self._answer_row(path, word, words[word]) for word in found]

    def _answer_row(self, path: Path, word: str, here: list[tuple[Path, Action]]) -> Row:
        new = (*path, word)
        way, action = here[0]
        name = say("ask-talk-word", word=word) if word in _ANSWER_WORDS.values() else self._label(new, word)
        if way != new:
            return Row(name, word, draft=" ".join(new), lines=(self._explained(self._verb_of(action)),))
        row = self._row(action, name)
        worth: Lines = ()
        if word in self.setting.act_ids:
            worth = (worth_line(self._act_gain(word)),)
        elif word in self.setting.change_ids:
            worth = (worth_line(self._gain(word)),)
        exchange = asked(self.view.talk, self.view.seat)
        heard = heard_lines(self.words, self.view, exchange) if exchange is not None else ()
        return replace(row, word=word, lines=(*worth, *heard, *row.lines))

    def _verb_of(self, action: Action) -> Verb:
        return next(verb for verb in self._verbs() if verb.code == code_of(action))
