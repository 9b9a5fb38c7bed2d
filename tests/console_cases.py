"""For each of the facilitator's commands: how it is carried out once, and how it is refused after that."""

from __future__ import annotations

from dataclasses import dataclass

from summit_game.console.commands import COMMANDS
from summit_game.console.console import Console
from summit_game.table import entry as kinds
from summit_game.table.table import Table


@dataclass(frozen=True)
class Case:
    """`before`: written lines first. `texts`: the arguments. `kind`: of the entry that follows, or empty.

    `said`: what is read of it. `wrong`: arguments that are refused after that with the sentence `why`; for a command
    without arguments none. `unchosen`: what a form says instead, where the wrong thing is not on its list.
    `stands`: nothing wrong can be given in a form, which then does what stands in it from the start, as at first.
    `talk`: it needs a table with messages.
    """

    name: str
    texts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    kind: str = ""
    said: str = ""
    wrong: tuple[str, ...] = ()
    why: str = ""
    unchosen: str = ""
    stands: bool = False
    talk: bool = False


CASES = (
    Case("pause", (), (), kinds.PAUSE, "The facilitator pauses the game.",
         (), "The game is paused already; `go` goes on."),
    Case("go", (), ("pause",), kinds.GO, "The game goes on.", (), "The game is not paused; `pause` stops it."),
    Case("clock", ("90", "decision", "announce"), (), kinds.CLOCK, "The clock gives 90 seconds for each decision.",
         ("0", "", ""), "A clock gives 1 to 86400 seconds."),
    Case("time", ("+60",), ("clock 90",), kinds.CLOCK, "The clock is changed by +60 seconds.",
         ("more",), "'more' is not a number."),
    Case("note", ("all", "hello"), (), kinds.NOTE, "The facilitator to all: hello",
         ("all", ""), "The text is missing"),
    Case("inject", ("E-02", "UA"), (), kinds.INJECT, "The facilitator brings in for Ukraine",
         ("E-99", ""), "There is no event card 'E-99'; it is one of E-01", "The card is missing"),
    Case("queue", ("E-03", "2", "all"), (), kinds.QUEUE, "The facilitator lines up an event card for round 2.",
         ("E-03", "1", ""), "Choose a later round, up to 6", "The round is missing"),
    Case("queued", (), ("queue E-03 2",), "", "(E-03), in round 2, for all."),
    Case("drop", ("LAST",), ("queue E-03 2",), kinds.UNQUEUE, "takes back an event card that was lined up",
         ("9999",), "Nothing is lined up; `queue` lines a card up."),
    Case("card", ("E-02",), (), "", "Effects: ", ("E-99",), "There is no event card 'E-99'",
         "The card is missing"),
    Case("track", ("tension", "+1", "an exercise"), (), kinds.TRACK, "The facilitator moves a track: an exercise",
         ("tension", "+3", "too much"), "at most 2", "The change is missing"),
    Case("rewind", ("DEAL",), ("inject E-02",), kinds.REWIND, "The facilitator takes the game back to point",
         ("9999",), "There is no point 9999 in this game to go back to."),
    Case("points", (), ("inject E-02",), "", "The table inject, where the game is."),
    Case("seat", ("UA", "human", "Ana"), (), kinds.SIT, "Ukraine is now played by Ana.",
         ("UA", "clever", ""), "There is no bot 'clever'"),
    Case("adviser", ("on",), (), kinds.ADVISER, "Delegations may ask an adviser from now on.",
         ("perhaps",), "'perhaps' is neither `on` nor `off`", stands=True),
    Case("between", ("on",), (), kinds.OPTION, "From now on people may send messages to people too. (R19.1)",
         ("perhaps",), "'perhaps' is neither `on` nor `off`.", "The switch is missing", talk=True),
    Case("end", ("the bell",), (), kinds.END, "ends the sitting before the game is over: the bell",
         ("again",), "The sitting is over; `rewind` goes back into the game."),
)  # fmt: skip
"""One for each command of the registry: a test holds it."""


def numbered(table: Table, texts: tuple[str, ...]) -> list[str]:
    """The texts with the numbers of entries in place of their names."""
    entries = table.history.entries
    deal = next(each.number for each in entries if each.kind == kinds.DEAL)
    return [{"LAST": str(entries[-1].number), "DEAL": str(deal)}.get(each, each) for each in texts]


def line(case: Case, texts: list[str]) -> str:
    """The command as it is written."""
    if case.name == "note":
        return f"note {texts[0]}: {texts[1]}"
    return " ".join([case.name, *texts]).strip()


def prepare(console: Console, case: Case) -> None:
    """Do what comes before."""
    for each in case.before:
        assert console.do(each).done, each


def no_arguments(case: Case) -> bool:
    """Whether the command only shows something, so that it cannot be refused in a form."""
    return not COMMANDS[case.name].arguments and not case.why
