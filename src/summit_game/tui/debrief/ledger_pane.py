"""Page 5: who gave and gained what on which issue, the votes that were shown, and the promises."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import PUBLIC, Debrief, LedgerRow, PromiseRow, VoteRow
from summit_game.tui.cells import Part, fit, right, row
from summit_game.tui.debrief.panes import PlacesPane, gains, heading, texts

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

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        lines = texts("Gained and given by changes of the text, in points of the own brief", width, "bold $accent")
        if debrief.ledger:
            lines += ledger_lines(debrief, width)
        elif debrief.shown == PUBLIC:
            lines += texts("What was gained and given is told once the game is over.", width, "$dim")
        else:
            lines += texts("The text was never changed.", width)
        lines += heading("Votes", width)
        for vote in debrief.votes:
            lines += self.place(vote.moment, _vote(debrief, vote, width), lines)
        if not debrief.votes:
            lines += texts("No vote was shown.", width, "$dim")
        lines += heading("Promises", width)
        for promise in debrief.promises:
            lines += self.place(promise.moment, _promise(debrief, promise, width), lines)
        if not debrief.promises:
            lines += texts("No promise was made in public.", width, "$dim")
        return lines


def _vote(debrief: Debrief, vote: VoteRow, width: int) -> list[Content]:
    outcome = "adopted" if vote.passed else f"blocked by {debrief.who(vote.objectors)}"
    if not vote.changes:
        outcome = "signed" if vote.passed else f"not signed; no from {debrief.who(vote.objectors)}"
    elif vote.passed and vote.objectors:
        outcome = f"adopted against {debrief.who(vote.objectors)}"
    lines = texts(f"  Round {vote.round}, {debrief.seat(vote.tabler)}: {vote.words} → {outcome}", width, "", "    ")
    if vote.deltas:
        what = ("it meant" if vote.passed else "it would have meant") if vote.changes else "surplus over no deal then"
        lines += texts(f"    {what} {gains(debrief, vote.deltas)}", width, "$dim", "    ")
    return lines


def _promise(debrief: Debrief, promise: PromiseRow, width: int) -> list[Content]:
    told = f"  Round {promise.round}, {debrief.seat(promise.seat)}: {promise.words} → {KEPT[promise.kept]}"
    return texts(told, width, "", "    ")


def cell(entry: LedgerRow | None) -> str:
    """What an issue brought: gained, given, own cards."""
    if entry is None:
        return "·"
    told = [f"+{entry.gained}"] if entry.gained else []
    told += [f"-{entry.given}"] if entry.given else []
    return " ".join([*(told or ["0"]), *([f"({entry.cards})"] if entry.cards else [])])


def ledger_lines(debrief: Debrief, width: int) -> list[Content]:
    """A row for each delegation and a column for each issue; paragraphs if that is too wide."""
    found = {(each.seat, each.issue): each for each in debrief.ledger}
    seats, issues = range(len(debrief.seats)), range(len(debrief.issues))
    cells = {(seat, issue): cell(found.get((seat, issue))) for seat in seats for issue in issues}
    columns = [max(len(debrief.issue_ids[at]), *(len(cells[seat, at]) for seat in seats)) + 2 for at in issues]
    names, label = debrief.seats, max(map(len, debrief.seats)) + 1
    if label + sum(columns) + 7 > width:
        names, label = debrief.seat_ids, max(map(len, debrief.seat_ids)) + 1
    lines = []
    totals = [own.gained - own.given for own in map(debrief.given, seats)]
    if label + sum(columns) + 7 <= width:
        head = fit("", label) + "".join(right(debrief.issue_ids[at], columns[at]) for at in issues) + right("total", 7)
        lines.append(row((head, "bold $dim")))
        for seat in seats:
            parts: list[Part] = [(fit(names[seat], label), "bold")]
            parts += [right(cells[seat, at], columns[at]) for at in issues]
            lines.append(row(*parts, (right(f"{totals[seat]:+d}", 7), "bold")))
    else:
        for seat in seats:
            told = [f"{debrief.issue_ids[at]} {cells[seat, at]}" for at in issues if (seat, at) in found]
            lines += texts(
                f"{debrief.seats[seat]}: {', '.join(told) or 'nothing'}; total {totals[seat]:+d}", width, "", "  "
            )
    lines += texts("+ gained, - given, (n) own Concessions used there, · untouched", width, "$dim")
    return lines
