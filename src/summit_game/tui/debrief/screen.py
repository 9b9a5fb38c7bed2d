"""The debrief: its pages, their keys, and what is private in them. Reads a game, never plays in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import Screen

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.model import Debrief, WhatIf
from summit_game.debrief.whatif.comparison import RUNS, Named, WhatIfError, baseline, run, suggestions
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.table.log import EVERYTHING
from summit_game.tui.choices import Choice
from summit_game.tui.debrief import files, pages
from summit_game.tui.debrief.layout import PAGES, PANES, places
from summit_game.tui.debrief.moment_pane import MomentPane
from summit_game.tui.debrief.panes import DebriefPane, See
from summit_game.tui.debrief.plot import pairs
from summit_game.tui.debrief.timeline_pane import TimelinePane, talk_moments
from summit_game.tui.debrief.whatif import WhatIfScreen
from summit_game.tui.dialogs import Pick
from summit_game.tui.help import help_for
from summit_game.tui.labels import label
from summit_game.tui.reader import Reader
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.tabs import PaneTabs
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.safe import clean

HIGH = 34
"""Lines from which the timeline shows every track."""


class Pages(Container):
    """Holds the panes at the places that `layout.places` gives."""

    DEFAULT_CSS = """
    Pages { height: 1fr; background: $background; overflow: hidden; }
    Pages > * { position: absolute; }
    """


class ReplayAt(ReplayScreen):
    """A replay that begins at an entry of the journal."""

    def __init__(self, sitting: Sitting, reader: int, entry: int) -> None:
        super().__init__(sitting, reader)
        self._first = next((at for at, each in enumerate(self.replay.steps) if each.number >= entry), 0)

    def _begin(self) -> None:
        super()._begin()
        self.go(self._first)


class DebriefScreen(Screen[None]):
    """What happened at a table, why, and what could have been. Dismissed with nothing."""

    DEFAULT_CSS = """
    DebriefScreen { layout: vertical; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "key-next", id="debrief.next", priority=True, key_display="→"),
        Binding("left", "step(-1)", "key-before", id="debrief.before", priority=True, show=False),
        Binding("full_stop", "round(1)", "key-round", id="debrief.round", key_display="."),
        Binding("comma", "round(-1)", "key-round-before", id="debrief.round_before", key_display=",", show=False),
        Binding("t", "turning", "debrief_screen-next-turning", id="debrief.turning", show=False),
        Binding("w", "talk", "debrief_screen-next-talk", id="debrief.talk", show=False),
        Binding("f", "pair(1)", "debrief_screen-pair", id="debrief.pair"),
        Binding("F", "pair(-1)", "debrief_screen-pair-before", id="debrief.pair_before", show=False),
        Binding("x", "what_if", "debrief_screen-whatif", id="debrief.what_if"),
        Binding("h", "private", "debrief_screen-private", id="debrief.private"),
        Binding("escape", "close", "key-back", id="debrief.close"),
        Binding("r", "replay", "key-replay", id="debrief.replay"),
        Binding("e", "export", "debrief_screen-export", id="debrief.export"),
        Binding("n", "names", "debrief_screen-names", id="debrief.names", show=False),
        Binding("f1,question_mark", "help", "key-help", id="debrief.help", key_display="?"),
        *(Binding(key, f"page('{key}')", name, id=f"debrief.page{key}", show=False) for key, name in PAGES.items()),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.debrief: Debrief | None = None
        self.page = "1"
        self.at = 0
        """The moment that is looked at."""
        self.pair = 0
        self.archive = False
        """Whether what was private is shown."""
        self.pseudonyms = False
        self.whatifs: tuple[WhatIf, ...] = ()
        self._may_open = False
        """Whether the facilitator has agreed to open the archive."""
        self._read: dict[tuple[bool, bool], Debrief] = {}
        self._trying = False

    # --- making and arranging --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield PaneTabs({key: (key, label(name)) for key, name in PAGES.items()}, id="pages")
        with Pages(id="panes"):
            yield pages.FitPane(id="fit")
            yield pages.ResultsPane(id="results")
            yield pages.DealsPane(id="deals")
            yield pages.PlotPane(id="plot")
            yield TimelinePane(id="timeline")
            yield MomentPane(id="moment")
            yield pages.LedgerPane(id="ledger")
            yield pages.StoriesPane(id="stories")
            yield pages.QuestionsPane(id="questions")
            yield pages.DeedsPane(id="deeds")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(TitleBar).tell(say("debrief-title", deck=self.sitting.deck.deck.title), "", "", "")
        self.action_page(self.page)
        self.read()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out()

    def lay_out(self) -> None:
        """Put the panes of the page where they belong at this size."""
        timeline = self.query_one(TimelinePane)
        wanted = timeline.lines_wanted(self.debrief, self.size.height >= HIGH) if self.debrief is not None else 10
        found = places(self.page, self.size.width, self.size.height - 3, wanted)
        deals = self.query_one("#deals", pages.DealsPane)
        with self.app.batch_update():
            if deals.pictured != ("plot" not in found):
                deals.pictured = "plot" not in found
                deals.rewrite()
            for pane in self.query(DebriefPane):
                place = found.get(str(pane.id))
                if pane.display != (place is not None):
                    pane.display = place is not None
                    pane.call_after_refresh(pane.rewrite)
                if place is not None:
                    pane.styles.offset = (place.x, place.y)
                    pane.styles.width, pane.styles.height = place.width, place.height
        self.query_one(PaneTabs).show(self.page)
        if self.focused is not None and not self.focused.display:
            self.query_one(f"#{PANES[self.page][0]}").focus()

    # --- reading the game ------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="reading")
    def read(self) -> None:
        """Read the game, as far as it may be shown now, without holding the screen up."""
        wanted = (self.archive, self.pseudonyms)
        if wanted not in self._read:
            self._read[wanted] = cleaned(analyse(self.sitting, *wanted))
        self.app.call_from_thread(self.show, wanted)

    def show(self, wanted: tuple[bool, bool]) -> None:
        """Show a debrief that has been read, unless another is wanted by now."""
        if not self.is_mounted or wanted != (self.archive, self.pseudonyms):
            return
        debrief = replace(self._read[wanted], whatifs=self.whatifs)
        self.debrief = debrief
        self.at = min(self.at, max(0, len(debrief.moments) - 1))
        with self.app.batch_update():
            self.query_one(TimelinePane).at = self.query_one(MomentPane).at = self.at
            for pane in self.query(DebriefPane):
                pane.show(self.debrief)
            self.lay_out()
        state = say("debrief_screen-archive", open=self.archive)
        names = say("debrief_screen-names-hidden") if self.pseudonyms else ""
        going_on = say("debrief_screen-going-on", round=max(1, debrief.last_round), rounds=debrief.rounds)
        where = debrief.endings[debrief.ending] if debrief.ending >= 0 else going_on
        if self.size.width >= 100:
            when = say("debrief_screen-when", date=debrief.played_on, minutes=debrief.minutes)
            where = f"{where}   {when}"
        self.query_one(TitleBar).tell(say("debrief-title", deck=debrief.deck), where, state, names)
        self.refresh_bindings()

    # --- pages and moments -----------------------------------------------------------------------------------

    @on(PaneTabs.Chosen)
    def tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_page(event.name)

    def action_page(self, page: str) -> None:
        """Open a page and put the keys there."""
        self.page = page
        self.lay_out()
        self.set_focus(self.query_one(f"#{PANES[page][0]}"))
        self.refresh_bindings()

    def go(self, moment: int) -> None:
        """Look at a moment."""
        if self.debrief is None or not self.debrief.moments:
            return
        self.at = min(max(moment, 0), len(self.debrief.moments) - 1)
        with self.app.batch_update():
            self.query_one(TimelinePane).step(self.at)
            self.query_one(MomentPane).step(self.at)

    def action_step(self, by: int) -> None:
        self.go(self.at + by)

    def action_round(self, by: int) -> None:
        """The first moment of the next round, or of this one or the one before."""
        if self.debrief is None or not self.debrief.moments:
            return
        moments = self.debrief.moments
        now = moments[self.at].round
        if by > 0:
            self.go(next((at for at, each in enumerate(moments) if each.round > now), len(moments) - 1))
            return
        begun = next(at for at, each in enumerate(moments) if each.round == now)
        wanted = now if begun < self.at else now - 1
        self.go(next((at for at, each in enumerate(moments) if each.round >= wanted), 0))

    def action_turning(self) -> None:
        """The next turning point; after the last the first."""
        if self.debrief is not None and (points := sorted(each.moment for each in self.debrief.turning)):
            self.go(next((each for each in points if each > self.at), points[0]))

    def action_talk(self) -> None:
        """The next moment at which something was said, or all saw something about words; after the last the first."""
        if self.debrief is not None and (points := talk_moments(self.debrief)):
            self.go(next((each for each in points if each > self.at), points[0]))

    @on(See)
    def see(self, event: See) -> None:
        self.action_page("4")
        self.go(event.moment)

    def action_pair(self, by: int) -> None:
        """The picture for another pair of delegations."""
        if self.debrief is not None:
            self.pair = (self.pair + by) % len(pairs(len(self.debrief.seats)))
            for pane in self.query(pages.DealsPane):
                pane.turn(self.pair)

    # --- what was private, and names -------------------------------------------------------------------------

    @property
    def finished(self) -> bool:
        """Whether nothing more will be played in this game."""
        return self.sitting.table.over or self.sitting.table.ended

    def action_private(self) -> None:
        """Show what was private, or hide it again. The facilitator is asked the first time."""
        if not self.finished:
            self.notify(say("debrief_screen-stays-private"))
        elif self.archive or self._may_open:
            self._set(not self.archive, self.pseudonyms)
        else:
            answers = [
                Choice("no", say("debrief_screen-open-no"), say("debrief-shown-results")),
                Choice("yes", say("debrief_screen-open-yes"), say("debrief-shown-archive")),
            ]
            self.app.push_screen(Pick(say("debrief_screen-open"), answers), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "yes":
            self._may_open = True
            self._set(True, self.pseudonyms)

    def action_names(self) -> None:
        """Hide the names of people and what they typed, or show them again."""
        self._set(self.archive, not self.pseudonyms)
        self.notify(say("debrief_screen-names-now", hidden=self.pseudonyms))

    def _set(self, archive: bool, pseudonyms: bool) -> None:
        self.archive, self.pseudonyms = archive, pseudonyms
        self.read()

    # --- what if ---------------------------------------------------------------------------------------------

    def action_what_if(self) -> None:
        """Pick a counterfactual; it is played in a thread."""
        if self.debrief is None:
            return
        if not self.finished:
            self.notify(say("debrief_screen-whatif-later"))
        elif self._trying:
            self.notify(say("debrief_screen-whatif-already"))
        elif found := suggestions(self.sitting):
            by_id = {each.id: each for each in found}
            self.app.push_screen(
                Pick(say("debrief_screen-whatif-which"), [Choice(each.id, each.short, each.title) for each in found]),
                lambda chosen: self._try(by_id[chosen]) if chosen is not None else None,
            )
        else:
            self.notify(say("debrief_screen-whatif-nothing"))

    def _try(self, named: Named) -> None:
        self._trying = True
        self.notify(say("debrief_screen-whatif-begun", runs=RUNS))
        self._play_on(named)

    @work(thread=True, group="what-if")
    def _play_on(self, named: Named) -> None:
        try:
            result: tuple[WhatIf, WhatIf] | WhatIfError = run(self.sitting, named), baseline(self.sitting, named)
        except WhatIfError as error:
            result = error
        self.app.call_from_thread(self._played, result)

    def _played(self, result: tuple[WhatIf, WhatIf] | WhatIfError) -> None:
        self._trying = False
        if not self.is_mounted or self.debrief is None:
            return
        if isinstance(result, WhatIfError):
            self.notify(say("debrief_screen-whatif-failed", why=result), severity="warning")
            return
        tried, unchanged = result
        self.whatifs = (*(each for each in self.whatifs if each.title != tried.title), tried)
        self.show((self.archive, self.pseudonyms))
        if self.app.screen is self:
            self.app.push_screen(WhatIfScreen(self.debrief, tried, unchanged))
        else:
            self.notify(say("debrief_screen-whatif-done"))

    # --- files and the replay --------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Pick what to write; never over a file that is there."""
        if self.debrief is not None:
            self.app.push_screen(Pick(say("debrief_screen-write"), files.choices()), self._export)

    def _export(self, form: str | None) -> None:
        if form is not None and self.debrief is not None:
            self._write(self.debrief, list(files.MAKERS) if form == files.ALL else [form])

    @work(thread=True, group="export")
    def _write(self, debrief: Debrief, forms: list[str]) -> None:
        try:
            paths = files.write_down(debrief, forms)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            where = ", ".join(str(folder) for folder in files.folders())
            told, severity = say("debrief_screen-not-written", where=where, why=reason), "error"
        else:
            names = ", ".join(path.name for path in paths)
            written = {"where": paths[0].parent, "names": names, "private": self.archive}
            told, severity = say("debrief_screen-written", **written), "information"
        self.app.call_from_thread(self.notify, clean(told), severity=severity, timeout=12, markup=False)

    def action_replay(self) -> None:
        """Step through the game from this moment on; Escape comes back."""
        if self.debrief is not None and self.debrief.moments:
            reader = EVERYTHING if self.archive else NOBODY
            self.app.push_screen(ReplayAt(self.sitting, reader, self.debrief.moments[self.at].entry))

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("step", "round", "turning", "talk"):
            return self.page == "4"
        if action == "pair":
            return self.page == "3" and self.debrief is not None and self.debrief.deals is not None
        return True

    def action_help(self) -> None:
        self.app.push_screen(Reader(say("key-help"), help_for(self)))

    def action_close(self) -> None:
        self.dismiss(None)

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers: a title, a word about it, what it does."""
        pages = [
            (say("debrief_screen-page", key=key, name=label(name)), "", partial(self.action_page, key))
            for key, name in PAGES.items()
        ]
        private, files_ = say("debrief_screen-do-private", shown=self.archive), ", ".join(files.MAKERS)
        return [
            *pages,
            (private, say("debrief_screen-do-private-how"), self.action_private),
            (say("debrief_screen-do-names", hidden=self.pseudonyms), "", self.action_names),
            (label("debrief_screen-whatif"), say("debrief_screen-whatif-how"), self.action_what_if),
            (label("debrief_screen-export"), files_, self.action_export),
            (label("key-replay"), say("debrief_screen-replay-how"), self.action_replay),
            (label("key-back"), "", self.action_close),
        ]
