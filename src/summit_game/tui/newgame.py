"""New game: deck, seats, rules and clock on one form, with what each line means beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from summit_game.bots.kinds import LEVELS
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.rules.registry import ModuleUnusable, parameters
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import Sitter
from summit_game.tui.choices import Choice
from summit_game.tui.descriptions import bots_told, level_words, modules_told
from summit_game.tui.dialogs import Pick, Write, write_twice
from summit_game.tui.form import HEADING, OPENS, STEPS, SWITCH, About, Field, Form
from summit_game.tui.game_setup import CLOCKS, PERSON, UPS, YOU, Plan, Seat, Stack, read_seed, stacks, usual_sitters
from summit_game.tui.labels import label
from summit_game.tui.room import Room
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.catalogue import say
from summit_game.words.names import capital, listed
from summit_game.words.safe import NAME_LENGTH, safe_text

__all__ = ["NewGame", "Sitter", "Start", "usual_sitters"]


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


class NewGame(Room[Start | None]):
    """The form. Dismissed with the game that was begun, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "key-begin", id="newgame.begin"),
        Binding("escape", "close", "key-back", id="newgame.close"),
        Binding("f1,question_mark", "help", "key-help", id="newgame.help", key_display="?"),
    ]
    AUTO_FOCUS = "#form"

    def __init__(self, path: Path | None = None, asks_words: bool = True) -> None:
        """`asks_words`: whether people may choose words that open their papers."""
        super().__init__()
        self._asks_words = asks_words
        found = stacks()
        at = next((at for at, each in enumerate(found) if each.path == path), 0)
        self.plan = Plan(found, at)
        self.problem = ""

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Vertical(id="body"):
            yield Form(id="form", title=say("title-new"))
            yield About(id="about")
        with Horizontal(id="end"):
            yield Static("", id="state", markup=False)
            yield Button(Content(say("key-begin")), id="begin", compact=True)
            yield Button(Content(say("key-back")), id="back", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.renew()
        self.examine()

    # --- the form --------------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Show the plan as it is, and say whether it can be played."""
        self.problem = self.plan.problem
        form = self.query_one(Form)
        form.put(list(self.fields()))
        state = self.query_one("#state", Static)
        state.set_class(bool(self.problem), "-bad")
        state.update(Content(self.problem or self.in_short()), layout=False)
        self.query_one("#begin", Button).disabled = bool(self.problem)
        self.query_one(TitleBar).tell(say("title-new"), self.plan.stack.title if self.plan.stack else "", "", "")
        self.refresh_bindings()
        if form.current is not None:
            self.explain(form.current)

    def in_short(self) -> str:
        """The game in one line."""
        plan = self.plan
        people, bots = len(plan.people), len(plan.delegations) - len(plan.people)
        on = len([name for name in plan.modules if name not in plan.off and name not in plan.off_by_variant])
        return say("newgame-in-short", people=people, bots=bots, on=on, modules=len(plan.modules))

    def fields(self) -> Iterator[Field]:
        """Every line of the form."""
        plan = self.plan
        yield Field("", say("newgame-table"), kind=HEADING)
        about: tuple[str, ...] = (plan.deck.deck.summary, plan.deck.deck.setting) if plan.deck is not None else ()
        if plan.stack is not None and plan.stack.problem:
            about = (plan.stack.problem,)
        yield Field(
            "deck", say("newgame-deck"), plan.stack.title if plan.stack else say("newgame-none"), STEPS, about=about
        )
        if plan.deck is None:
            return
        names = {each.id: each for each in plan.deck.delegations}
        at_table = self._seated(plan.size)
        yield Field(
            "size", label("pane-delegations"), str(plan.size), STEPS, about=(say("newgame-seated", who=at_table),)
        )
        yield Field("", say("newgame-who-plays"), kind=HEADING)
        for name in plan.delegations:
            yield from self._seat_fields(name, names[name].name, names[name].sentence)
        if plan.deck.variants:
            yield Field("", say("newgame-variants"), kind=HEADING)
            for each in plan.deck.variants:
                yield Field(
                    f"variant.{each.id}", each.title, kind=SWITCH, on=each.id in plan.variants, about=(each.text,)
                )
        yield Field("", say("title-modules"), kind=HEADING)
        yield from self._module_fields()
        yield Field("", say("newgame-cards-and-clock"), kind=HEADING)
        yield from self._end_fields()

    def _seat_fields(self, name: str, title: str, sentence: str) -> Iterator[Field]:
        seat = self.plan.seats[name]
        told = next((each for each in bots_told() if each.kind == seat.who), None)
        about = f"{told.name}: {told.about}" if told is not None else ""
        told_before: tuple[str, ...] = ()
        if seat.who in (YOU, PERSON):
            about, told_before = say(f"newgame-{seat.who}-about"), (say("sitting-opened-afterwards"),)
        yield Field(f"seat.{name}", f"{name} {title}", who_words(seat), STEPS, about=(sentence, about, *told_before))
        if seat.has_level:
            levels = "; ".join(f"{level} {level_words(level)}" for level in LEVELS)
            value = f"{seat.level}, {level_words(seat.level)}"
            yield Field(
                f"level.{name}",
                say("newgame-level"),
                value,
                STEPS,
                about=(say("newgame-levels", levels=levels),),
                inset=3,
            )
        if seat.who == PERSON:
            value, why = seat.name or say("console-not-given"), say("newgame-name-about")
            yield Field(f"name.{name}", say("newgame-name"), value, OPENS, about=(why,), inset=3)
        if seat.who == PERSON and self._asks_words:
            value = say("newgame-chosen") if seat.word else say("newgame-asked-later")
            why = say("newgame-word-about")
            yield Field(f"word.{name}", say("newgame-word"), value, OPENS, about=(why,), inset=3)

    def _module_fields(self) -> Iterator[Field]:
        told, hidden = modules_told(), self.plan.off_by_variant
        for name in self.plan.modules:
            each = told[name]
            about: tuple[str, ...] = (
                say("newgame-adds", name=each.name, what=each.adds),
                say("newgame-off", what=each.off),
            )
            if name in hidden:
                why = say("newgame-off-by", variant=hidden[name])
                about = (say("newgame-variant-off", variant=hidden[name]), *about)
                yield Field(f"module.{name}", each.name, why, SWITCH, False, about)
            else:
                yield Field(f"module.{name}", each.name, each.clause, SWITCH, name not in self.plan.off, about)

    def _end_fields(self) -> Iterator[Field]:
        plan = self.plan
        seed = say("newgame-by-chance") if plan.seed is None else str(plan.seed)
        word = say("newgame-chosen") if plan.word else say("newgame-none")
        yield self._told_field("seed", seed, OPENS)
        yield self._told_field("clock", clock_words(plan.clock), STEPS)
        if plan.rule is not None:
            yield self._told_field("up", say(f"newgame-up-{plan.up}"), STEPS, inset=3)
        yield self._told_field("facilitator", word, OPENS)

    @staticmethod
    def _told_field(name: str, value: str, kind: str, inset: int = 0) -> Field:
        return Field(name, say(f"newgame-{name}"), value, kind, about=(say(f"newgame-{name}-about"),), inset=inset)

    @on(Form.Considered)
    def considered(self, event: Form.Considered) -> None:
        self.explain(event.field)

    def explain(self, field: Field) -> None:
        """What a line means, after what is wrong with the whole."""
        wrong = [(self.problem, "bold $bad")] if self.problem else []
        about = self.query_one(About)
        about.border_title = Content(field.label)
        about.tell(*wrong, *((text, "") for text in field.about if text))

    # --- changing --------------------------------------------------------------------------------------------

    @on(Form.Stepped)
    def stepped(self, event: Form.Stepped) -> None:
        plan, by = self.plan, event.by
        kind, _, name = event.name.partition(".")
        if kind == "deck":
            plan.use(plan.at + by)
            self.examine()
        elif kind == "size":
            plan.step_size(by)
        elif kind == "seat":
            plan.step_who(name, by)
        elif kind == "level":
            plan.step_level(name, by)
        elif kind == "clock":
            plan.clock = (plan.clock + by) % len(CLOCKS)
        elif kind == "up":
            plan.up = UPS[(UPS.index(plan.up) + by) % len(UPS)]
        self.renew()

    @on(Form.Opened)
    def opened(self, event: Form.Opened) -> None:
        kind, _, name = event.name.partition(".")
        if kind in ("variant", "module"):
            if kind == "module" and name in self.plan.off_by_variant:
                self.app.bell()
                return
            self.plan.toggle(kind, name)
            self.renew()
        else:
            self.open_line(kind, name)

    def open_line(self, kind: str, name: str) -> None:
        """A window for a line that has more choices than fit on it."""
        plan = self.plan
        if kind == "deck":
            decks = [Choice(str(at), each.title, _about_deck(each)) for at, each in enumerate(plan.stacks)]
            self._ask(Pick(say("newgame-deck"), decks, str(plan.at)), self._took_deck)
        elif kind == "size":
            sizes = [
                Choice(str(size), say("newgame-size", count=size), f"{self._seated(size)}.") for size in plan.sizes
            ]
            self._ask(Pick(label("pane-delegations"), sizes, str(plan.size)), lambda size: plan.resize(int(size)))
        elif kind == "seat":
            people = [Choice(who, capital(say(f"newgame-{who}")), say(f"newgame-{who}-about")) for who in (YOU, PERSON)]
            bots = [Choice(each.kind, say("newgame-bot", name=each.name), each.about) for each in bots_told()]
            window = Pick(say("newgame-who-is", who=name), [*people, *bots], plan.seats[name].who)
            self._ask(window, partial(plan.seat, name))
        elif kind == "clock":
            clocks = [Choice(str(at), clock_words(at)) for at in range(len(CLOCKS))]
            self._ask(Pick(say("newgame-clock"), clocks, str(plan.clock)), lambda at: setattr(plan, "clock", int(at)))
        elif kind in ("level", "up"):
            self.post_message(Form.Stepped(f"{kind}.{name}" if name else kind, 1))
        elif kind == "name":
            seat, why = plan.seats[name], say("newgame-who-is", who=name)
            line = Write(capital(say("newgame-name")), why, seat.name, NAME_LENGTH)
            self._ask(line, lambda text: setattr(seat, "name", safe_text(text, NAME_LENGTH)))
        elif kind == "word":
            seat, why = plan.seats[name], say("newgame-word-why", who=name)
            line = Write(capital(say("newgame-word")), why, "", NAME_LENGTH, secret=True)
            self._ask(line, lambda text: setattr(seat, "word", text.strip()))
        elif kind == "facilitator":
            write_twice(self.app, say("newgame-facilitator"), say("newgame-facilitator-why"), self._took_word)
        elif kind == "seed":
            seed = "" if plan.seed is None else str(plan.seed)
            self._ask(Write(say("newgame-seed"), say("newgame-seed-why"), seed, 20), self._took_seed)

    def _seated(self, size: int) -> str:
        assert self.plan.deck is not None
        names = {each.id: each.name for each in self.plan.deck.delegations}
        return listed(names[each] for each in self.plan.deck.tables[size])

    def _ask(self, window: Pick | Write, take: Callable[[str], object]) -> None:
        """Open a window; what is picked or written there is taken into the plan."""

        def answered(text: str | None) -> None:
            if text is not None:
                take(text)
                self.renew()

        self.app.push_screen(window, answered)

    def _took_deck(self, at: str) -> None:
        if int(at) != self.plan.at:
            self.plan.use(int(at))
            self.examine()

    def _took_word(self, word: str) -> None:
        self.plan.word = word.strip()
        self.renew()

    def _took_seed(self, text: str) -> None:
        try:
            self.plan.seed = read_seed(text)
        except ValueError as error:
            self.notify(str(error), severity="warning", markup=False)

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

    @on(Button.Pressed, "#back")
    def pressed_back(self) -> None:
        self.action_close()

    def action_begin(self) -> None:
        if self.problem:
            self.app.bell()
            return
        try:
            sitting = self.plan.begin()
        except (DeckError, SetupError, ModuleUnusable, OSError) as error:
            text = str(error.faults[0]) if isinstance(error, DeckError) and error.faults else str(error)
            self.notify(text, severity="warning", markup=False)
            return
        self.dismiss(Start(sitting, self.plan.words()))


def _about_deck(each: Stack) -> str:
    return each.deck.deck.summary if each.deck is not None else each.problem
