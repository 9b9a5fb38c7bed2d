"""The end: the endings unveiled one by one with the lines of their fit, then what each delegation reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from summit_game.console.console import Console
from summit_game.engine.scenarios import fits
from summit_game.engine.scoring import scores
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.tui.cells import bar, cut, fit, right, row, wrap
from summit_game.tui.console_screen import open_console
from summit_game.tui.messages import DebriefWanted
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.paper import Paper
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words import papers
from summit_game.words.names import Words

AGAIN, OTHER, REPLAY, LEAVE, BACK = "again", "other", "replay", "leave", "back"
"""What can be wanted after a game: the same cards, other ones, to step through it, nothing more; it was taken back."""


class Verdict(Paper):
    """The text of the end, as far as it has been unveiled."""

    NAME, HELP_LINES = "pane-end", ("help-end",)

    def __init__(self, sitting: Sitting, unveiled: int) -> None:
        super().__init__(id="verdict")
        self.table = sitting.table
        self.words = Words(sitting.table.setting, sitting.deck)
        self.fits = sorted(fits(self.table.state), key=lambda each: each.points)
        self.unveiled = unveiled

    @property
    def steps(self) -> int:
        """Unveiled endings, then the verdict."""
        return len(self.fits) + 1

    def compose_lines(self, width: int) -> list[Content]:
        lines = [row((say("ending-how-well"), "bold"))]
        if self.unveiled < self.steps:
            lines.append(row((say("ending-unveils", count=len(self.fits)), "$dim")))
        for each in self.fits[: self.unveiled]:
            title = self.words.setting.scenarios[each.ending].title
            name = min(26, max(12, width // 3))
            room = max(6, min(50, width - name - 6))
            lines.append(row(""))
            lines.append(
                row((fit(title, name), "bold"), (bar(each.points, 0, 100, room), "$mine"), (right(str(each.points), 5)))
            )
            for text in papers.sum_lines(each.lines):
                lines += [row((line, "$dim")) for line in wrap(text, width, "    ")]
        if self.unveiled >= self.steps:
            why = papers.highest_fit(self.words, self.table.state)
            lines += [row((line, "bold")) for line in wrap(why, width)] if why else []
            lines += self._verdict(width)
        return lines

    def _verdict(self, width: int) -> list[Content]:
        state = self.table.state
        lines = [row(""), row(("─" * width, "$line"))]
        results = scores(state)
        column = min(max(map(cell_len, (*self.words.seats, say("ending-delegation")))) + 1, max(12, width - 46))
        for at, told in enumerate(papers.the_ending(self.words, state)):
            lines += [row((line, "bold $accent" if at == 0 else "")) for line in wrap(told, width)]
        widths = {"score": 7, "no-deal": 9, "surplus": 9, "rating": 8}
        head = "".join(right(say(f"ending-{name}"), cells) for name, cells in widths.items())
        lines += [row(""), row((f"{fit(say('ending-delegation'), column)}{head}", "bold $dim"))]
        for each in results:
            name = self.words.seats[each.seat]
            style = "$good" if each.surplus > 0 else "$bad" if each.surplus < 0 else ""
            lines.append(
                row(
                    (fit(name, column), "bold"),
                    right(str(each.points), 7),
                    right(str(each.reservation), 9),
                    (right(f"{each.surplus:+d}", 9), style),
                    right(str(each.rating), 8),
                    f"  {cut(papers.band_words(each.rating), max(4, width - column - 35))}",
                )
            )
        for told in papers.the_results(self.words, state):
            lines += [row(line) for line in wrap(told, width, "    " if told.startswith("  ") else "")]
        return lines


class Ending(Screen[str]):
    """The last screen of a game."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "key-unveil", id="ending.next"),
        Binding("d", "debrief", "key-debrief", id="ending.debrief"),
        Binding("r", "want('replay')", "key-replay", id="ending.replay"),
        Binding("a", "want('again')", "key-again", id="ending.again"),
        Binding("n", "want('other')", "key-new-cards", id="ending.other"),
        Binding("escape", "want('leave')", "key-leave", id="ending.leave"),
    ]

    def __init__(self, sitting: Sitting, unveiled: int = 0, facilitated: bool = True) -> None:
        """`facilitated`: whether a facilitator can take the game back from here."""
        super().__init__()
        self.sitting = sitting
        self.facilitated = facilitated
        self._before = unveiled

    @property
    def unveiled(self) -> int:
        """How much has been unveiled."""
        return self.query_one(Verdict).unveiled

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Verdict(self.sitting, self._before)
        yield KeyBar()

    def on_mount(self) -> None:
        setting = self.sitting.table.setting
        self.query_one(TitleBar).tell(
            self.sitting.deck.deck.title,
            say("screen-round", round=self.sitting.table.state.round, rounds=setting.options.rounds),
            say("ending-title"),
            "",
        )
        self.query_one(Verdict).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next" and self.is_mounted:
            verdict = self.query_one(Verdict)
            return verdict.unveiled < verdict.steps
        return True

    def action_next(self) -> None:
        verdict = self.query_one(Verdict)
        if verdict.unveiled < verdict.steps:
            verdict.unveiled += 1
            verdict.rewrite()
            if verdict.unveiled == verdict.steps:
                self._to_verdict(verdict)
            else:
                verdict.scroll_end(animate=False)
            self.refresh_bindings()

    def _to_verdict(self, verdict: Verdict) -> None:
        def there() -> None:
            line = next((at for at, each in enumerate(verdict.lines) if each.plain.startswith("─")), 0)
            verdict.scroll_to(y=line, animate=False)

        verdict.call_after_refresh(there)

    def action_want(self, what: str) -> None:
        self.dismiss(what)

    def action_debrief(self) -> None:
        """What happened, why, and what could have been; Escape comes back here."""
        self.post_message(DebriefWanted(self.sitting))

    def facilitate(self, name: str = "") -> None:
        """Open the console at a command, or where the game is taken back; once it is, this screen closes."""
        open_console(self.app, Console(self.sitting.table, self.query_one(Verdict).words), name or "rewind", self._back)

    def _back(self) -> None:
        if not self.sitting.table.over:
            self.dismiss(BACK)

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers."""
        return [(say("key-debrief"), say("screen-debrief"), self.action_debrief)]
