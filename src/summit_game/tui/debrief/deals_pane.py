"""Page 3: the deals that existed, counted; those with a name; and a picture of them for two delegations."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.debrief.model import PUBLIC, Deal, Debrief
from summit_game.engine.board import BRACKETS
from summit_game.tui.cells import Part, fit, literal, right, row
from summit_game.tui.debrief.panes import DebriefPane, gains, heading, texts
from summit_game.tui.debrief.plot import pairs, plot_lines

LOWEST, HIGHEST = 10, 24
"""Lines of the picture, at least and at most."""


def missing(debrief: Debrief, width: int) -> list[Content]:
    """Why there is nothing to say about deals."""
    if debrief.shown == PUBLIC:
        return texts("Which deals were possible is told once the game is over.", width, "$dim")
    return texts("This deck has too many texts to look at all of them.", width, "$dim")


class PlotPane(DebriefPane):
    """The front for a pair of delegations, as large as the pane."""

    NAME = "Front"
    HELP_LINES = (
        "o is a text where nobody can gain unless another loses, seen by all delegations; T this table's text,",
        "N the largest product of surpluses, digits the draft after each round. The lines are what no deal was worth.",
        "f goes to the next pair of delegations, F to the one before.",
    )
    pair = 0

    @property
    def title(self) -> str:
        return picture_title(self.debrief, self.pair)

    def turn(self, pair: int) -> None:
        """Show another pair of delegations."""
        self.pair = pair
        self.rewrite()
        self.border_title = literal(self.title)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if debrief.deals is None:
            return missing(debrief, width)
        room = self.scrollable_content_region.height - 7
        return plot_lines(debrief, pairs(len(debrief.seats))[self.pair], width, min(HIGHEST, max(LOWEST, room)))


def picture_title(debrief: Debrief | None, pair: int) -> str:
    """The words over the picture."""
    if debrief is None:
        return "Front"
    across, up = pairs(len(debrief.seats))[pair]
    return f"Front: {debrief.seat_ids[across]} (across), {debrief.seat_ids[up]} (up)"


class DealsPane(DebriefPane):
    """Counts and named deals; with the picture between them where there is no room for a pane of its own."""

    NAME = "Deals"
    HELP_LINES = (
        "All texts, counted exactly with the briefs that were dealt. A text in the zone is worth no deal to everybody",
        "and crosses nobody's red line. On the front nobody can gain unless another loses.",
        "f goes to the next pair of delegations in the picture, F to the one before.",
    )
    pair = 0
    pictured = True

    @property
    def title(self) -> str:
        return "Deals that existed"

    def turn(self, pair: int) -> None:
        """Show another pair of delegations in the picture."""
        self.pair = pair
        self.rewrite()

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        deals = debrief.deals
        if deals is None:
            return missing(debrief, width)
        counts = (
            (deals.texts, "texts in all"),
            (deals.signable, "with enough agreed issues to be signed"),
            (deals.zone, "worth no deal to everybody, no red line (the zone)"),
            (deals.zone_minus_one, "the same by this table's rule of consensus"),
            (deals.pareto, "where nobody can gain unless another loses (the front)"),
            (deals.pareto_in_zone, "of those, in the zone"),
        )
        lines = []
        for count, words in counts:
            first, *more = texts(words, max(4, width - 9))
            lines.append(row((right(f"{count:,}".replace(",", " "), 8), "bold"), " ", first))
            lines += [row(" " * 9, each) for each in more]
        if deals.on_front:
            lines += texts("This table's text is on the front: nobody could gain unless another lost.", width)
        else:
            more_points = f"one gives everybody at least {deals.distance} more" if deals.distance else ""
            better = "1 text is" if deals.dominating == 1 else f"{deals.dominating} texts are"
            told = f"This table's text: {better} better for somebody and worse for nobody"
            lines += texts(f"{told}; {more_points}." if more_points else f"{told}.", width)
        if self.pictured:
            lines += heading(picture_title(debrief, self.pair), width)
            lines += plot_lines(debrief, pairs(len(debrief.seats))[self.pair], width, LOWEST)
        lines += heading("Deals with a name", width)
        return lines + named_lines(debrief, (deals.outcome, *deals.named), width)


def level_cell(level: int) -> str:
    """A level in few cells."""
    return "[ ]" if level == BRACKETS else str(level)


def named_lines(debrief: Debrief, deals: tuple[Deal, ...], width: int) -> list[Content]:
    """Deals as a table: levels and surpluses; one below the other if the table is too wide."""
    name = min(26, max(cell_len(each.name) for each in deals) + 1)
    issue = max(4, *(cell_len(each) + 1 for each in debrief.issue_ids))
    seat = max(5, *(cell_len(each) + 1 for each in debrief.seat_ids))
    lines: list[Content] = []
    table = name + issue * len(debrief.issues) + 1 + seat * len(debrief.seats) + 6 <= width
    if table:
        head = "".join(right(each, issue) for each in debrief.issue_ids) + " "
        head += "".join(right(each, seat) for each in debrief.seat_ids) + right("sum", 6)
        lines.append(row((fit("levels, surplus" if name > 15 else "", name) + head, "bold $dim")))
        for each in deals:
            parts: list[Part] = [(fit(each.name, name), "bold")]
            parts += [right(level_cell(level), issue) for level in each.text]
            parts.append(" ")
            parts += [
                (right(f"{one:+d}", seat), "$good" if one > 0 else "$bad" if one < 0 else "") for one in each.surplus
            ]
            parts.append((right(f"{sum(each.surplus):+d}", 6), "bold"))
            lines.append(row(*parts))
        lines.append(row(""))
    for each in deals:
        tied = f" {each.ties} texts fit equally well; this is the first." if each.ties > 1 else ""
        if table and each.definition:
            lines += texts(f"{each.name}: {each.definition}{tied}", width, "$dim", "    ")
        if not table:
            lines += texts(each.name, width, "bold")
            lines += texts(f"  {each.definition}{tied}", width, "$dim", "  ") if each.definition else []
            levels = "  ".join(f"{debrief.issue_ids[at]} {level_cell(level)}" for at, level in enumerate(each.text))
            lines += texts(f"  {levels}", width, "", "  ")
            lines += texts(f"  surplus {gains(debrief, each.surplus)}", width, "", "  ")
    return lines
