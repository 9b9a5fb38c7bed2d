"""Page 5: who gave and gained what on which issue, the votes that were shown, and the promises."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import LedgerRow, PromiseRow, VoteRow
from summit_game.tui.cells import Part, fit, right, row
from summit_game.tui.debrief.panes import PlacesPane, heading, texts
from summit_game.tui.debrief.reading import Reading, gains

KEPT = {True: "kept", False: "BROKEN", None: "not known"}


class LedgerPane(PlacesPane):
    """Gains and concessions as a table; then votes and promises, each of which leads to its moment."""

    NAME = "Ledger"
    HELP_LINES = (
        "+ is what changes of the text on an issue brought a delegation by its brief, - what they cost it. (n) counts",
        "its own Concessions there that were adopted or played. ↓ goes to votes and promises, Enter to their moment.",
    )

    @property
    def title(self) -> str:
        return "Ledger: who gave what"

    def told(self, reading: Reading, width: int) -> list[Content]:
        it = reading.debrief
        lines = texts("Gained and given by changes of the text, in points of the own brief", width, "bold $accent")
        if it.ledger:
            lines += ledger_lines(reading, width)
        elif reading.public:
            lines += texts("What was gained and given is told once the game is over.", width, "$dim")
        else:
            lines += texts("The text was never changed.", width)
        lines += heading("Votes", width)
        for vote in it.votes:
            lines += self.place(vote.moment, _vote(reading, vote, width), lines)
        if not it.votes:
            lines += texts("No vote was shown.", width, "$dim")
        lines += heading("Promises", width)
        for promise in it.promises:
            lines += self.place(promise.moment, _promise(reading, promise, width), lines)
        if not it.promises:
            lines += texts("No promise was made in public.", width, "$dim")
        return lines


def _vote(reading: Reading, vote: VoteRow, width: int) -> list[Content]:
    outcome = "adopted" if vote.passed else f"blocked by {reading.who(vote.objectors)}"
    if not vote.changes:
        outcome = "signed" if vote.passed else f"not signed; no from {reading.who(vote.objectors)}"
    elif vote.passed and vote.objectors:
        outcome = f"adopted against {reading.who(vote.objectors)}"
    lines = texts(f"  Round {vote.round}, {reading.seat(vote.tabler)}: {vote.words} → {outcome}", width, "", "    ")
    if vote.deltas:
        what = ("it meant" if vote.passed else "it would have meant") if vote.changes else "surplus over no deal then"
        lines += texts(f"    {what} {gains(reading, vote.deltas)}", width, "$dim", "    ")
    return lines


def _promise(reading: Reading, promise: PromiseRow, width: int) -> list[Content]:
    told = f"  Round {promise.round}, {reading.seat(promise.seat)}: {promise.words} → {KEPT[promise.kept]}"
    return texts(told, width, "", "    ")


def cell(entry: LedgerRow | None) -> str:
    """What an issue brought: gained, given, own cards."""
    if entry is None:
        return "·"
    told = [f"+{entry.gained}"] if entry.gained else []
    told += [f"-{entry.given}"] if entry.given else []
    return " ".join([*(told or ["0"]), *([f"({entry.cards})"] if entry.cards else [])])


def ledger_lines(reading: Reading, width: int) -> list[Content]:
    """A row for each delegation and a column for each issue; paragraphs if that is too wide."""
    it = reading.debrief
    found = {(each.seat, each.issue): each for each in it.ledger}
    seats, issues = range(len(it.seats)), range(len(it.issues))
    cells = {(seat, issue): cell(found.get((seat, issue))) for seat in seats for issue in issues}
    columns = [max(len(it.issue_ids[at]), *(len(cells[seat, at]) for seat in seats)) + 2 for at in issues]
    names, label = it.seats, max(map(len, it.seats)) + 1
    if label + sum(columns) + 7 > width:
        names, label = it.seat_ids, max(map(len, it.seat_ids)) + 1
    lines = []
    totals = [sum(each.gained - each.given for each in it.ledger if each.seat == seat) for seat in seats]
    if label + sum(columns) + 7 <= width:
        head = fit("", label) + "".join(right(it.issue_ids[at], columns[at]) for at in issues) + right("total", 7)
        lines.append(row((head, "bold $dim")))
        for seat in seats:
            parts: list[Part] = [(fit(names[seat], label), "bold")]
            parts += [right(cells[seat, at], columns[at]) for at in issues]
            lines.append(row(*parts, (right(f"{totals[seat]:+d}", 7), "bold")))
    else:
        for seat in seats:
            told = [f"{it.issue_ids[at]} {cells[seat, at]}" for at in issues if (seat, at) in found]
            lines += texts(
                f"{it.seats[seat]}: {', '.join(told) or 'nothing'}; total {totals[seat]:+d}", width, "", "  "
            )
    lines += texts("+ gained, - given, (n) own Concessions used there, · untouched", width, "$dim")
    return lines
