"""The sections on the deals that were possible, on what really happened and could have been, and behind questions."""

from __future__ import annotations

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section
from summit_game.debrief.model import Closest, Deals, Debrief
from summit_game.words.names import count, signed


def deals(debrief: Debrief) -> Section:
    """The deals that existed, the outcome among them, and what was missed."""
    found = debrief.deals
    if found is None:
        return Section("deals", "", ())
    blocks: list[Block] = [Items(tuple(_counts(found))), place(found)]
    shown = (found.outcome, *found.named)
    worth = [
        (deal.name, *(f"{value} ({signed(over)})" for value, over in zip(deal.values, deal.surplus, strict=True)))
        for deal in shown
    ]
    ends = (("Best of all texts", *map(str, found.best)), ("No deal", *map(str, found.walk_away)))
    blocks.append(Grid("What deals give, in points and over no deal", ("Deal", *debrief.seats), (*worth, *ends)))
    blocks.append(
        Grid(
            "Their texts",
            ("Issue", found.outcome.name, *(each.name for each in found.named)),
            tuple(
                (issue, *(debrief.cell(at, each.text[at]) for each in shown)) for at, issue in enumerate(debrief.issues)
            ),
        )
    )
    blocks.append(
        Items(
            tuple(
                f"{each.name}: {each.definition}"
                + (f" {each.ties} texts fit this equally well; the first is shown." if each.ties > 1 else "")
                for each in shown
                if each.definition
            )
        )
    )
    blocks += _singles(debrief, found)
    blocks.append("The nearest text that each delegation would have signed:")
    blocks.append(Items(tuple(_closest(debrief, each, found) for each in found.closest)))
    return Section("deals", "The deals that were possible", tuple(each for each in blocks if each != Items(())))


def _counts(found: Deals) -> list[str]:
    return [
        f"{count(found.texts, 'text')} in all; {found.signable} could have been put to the question (R7.1).",
        f"{found.zone} of these were worth no deal or more to everybody and crossed no red line; "
        f"{found.zone_minus_one} under this table's rule of consensus (R4.2 to R4.4).",
        f"{count(found.pareto, 'text was', 'texts were')} efficient: nobody could gain unless another lost. "
        f"{found.pareto_in_zone} of them lay in the zone of agreement.",
    ]


def place(found: Deals) -> str:
    """Where the outcome lies, in a sentence."""
    if found.on_front:
        return "The text at the end is efficient: no text gives more to one delegation and less to none."
    better = f"{count(found.dominating, 'text gives', 'texts give')} more to somebody and less to nobody."
    if found.distance:
        return (
            f"The text at the end is not efficient: {better} "
            f"Distance to the front: {count(found.distance, 'point')} that everybody could have had on top."
        )
    return f"The text at the end is not efficient: {better} Distance to the front: 0, none gives more to everybody."


def _singles(debrief: Debrief, found: Deals) -> list[Block]:
    if not found.single:
        return ["No single change of one issue would have helped one delegation and hurt none."]
    rows = tuple(
        (debrief.change(each.issue, each.before, each.after), *(signed(gain) for gain in each.gains))
        for each in found.single
    )
    return [Grid("Single changes that help one and hurt none", ("Change", *debrief.seats), rows)]


def _closest(debrief: Debrief, each: Closest, found: Deals) -> str:
    who = debrief.seat(each.seat)
    if each.text is None:
        return f"{who}: no text at all would have done."
    if not each.changed:
        return f"{who}: the text at the end itself, surplus {signed(each.surplus)}."
    outcome = found.outcome.text
    changes = "; ".join(debrief.change(at, outcome[at], each.text[at]) for at in each.changed)
    return f"{who}: {count(len(each.changed), 'issue')} changed, surplus {signed(each.surplus)}: {changes}."


def stories(debrief: Debrief) -> Section:
    """What really happened, issue by issue, beside the table's text."""
    blocks: list[Block] = []
    for each in debrief.stories:
        own = " (invented)" if each.invented and "invented" not in each.level_source.lower() else ""
        table = f"{debrief.cell(each.issue, each.level)}. {each.level_text}".strip()
        rows = [("At this table", debrief.played_on, table, f"{each.level_source}{own}")]
        rows += [(said.who, said.when, said.text, said.source) for said in each.said]
        blocks.append(Grid(debrief.issues[each.issue], ("Who", "When", "What", "Source"), tuple(rows)))
    return Section("history", "What really happened", tuple(blocks))


def whatifs(debrief: Debrief) -> Section:
    """Counterfactuals: how often each ending came out when one thing was changed."""
    blocks: list[Block] = []
    for each in debrief.whatifs:
        rows = tuple(
            (debrief.endings[share.ending], str(share.count), f"{share.percent:.1f} %",
             f"{share.low:.1f} to {share.high:.1f} %" if share.low < share.high else "certain")
            for share in each.shares
        )  # fmt: skip
        blocks.append(Grid(each.title, ("Ending", "Games", "Share", "95 % interval"), rows))
        certain = all(share.low == share.high for share in each.shares)
        played = "" if certain else f" Played on from {debrief.at(each.moment)}, {count(each.runs, 'time')}."
        blocks.append(f"{each.how}{played}")
    return Section("whatif", "What if", tuple(blocks), lead=True)


def facts(debrief: Debrief) -> Section:
    """Everything that the questions for the room come from. Only if the summary has not said it all."""
    if not any(len(each.facts) > 1 for each in debrief.questions):
        return Section("facts", "", ())
    blocks: list[Block] = []
    for number, each in enumerate(debrief.questions, 1):
        blocks += [f"{number}. {each.text}", Items(each.facts)]
    return Section("facts", "The facts behind the questions", tuple(each for each in blocks if each != Items(())))


def aftermath(debrief: Debrief) -> Section:
    """What the deck tells of the time after the ending."""
    told = debrief.verdict[-1:] if len(debrief.verdict) > 1 else ()
    return Section("aftermath", "What follows in this game's world", told)
