"""New game: deck, seats, rules and clock on one form, with what each line means beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Button, Static

from summit_game.bots.kinds import LEVELS
from summit_game.bots.opponents import DIFFICULTIES
from summit_game.language.catalogue import say
from summit_game.rules.registry import ModuleUnusable, parameters
from summit_game.table.class_code import LONGEST
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import LONGEST_NAMES, people_of, written
from summit_game.tui.choices import Choice
from summit_game.tui.descriptions import bots_told, level_words, modules_told
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.form import OPENS, STEPS, SWITCH, Field, Form, FormScreen, Window, heading
from summit_game.tui.game_setup import (
    CLOCKS,
    GRADED,
    OPEN_VOTES,
    PERSON,
    TALK_BETWEEN,
    UPS,
    VOICES,
    YOU,
    Plan,
    Seat,
    Stack,
    read_deal,
    stacks,
)
from summit_game.tui.labels import label
from summit_game.tui.room import tried
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.names import capital, listed
from summit_game.words.safe import NAME_LENGTH, safe_text


@dataclass(frozen=True)
class Start:
    """A game that has been dealt, and the words of its delegations."""

    sitting: Sitting
    words: Mapping[int, str]


def clock_words(at: int) -> str:
    """A clock of the list in words."""
    per, seconds = CLOCKS[at]
    if not per:
        return say("newgame-none")
    minutes = seconds >= 120
    return say("newgame-time", count=seconds // 60 if minutes else seconds, minutes=minutes, per=per)


def who_words(seat: Seat) -> str:
    """Who sits, in words."""
    if seat.who in (YOU, PERSON):
        return say(f"newgame-{seat.who}")
    return next((each.name for each in bots_told() if each.kind == seat.who), seat.who)


class NewGame(FormScreen[Start | None]):
    """The form. Dismissed with the game that was begun, or None."""

    TITLE_SAID = "title-new"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "key-begin", id="newgame.begin"),
        Binding("escape", "close", "key-back", id="newgame.close"),
        Binding("f1,question_mark", "help", "key-help", id="newgame.help", key_display="?"),
    ]

    def __init__(self, path: Path | None = None, asks_words: bool = True) -> None:
        """`asks_words`: whether people may choose words that open their papers."""
        super().__init__()
        self._asks_words = asks_words
        found = stacks()
        at = next((at for at, each in enumerate(found) if each.path == path), 0)
        self.plan = Plan(found, at)
        self.problem = ""

    def buttons(self) -> Iterator[Button]:
        yield Button(Content(say("key-begin")), id="begin", compact=True)

    def on_mount(self) -> None:
        self.renew()
        self.examine()

    # --- the form --------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Show the plan as it is, and say whether it can be played."""
        self.problem = self.plan.problem
        super().renew()
        state = self.query_one("#state", Static)
        state.set_class(bool(self.problem), "-bad")
        state.update(Content(self.problem or self.in_short()), layout=False)
        self.query_one("#begin", Button).disabled = bool(self.problem)
        self.query_one(TitleBar).tell(say("title-new"), self.plan.stack.title if self.plan.stack else "", "", "")
        self.refresh_bindings()
        if (current := self.query_one(Form).current) is not None:
            self.explain(current)

    def explain(self, field: Field, *before: tuple[str, str]) -> None:
        """What a line means, after what is wrong with the whole."""
        super().explain(field, *before, *([(self.problem, "bold $bad")] if self.problem else []))

    def in_short(self) -> str:
        """The game in one line."""
        plan = self.plan
        people, bots = len(plan.people), len(plan.delegations) - len(plan.people)
        on = len([name for name in plan.modules if name not in plan.off and name not in plan.off_by_variant])
        return say("newgame-in-short", people=people, bots=bots, on=on, modules=len(plan.modules))

    def fields(self) -> Iterator[Field]:
        plan, deck = self.plan, self.plan.deck
        yield heading(say("newgame-table"))
        about = [plan.stack.problem] if plan.stack is not None else []
        if deck is not None:
            about = [deck.deck.summary, deck.deck.setting]
        decks = [Choice(str(at), each.title, _about_deck(each)) for at, each in enumerate(plan.stacks)]
        title = plan.stack.title if plan.stack else say("newgame-none")
        yield _choice("deck", say("newgame-deck"), title, decks, str(plan.at), self._took_deck, about)
        if deck is None:
            return
        names = {each.id: each for each in deck.delegations}
        seated = {size: listed(names[each].name for each in deck.tables[size]) for size in plan.sizes}
        sizes = [Choice(str(size), say("newgame-size", count=size), f"{who}.") for size, who in seated.items()]
        told, size = [say("newgame-seated", who=seated[plan.size])], str(plan.size)
        yield _choice("size", label("pane-delegations"), size, sizes, size, lambda value: plan.resize(int(value)), told)
        yield heading(say("newgame-who-plays"))
        words = {each: say(f"newgame-{each}") for each in DIFFICULTIES}
        steps = [Choice(each, word) for each, word in words.items()]
        yield Field(
            "opponents", say("newgame-opponents"), words[plan.difficulty], STEPS,
            about=(say("newgame-opponents-about"),), options=steps, at=plan.difficulty, take=plan.oppose,
        )  # fmt: skip
        for name in plan.delegations:
            yield from self._seat_fields(name, names[name].name, names[name].sentence)
        if deck.variants:
            yield heading(say("newgame-variants"))
        for each in deck.variants:
            yield _switch(f"variant.{each.id}", each.title, "", plan.variants, each.id in plan.variants, (each.text,))
        yield heading(say("title-modules"))
        yield from self._module_fields()
        yield heading(say("newgame-cards-and-clock"))
        yield from self._end_fields()

    def _seat_fields(self, name: str, title: str, sentence: str) -> Iterator[Field]:
        plan, seat, which = self.plan, self.plan.seats[name], say("newgame-who-is", who=name)
        people = [Choice(who, capital(say(f"newgame-{who}")), say(f"newgame-{who}-about")) for who in (YOU, PERSON)]
        bots = [Choice(each.kind, say("newgame-bot", name=each.name), each.about) for each in bots_told()]
        told = next((f"{each.name}: {each.about}" for each in bots_told() if each.kind == seat.who), "")
        about = [sentence, told]
        if seat.who in (YOU, PERSON):
            about = [sentence, say(f"newgame-{seat.who}-about"), say("sitting-opened-afterwards")]
        yield _choice(
            f"seat.{name}", f"{name} {title}", who_words(seat), [*people, *bots], seat.who,
            partial(plan.seat, name), about, which,
        )  # fmt: skip
        if seat.has_level:
            told = say("newgame-levels", levels="; ".join(f"{level} {level_words(level)}" for level in LEVELS))
            levels = {level: f"{level}, {level_words(level)}" for level in LEVELS}
            options, at = [Choice(str(level), text) for level, text in levels.items()], str(seat.level)
            yield Field(
                f"level.{name}", say("newgame-level"), levels[seat.level], STEPS, about=(told,), inset=3,
                options=options, at=at, take=lambda value: setattr(seat, "level", int(value)),
            )  # fmt: skip
        if seat.who in (YOU, PERSON):
            window = partial(Write, capital(say("newgame-name")), which, written(seat.people), LONGEST_NAMES)
            yield _written(
                "name", written(seat.people) or say("console-not-given"), window,
                lambda text: setattr(seat, "people", people_of(text)), name,
            )  # fmt: skip
        if seat.who == PERSON and self._asks_words:
            why, value = say("newgame-word-why", who=name), "newgame-chosen" if seat.word else "newgame-asked-later"
            window = partial(Write, capital(say("newgame-word")), why, "", NAME_LENGTH, secret=True)
            yield _written("word", say(value), window, lambda text: setattr(seat, "word", text.strip()), name)

    def _module_fields(self) -> Iterator[Field]:
        plan, told, hidden = self.plan, modules_told(), self.plan.off_by_variant
        for name in plan.modules:
            each = told[name]
            about = [say("newgame-adds", name=each.name, what=each.adds), say("newgame-off", what=each.off)]
            if name in hidden:
                why = say("newgame-off-by", variant=hidden[name])
                about = [say("newgame-variant-off", variant=hidden[name]), *about]
                yield Field(
                    f"module.{name}", each.name, why, SWITCH, False, tuple(about), take=lambda _: self.app.bell()
                )
            else:
                yield _switch(f"module.{name}", each.name, each.clause, plan.off, name not in plan.off, about)

    def _end_fields(self) -> Iterator[Field]:
        plan = self.plan
        if plan.deck is not None and plan.deck.draw is not None:
            yield self._set_field()
        seed = "" if plan.seed is None else plan.code or str(plan.seed)
        window = partial(Write, say("newgame-seed"), say("newgame-seed-why"), seed, 2 * LONGEST)
        yield _written("seed", seed or say("newgame-by-chance"), window, self._took_seed)
        window = partial(Write, say("newgame-called"), say("newgame-called-why"), plan.called, NAME_LENGTH)
        yield _written("called", plan.called or say("newgame-none"), window, self._took_called)
        if len(plan.people) > 1:
            told, on = (say("newgame-open-votes-about"),), OPEN_VOTES in plan.table
            yield _switch(f"table.{OPEN_VOTES}", say("newgame-open-votes"), "", plan.table, on, told)
            if plan.talks:
                told, on = (say("newgame-talk-between-about"),), TALK_BETWEEN in plan.table
                yield _switch(f"table.{TALK_BETWEEN}", say("newgame-talk-between"), "", plan.table, on, told)
        yield from self._adviser_fields()
        if len(plan.people) < len(plan.delegations):
            told, on = (say("newgame-voices-about"),), VOICES in plan.table
            yield _switch(f"table.{VOICES}", say("newgame-voices"), "", plan.table, on, told)
        clocks = [Choice(str(at), clock_words(at)) for at in range(len(CLOCKS))]
        name, about, now = say("newgame-clock"), [say("newgame-clock-about")], str(plan.clock)
        yield _choice(
            "clock", name, clock_words(plan.clock), clocks, now, lambda at: setattr(plan, "clock", int(at)), about
        )
        if plan.rule is not None:
            ups = [Choice(up, say(f"newgame-up-{up}")) for up in UPS]
            yield Field(
                "up", say("newgame-up"), say(f"newgame-up-{plan.up}"), STEPS, about=(say("newgame-up-about"),), inset=3,
                options=ups, at=plan.up, take=lambda value: setattr(plan, "up", value),
            )  # fmt: skip
        value = say("newgame-chosen") if plan.word else say("newgame-none")
        window = partial(Write, say("newgame-facilitator"), say("newgame-facilitator-why"), twice=True)
        yield _written("facilitator", value, window, lambda word: setattr(plan, "word", word.strip()))

    def _adviser_fields(self) -> Iterator[Field]:
        """The adviser, and whether the game is graded: then there is none."""
        plan = self.plan
        graded, told = GRADED in plan.table, (say("newgame-graded-about"),)
        if not graded:
            about = (say("newgame-adviser-about"),)
            yield Field(
                "adviser", say("newgame-adviser"), "", SWITCH, plan.advises, about,
                take=lambda _: setattr(plan, "adviser", not plan.advises),
            )  # fmt: skip
        yield _switch(f"table.{GRADED}", say("newgame-graded"), "", plan.table, graded, told)

    def _set_field(self) -> Field:
        """Mandates and briefs: drawn, or one of the sets of the deck (R1.4d)."""
        plan, drawn = self.plan, say("newgame-set-drawn")
        sets = {str(number): say("newgame-set", number=number) for number in range(1, plan.sets + 1)}
        options = [Choice("", drawn, say("newgame-set-drawn-about")), *(Choice(at, name) for at, name in sets.items())]
        at = str(plan.numbered or "")
        return _choice(
            "set", say("newgame-sets"), sets.get(at, drawn), options, at,
            lambda number: setattr(plan, "numbered", int(number) if number else None), [say("newgame-sets-about")],
        )  # fmt: skip

    def _took_deck(self, at: str) -> None:
        if int(at) != self.plan.at:
            self.plan.use(int(at))
            self.examine()

    def _took_seed(self, text: str) -> None:
        self.plan.seed, self.plan.code = read_deal(text)

    def _took_called(self, text: str) -> None:
        self.plan.called = safe_text(text, NAME_LENGTH)

    @work(thread=True, exclusive=True, group="check")
    def examine(self) -> None:
        """Check the chosen deck as `summit deck check` does, while the person looks at the form."""
        # Only here: a table that is begun at once needs no check.
        from summit_game.deck.check import check_path

        stack = self.plan.stack
        if stack is None or stack.deck is None or stack.id in self.plan.faulty:
            return
        try:
            faults = check_path(stack.path, parameters()).faults
        except ModuleUnusable:
            return
        if faults:
            self.plan.faulty[stack.id] = say("newgame-faults", count=len(faults), fault=str(faults[0]))
            self.app.call_from_thread(self.renew)

    # --- beginning -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.problem if action == "begin" else True

    @on(Button.Pressed, "#begin")
    def pressed_begin(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        if self.problem:
            self.app.bell()
            return
        if (sitting := tried(self, self.plan.begin)) is not None:
            self.dismiss(Start(sitting, self.plan.words()))


def _about_deck(each: Stack) -> str:
    return each.deck.deck.summary if each.deck is not None else each.problem


def _choice(
    name: str,
    label: str,
    value: str,
    options: Sequence[Choice],
    at: str,
    take: Callable[[str], object],
    about: Iterable[str],
    title: str = "",
) -> Field:
    """A value to step through, or to pick from a window."""
    window = partial(Pick, title or label, options, at)
    return Field(name, label, value, STEPS, about=tuple(about), take=take, options=options, at=at, window=window)


def _switch(name: str, label: str, value: str, group: set[str], on: bool, about: Iterable[str]) -> Field:
    """A switch of what `kind.id` names: of a variant that is on or a module that is off, as `group` holds them."""
    return Field(
        name, label, value, SWITCH, on, tuple(about),
        take=lambda _: group.symmetric_difference_update({name.partition(".")[2]}),
    )  # fmt: skip


def _written(name: str, value: str, window: Window, take: Callable[[str], object], of: str = "") -> Field:
    """A value that is written; of a delegation, or of the game."""
    told, about = say(f"newgame-{name}"), (say(f"newgame-{name}-about"),)
    return Field(f"{name}.{of}" if of else name, told, value, OPENS, False, about, 3 if of else 0, take, window=window)
