"""New game: deck, seats, rules and clock on one form, with what each line means beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from summit_game.bots.kinds import LEVELS
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.rules.registry import ModuleUnusable, parameters
from summit_game.table.clock import PER_DECISION
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import Sitter
from summit_game.tui.choices import Choice
from summit_game.tui.descriptions import bots_told, level_words, modules_told
from summit_game.tui.dialogs import Pick, Write, write_twice
from summit_game.tui.form import HEADING, OPENS, STEPS, SWITCH, About, Field, Form
from summit_game.tui.game_setup import CLOCKS, PERSON, UPS, YOU, Plan, Seat, Stack, read_seed, stacks, usual_sitters
from summit_game.tui.help import help_for
from summit_game.tui.reader import Reader
from summit_game.tui.sizes import mark_size
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.catalogue import say
from summit_game.words.names import listed
from summit_game.words.safe import NAME_LENGTH, safe_text

__all__ = ["NewGame", "Sitter", "Start", "usual_sitters"]

WHO = {YOU: "you", PERSON: "another person"}
WHO_TOLD = {
    YOU: "You play it. With several people the screen is handed over behind a curtain.",
    PERSON: "Somebody else at this machine. A word of their own can keep others out.",
}


@dataclass(frozen=True)
class Start:
    """A game that has been dealt, and the words of its delegations."""

    sitting: Sitting
    words: Mapping[int, str]


def clock_words(at: int) -> str:
    """A clock of the list in words."""
    per, seconds = CLOCKS[at]
    if not per:
        return "none"
    time = f"{seconds // 60} min" if seconds >= 120 else f"{seconds} s"
    return f"{time} for each {'decision' if per == PER_DECISION else 'phase'}"


def who_words(seat: Seat) -> str:
    """Who sits, in words."""
    return WHO.get(seat.who) or next((each.name for each in bots_told() if each.kind == seat.who), seat.who)


class NewGame(Screen[Start | None]):
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
            yield Form(id="form", title="New game")
            yield About(id="about")
        with Horizontal(id="end"):
            yield Static("", id="state", markup=False)
            yield Button(Content("Begin"), id="begin", compact=True)
            yield Button(Content("Back"), id="back", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        self.renew()
        self.examine()

    def on_resize(self, event: events.Resize) -> None:
        mark_size(self, event.size)

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
        self.query_one(TitleBar).tell("New game", self.plan.stack.title if self.plan.stack else "", "", "")
        self.refresh_bindings()
        if form.current is not None:
            self.explain(form.current)

    def in_short(self) -> str:
        """The game in one line."""
        plan = self.plan
        people, bots = len(plan.people), len(plan.delegations) - len(plan.people)
        who = f"{people} {'person' if people == 1 else 'people'}, {bots} {'bot' if bots == 1 else 'bots'}"
        on = len([name for name in plan.modules if name not in plan.off and name not in plan.off_by_variant])
        watch = "; you watch" if not people else ""
        return f"{who}{watch}; {on} of {len(plan.modules)} rule modules"

    def fields(self) -> Iterator[Field]:
        """Every line of the form."""
        plan = self.plan
        yield Field("", "The table", kind=HEADING)
        about: tuple[str, ...] = (plan.deck.deck.summary, plan.deck.deck.setting) if plan.deck is not None else ()
        if plan.stack is not None and plan.stack.problem:
            about = (plan.stack.problem,)
        yield Field("deck", "Deck", plan.stack.title if plan.stack else "none", STEPS, about=about)
        if plan.deck is None:
            return
        names = {each.id: each for each in plan.deck.delegations}
        at_table = listed(names[each].name for each in plan.delegations)
        yield Field("size", "Delegations", str(plan.size), STEPS, about=(f"At the table: {at_table}.",))
        yield Field("", "Who plays", kind=HEADING)
        for name in plan.delegations:
            yield from self._seat_fields(name, names[name].name, names[name].sentence)
        if plan.deck.variants:
            yield Field("", "Variants", kind=HEADING)
            for each in plan.deck.variants:
                yield Field(
                    f"variant.{each.id}", each.title, kind=SWITCH, on=each.id in plan.variants, about=(each.text,)
                )
        yield Field("", "Rule modules", kind=HEADING)
        yield from self._module_fields()
        yield Field("", "Cards and clock", kind=HEADING)
        yield from self._end_fields()

    def _seat_fields(self, name: str, title: str, sentence: str) -> Iterator[Field]:
        seat = self.plan.seats[name]
        told = next((each for each in bots_told() if each.kind == seat.who), None)
        about = WHO_TOLD.get(seat.who) or (f"{told.name}: {told.about}" if told is not None else "")
        told_before = (say("sitting-opened-afterwards"),) if seat.who in WHO else ()
        yield Field(f"seat.{name}", f"{name} {title}", who_words(seat), STEPS, about=(sentence, about, *told_before))
        if seat.has_level:
            levels = "; ".join(f"{level} {level_words(level)}" for level in LEVELS)
            value = f"{seat.level}, {level_words(seat.level)}"
            yield Field(f"level.{name}", "level", value, STEPS, about=(f"How well it plays: {levels}.",), inset=3)
        if seat.who == PERSON:
            why = "What to call this person at the hand-over. It may stay empty."
            yield Field(f"name.{name}", "name", seat.name or "not given", OPENS, about=(why,), inset=3)
        if seat.who == PERSON and self._asks_words:
            why = "Only who knows the word opens this delegation's papers. It is forgotten when the program ends."
            value = "chosen" if seat.word else "none; asked at the first hand-over"
            yield Field(f"word.{name}", "word", value, OPENS, about=(why,), inset=3)

    def _module_fields(self) -> Iterator[Field]:
        told, hidden = modules_told(), self.plan.off_by_variant
        for name in self.plan.modules:
            each = told[name]
            about: tuple[str, ...] = (f"{each.name} adds: {each.adds}", f"Switched off: {each.off}")
            if name in hidden:
                why = f"off: {hidden[name]}"
                about = (f"The variant {hidden[name]} switches it off.", *about)
                yield Field(f"module.{name}", each.name, why, SWITCH, False, about)
            else:
                yield Field(f"module.{name}", each.name, each.clause, SWITCH, name not in self.plan.off, about)

    def _end_fields(self) -> Iterator[Field]:
        plan = self.plan
        seed = "drawn by chance" if plan.seed is None else str(plan.seed)
        about = "The same seed deals the same cards, news and secrets, on any machine. Empty draws one by chance."
        yield Field("seed", "Seed", seed, OPENS, about=(about,))
        about = "It measures and never moves anything. A facilitator can stop it or give more time."
        yield Field("clock", "Clock", clock_words(plan.clock), STEPS, about=(about,))
        if plan.rule is not None:
            about = "The least: pass, hold, promise nothing, keep silence. It is marked in the log."
            yield Field("up", "When time is up", UPS[plan.up], STEPS, about=(about,), inset=3)
        about = "With a word, only who knows it can pause, bring in events, go back and so on (F8)."
        yield Field("facilitator", "Facilitator's word", "chosen" if plan.word else "none", OPENS, about=(about,))

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
            ups = list(UPS)
            plan.up = ups[(ups.index(plan.up) + by) % len(ups)]
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
            self.app.push_screen(Pick("Deck", decks, str(plan.at)), self._took_deck)
        elif kind == "size":
            sizes = [Choice(str(size), f"{size} delegations", self._seated(size)) for size in plan.sizes]
            self.app.push_screen(Pick("Delegations", sizes, str(plan.size)), self._took_size)
        elif kind == "seat":
            people = [Choice(who, WHO[who].capitalize(), WHO_TOLD[who]) for who in (YOU, PERSON)]
            bots = [Choice(each.kind, f"Bot: {each.name}", each.about) for each in bots_told()]
            picked = partial(self._took_who, name)
            self.app.push_screen(Pick(f"Who plays {name}?", [*people, *bots], plan.seats[name].who), picked)
        elif kind == "clock":
            clocks = [Choice(str(at), clock_words(at)) for at in range(len(CLOCKS))]
            self.app.push_screen(Pick("Clock", clocks, str(plan.clock)), self._took_clock)
        elif kind in ("level", "up"):
            self.post_message(Form.Stepped(f"{kind}.{name}" if name else kind, 1))
        elif kind == "name":
            why = f"Who plays {name}?"
            window = Write("Name", why, plan.seats[name].name, NAME_LENGTH)
            self.app.push_screen(window, partial(self._took_name, name))
        elif kind == "word":
            why = f"A word that opens the papers of {name}. Empty: none yet."
            self.app.push_screen(Write("Word", why, "", NAME_LENGTH, secret=True), partial(self._took_word, name))
        elif kind == "facilitator":
            why = "It opens the facilitator's commands in this game. Empty: everybody can use them."
            write_twice(self.app, "Facilitator's word", why, partial(self._took_word, ""))
        elif kind == "seed":
            seed = "" if plan.seed is None else str(plan.seed)
            self.app.push_screen(Write("Seed", "A whole number. Empty: drawn by chance.", seed, 20), self._took_seed)

    def _seated(self, size: int) -> str:
        assert self.plan.deck is not None
        names = {each.id: each.name for each in self.plan.deck.delegations}
        return f"{listed(names[each] for each in self.plan.deck.tables[size])}."

    def _took_deck(self, at: str | None) -> None:
        if at is not None and int(at) != self.plan.at:
            self.plan.use(int(at))
            self.examine()
        self.renew()

    def _took_size(self, size: str | None) -> None:
        if size is not None:
            self.plan.resize(int(size))
            self.renew()

    def _took_who(self, name: str, who: str | None) -> None:
        if who is not None:
            self.plan.seat(name, who)
            self.renew()

    def _took_clock(self, at: str | None) -> None:
        if at is not None:
            self.plan.clock = int(at)
            self.renew()

    def _took_name(self, name: str, text: str | None) -> None:
        if text is not None:
            self.plan.seats[name].name = safe_text(text, NAME_LENGTH)
            self.renew()

    def _took_word(self, name: str, text: str | None) -> None:
        if text is not None:
            holder = self.plan.seats[name] if name else self.plan
            holder.word = text.strip()
            self.renew()

    def _took_seed(self, text: str | None) -> None:
        if text is None:
            return
        try:
            self.plan.seed = read_seed(text)
        except ValueError as error:
            self.notify(str(error), severity="warning", markup=False)
        self.renew()

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
            count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
            self.plan.faulty[stack.id] = f"This deck has {count}; the first: {faults[0]}"
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

    def action_close(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(Reader("Help", help_for(self)))


def _about_deck(each: Stack) -> str:
    return each.deck.deck.summary if each.deck is not None else each.problem
