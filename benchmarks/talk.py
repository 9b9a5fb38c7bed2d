"""What talk (R19) does to mixed tables of the default deck: off against on, with the same seeds and tables.

    python benchmarks/talk.py [--games N] [--seed K] [--seats S] [--messages M] [--jobs J]
                              [--test tables|asker|liar|speed] [--others both,memory,sanction,none]

`tables`: whole tables without talk and with it. `asker`: one seat asks among delegations that only answer, against
delegations of which none says anything; the seat goes round. `liar`: one seat with candour 0 and keep 0 against the
same seat with 100 and 100, among others that remember broken words and show them to all (`both`), only remember, only
show (`sanction`), or do neither (scripts with `memory: 0` and `grudge: 0`). `speed`: milliseconds of processor time of
a message, an answer and a floor turn, by level, with six personalities at the table in turn. Errors are standard
errors; those of differences are paired by seed.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from summit_game.bots.decision import Decision
from summit_game.bots.kinds import Bot, Maker, maker
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.offers import offers
from summit_game.deals.measures import nash_percent
from summit_game.deck.compile import TableOptions
from summit_game.deck.door import playable
from summit_game.deck.library import default_deck, find_deck
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.amendment import written
from summit_game.engine.board import BROKEN, FLOOR, TALK, Exchange
from summit_game.engine.events import Event
from summit_game.engine.play import apply, start
from summit_game.engine.queries import decisive
from summit_game.engine.scoring import holding
from summit_game.engine.setting import ENDINGS, SETTLEMENT
from summit_game.engine.state import State
from summit_game.engine.talk import asked, neutral, sounded
from summit_game.engine.view import View, view
from summit_game.many.balance.games import deal
from summit_game.many.balance.variety import effective
from summit_game.many.mixed import MIXED, PERSONALITIES, drawn
from summit_game.many.play import play_out
from summit_game.many.share_out import Crew, Table, share_out

ANSWERS_ONLY, LIES, HONEST, FORGETS, FORGIVES = "answers+", "lies+", "honest+", "forgets+", "forgives+"
"""Put before a kind of bot: it sends no message; its candour and keep are 0, or 100; its memory or grudge is 0."""
_CHANGES: Mapping[str, Mapping[str, int]] = {
    LIES: {"candour": 0, "keep": 0},
    HONEST: {"candour": 100, "keep": 100},
    FORGETS: {"memory": 0},
    FORGIVES: {"grudge": 0},
}
OTHERS = {"both": "", "memory": FORGIVES, "sanction": FORGETS, "none": FORGETS + FORGIVES}
"""What those do to whom a word is broken."""


class Mute:
    """A bot that answers and sends nothing."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    def decide(self, view: View) -> Decision:
        """Nothing, unless it is asked."""
        if view.phase == TALK and asked(view.talk, view.seat) is None:
            return Decision(neutral(view.talk, view.seat))
        return self.bot.decide(view)


class Wondering:
    """A bot of which is counted how often what it was answered in this round changes what it tables."""

    def __init__(self, bot: Bot, counts: Counter[str]) -> None:
        self.bot = bot
        self.counts = counts
        self.met: set[int] = set()

    def decide(self, view: View) -> Decision:
        """What the bot decides; on the Floor also what it would have decided without the answers."""
        chosen = self.bot.decide(view)
        if view.phase == FLOOR:
            self._could(view)
            kept = tuple(each for each in view.talk if not _asked_now(view, each))
            if len(kept) < len(view.talk):
                without = copy(view)
                without.talk = kept
                self._count(view, chosen.action, self.bot.decide(without).action)
        return chosen

    def _could(self, view: View) -> None:
        """Count the answers *only with* that a package of its hand would meet, each once."""
        told = [each for each in view.talk if each.seat == view.seat and each.number not in self.met]
        told = [each for each in told if each.round >= view.round - 1 and each.answers and each.said[1] == a.SOUND]
        told = [each for each in told if each.answers[-1][1] == a.ONLY]
        packages = [set(offer.changes) for offer in offers(view, view.legal())] if told else []
        for each in told:
            wanted = set(written(view, sounded(view.setting, each), view.setting.changes[each.answers[-1][2]]))
            if wanted and any(wanted <= package for package in packages):
                self.met.add(each.number)
                self.counts["only could be acted on"] += 1

    def _count(self, view: View, action: Action, otherwise: Action) -> None:
        tables = [each.verb in (a.TABLE, a.NONPAPER, a.WRITE) for each in (action, otherwise)]
        self.counts["turns after a question"] += 1
        self.counts["turns changed"] += action != otherwise
        self.counts["tablings after a question"] += any(tables)
        self.counts["tablings changed"] += any(tables) and action != otherwise


def _asked_now(view: View, exchange: Exchange) -> bool:
    questions = (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND)
    return exchange.seat == view.seat and exchange.round == view.round and exchange.said[1] in questions


def makers(kind: str, counts: Counter[str] | None = None) -> Maker:
    """The kinds of bots, and those with words of those above before them."""
    return partial(_made, kind, Counter() if counts is None else counts)


def _made(kind: str, counts: Counter[str], seed: int, seat: str) -> Bot:
    changes: dict[str, int] = {}
    mute = kind.startswith(ANSWERS_ONLY)
    kind = kind.removeprefix(ANSWERS_ONLY)
    for word, change in _CHANGES.items():
        if kind.startswith(word):
            kind, changes = kind.removeprefix(word), changes | dict(change)
    bot = maker(kind)(seed, seat)
    if changes:
        assert isinstance(bot, Negotiator)
        who = replace(bot.who, talk=bot.who.talk.model_copy(update=changes))
        bot = Negotiator(who, bot.turns, seed, seat)
    return Mute(bot) if mute else Wondering(bot, counts)


class Talked(NamedTuple):
    """A finished game: its ending, ratings, last text, the treaty's share of the Nash product, and what was counted."""

    ending: int
    ratings: tuple[int, ...]
    text: tuple[int, ...]
    nash: float | None
    counts: Counter[str]


class Listener:
    """Counts what is said and tabled. What counts for a seat has its number behind a colon."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.asked: dict[int, tuple[int, int, tuple[int, ...], tuple[int, ...]]] = {}
        """Open answers with a level: round, asker, what was asked, and the answer."""
        self.ballots = 0
        self.amended = False

    def hear(self, state: State, seat: int, action: Action | None, events: Sequence[Event]) -> None:
        """One decision, and what came of it."""
        for event in events:
            self._event(state, event)
        for ballot in state.record[self.ballots :]:
            if ballot.changes:
                self.counts["answers"] += len(state.setting.seats) - 1
                self.counts["objections"] += len(ballot.objectors)
                lone = len(ballot.objectors) == 1 and decisive(state, ballot.objectors[0], ballot.changes)
                self.counts["failed by one"] += lone
        self.ballots = len(state.record)

    def _event(self, state: State, event: Event) -> None:
        counts = self.counts
        match event:
            case ev.MessageSent():
                counts[a.MESSAGES[event.said[1]]] += 1
                counts["questions"] += event.said[1] in (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND)
                self.asked[event.number] = (state.round, event.seat, event.said, ())
            case ev.AnswerGiven():
                counts[a.ANSWERS[event.said[1]]] += 1
                if event.said[1] in (a.ONLY, a.MISSING):
                    self.asked[event.number] = (*self.asked[event.number][:3], event.said)
            case ev.UnderstandingKept():
                counts["kept"] += 1
            case ev.WordStands():
                counts["broken"] += event.now == BROKEN
                counts[f"broken:{event.seat}"] += event.now == BROKEN
            case ev.ShadingSeen():
                counts["shading seen"] += 1
            case ev.PackageTabled():
                counts["tabled"] += 1
                counts[f"tabled:{event.seat}"] += 1
                self.amended = False
                self._acted_on(state, event)
            case ev.PackageAmended():
                self.amended = True
            case ev.PackageAdopted():
                counts["adopted"] += 1
                counts[f"adopted:{event.seat}"] += 1
                counts["at once"] += not self.amended
            case ev.Acted() if event.action.verb == a.WRITE:
                counts["written"] += 1

    def _acted_on(self, state: State, event: ev.PackageTabled) -> None:
        """Answers with a level that the package brings about."""
        setting, now = state.setting, set(event.changes)
        for number, (round_, seat, _, answer) in list(self.asked.items()):
            if not answer or seat != event.seat or round_ < state.round - 1:
                continue
            wanted = setting.changes[answer[2]]
            if answer[1] == a.ONLY:
                exchange = next(each for each in state.own[seat].talk if each.number == number)
                met = set(written(state, sounded(setting, exchange), wanted)) <= now
            else:
                met = wanted in now
            if met:
                self.counts[f"{a.ANSWERS[answer[1]]} acted on"] += 1
                del self.asked[number]


def play(table: Table, seats: Sequence[tuple[int, str]], seed: int) -> Talked:
    """One game of a mixed table; `seats` says what is put before the kind of a seat (-1: of every other)."""
    game = table.dealt(seed)
    before = dict(seats)
    kinds = drawn([MIXED] * len(game.setting.seats), seed)
    kinds = [f"{before.get(at, before.get(-1, ''))}{kind}" for at, kind in enumerate(kinds)]
    listener = Listener()
    state, played = play_out(game, seed, kinds, listener.hear, partial(makers, counts=listener.counts))
    return Talked(played.ending, played.ratings, tuple(state.text), _nash(state, table, seed), listener.counts)


def _nash(state: State, table: Table, seed: int) -> float | None:
    if state.ending != SETTLEMENT:
        return None
    known = deal(table.dealt(seed), seed)
    if known is None or not known.nash:
        return None
    held = [holding(state, seat) for seat in state.setting.seats]
    return nash_percent([each.value(state.text) - each.reservation for each in held], known.nash)


Task = tuple[Table, tuple[tuple[int, str], ...], int]


def _work(tasks: Sequence[Task]) -> list[Talked]:
    return [play(*task) for task in tasks]


# --- what is printed ----------------------------------------------------------------------------------------------


def described(name: str, games: Sequence[Talked]) -> None:
    """One arm in figures."""
    counts: Counter[str] = Counter()
    for game in games:
        counts.update(game.counts)
    many = len(games)
    ends = Counter(game.ending for game in games)
    shares = " ".join(f"{ending} {100 * ends[at] / many:.0f}" for at, ending in enumerate(ENDINGS))
    seats = [statistics.mean(game.ratings[seat] for game in games) for seat in range(len(games[0].ratings))]
    texts = [game.text for game in games if game.ending == SETTLEMENT]
    nash = [game.nash for game in games if game.nash is not None]

    def each(key: str) -> str:
        return f"{counts[key] / many:.2f}"

    def share(part: str, whole: str) -> str:
        return f"{100 * counts[part] / max(1, counts[whole]):.0f} %"

    print(f"{name}: {many} games; {shares}; mean rating {statistics.mean(seats):.1f}", end="")
    print(" (" + " ".join(f"{rating:.0f}" for rating in seats) + ")")
    print(f"  packages {each('tabled')}, adopted {each('adopted')} = {share('adopted', 'tabled')}", end="")
    print(f" (at once {share('at once', 'tabled')}), objections {share('objections', 'answers')}")
    print(f"  treaties {len(texts)}, distinct {len(set(texts))}, effective {effective(texts):.0f}", end="")
    print(f", share of the Nash product {statistics.mean(nash) if nash else 0:.0f} %")
    if not counts["questions"] + counts["offer"]:
        return
    print(f"  questions {each('questions')} (sound {each('sound')}, sign {each('sign')}): yes {each('yes')}", end="")
    print(f", no {each('no')}, only with {each('only')}, a package could meet", end="")
    print(f" {share('only could be acted on', 'only')}, acted on {share('only acted on', 'only')}", end="")
    print(f"; missing {each('missing')}, acted on {share('missing acted on', 'missing')}; written {each('written')}")
    print(f"  floor turns after a question {each('turns after a question')}, an answer changes", end="")
    print(f" {share('turns changed', 'turns after a question')}; with a package (with the answer or without)", end="")
    print(f" {each('tablings after a question')}, changed {share('tablings changed', 'tablings after a question')}")
    kept = sum(game.counts["kept"] > 0 for game in games)
    print(f"  offers {each('offer')}, agreed {each('agree')} = {share('agree', 'offer')}", end="")
    print(f", kept {each('kept')} (in {100 * kept / many:.0f} % of games), words broken {each('broken')}", end="")
    print(f", accused {each('accuse')}, warned {each('warn')}, shading seen {each('shading seen')}", flush=True)


def compared(name: str, with_: Sequence[float], without: Sequence[float]) -> None:
    """A difference, paired by seed."""
    gaps = [one - two for one, two in zip(with_, without, strict=True)]
    error = statistics.stdev(gaps) / len(gaps) ** 0.5 if len(gaps) > 1 else 0
    print(f"  {name}: {statistics.mean(gaps):+.2f} (se {error:.2f})", flush=True)


def tables(off: Table, on: Table, seeds: Sequence[int], crew: Crew) -> None:
    """Whole tables without talk and with it."""
    without = share_out(_work, [(off, (), seed) for seed in seeds], crew)
    described("talk off", without)
    with_ = share_out(_work, [(on, (), seed) for seed in seeds], crew)
    described("talk on", with_)
    for name, value in (
        ("settlement, percent", lambda game: 100.0 * (game.ending == SETTLEMENT)),
        ("mean rating", lambda game: statistics.mean(game.ratings)),
        ("adopted packages", lambda game: game.counts["adopted"]),
    ):
        compared(name, [value(game) for game in with_], [value(game) for game in without])


def seats_compared(
    on: Table, seeds: Sequence[int], crew: Crew, one: tuple[str, str], other: tuple[str, str], name: str
) -> list[float]:
    """One seat, which goes round: each pair says what stands before it and before all others.

    Returns by how much its rating is better with the first, by seed.
    """
    size = len(on.game().setting.seats)
    arms: list[list[Talked]] = []
    for mine, rest in (one, other):
        tasks: list[Task] = [(on, ((seed % size, mine), (-1, rest)), seed) for seed in seeds]
        arms.append(share_out(_work, tasks, crew))

    def of_seat(games: Sequence[Talked], key: str) -> list[float]:
        return [float(game.counts[f"{key}:{seed % size}"]) for game, seed in zip(games, seeds, strict=True)]

    ratings = [[float(game.ratings[seed % size]) for game, seed in zip(games, seeds, strict=True)] for games in arms]
    described(name, arms[0])
    described("against", arms[1])
    compared("rating of the seat", *ratings)
    compared("packages of the seat", of_seat(arms[0], "tabled"), of_seat(arms[1], "tabled"))
    compared("adopted packages of the seat", of_seat(arms[0], "adopted"), of_seat(arms[1], "adopted"))
    for arm, what in zip(arms, (name, "against"), strict=True):
        share = 100 * sum(of_seat(arm, "adopted")) / max(1, sum(of_seat(arm, "tabled")))
        broken = statistics.mean(of_seat(arm, "broken"))
        print(
            f"  {what}: adopted {share:.1f} % of the packages of the seat, words broken by it {broken:.2f}", flush=True
        )
    return [one - two for one, two in zip(*ratings, strict=True)]


def liar(on: Table, seeds: Sequence[int], crew: Crew, others: Sequence[str]) -> None:
    """One seat that lies against an honest copy of it, among others that answer a broken word in these ways."""
    gains: dict[str, list[float]] = {}
    for name in others:
        words = OTHERS[name]
        gains[name] = seats_compared(on, seeds, crew, (LIES, words), (HONEST, words), f"one seat lies, others: {name}")
    for name in [each for each in gains if each != "none" and "none" in gains]:
        compared(f"liar over honest copy, {name} against none", gains[name], gains["none"])


def speed(on: Table, seeds: Sequence[int]) -> None:
    """Milliseconds of processor time of a message and of an answer."""
    for level in (1, 2, 3):
        spent: dict[str, list[float]] = {"messages": [], "answers": [], "floor turns": []}
        for seed in seeds:
            game = on.dealt(seed)
            kinds = [f"{PERSONALITIES[(seed + seat) % len(PERSONALITIES)]}:{level}" for seat in game.setting.seats]
            state, _ = start(game, seed)
            bots = [maker(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]
            while state.waiting:
                seen = view(state, state.waiting[0])
                began = time.process_time()
                action = bots[seen.seat].decide(seen).action
                if state.phase in (TALK, FLOOR):
                    kind = "floor turns" if state.phase == FLOOR else _KINDS[action.verb == a.ANSWER]
                    spent[kind].append(1000 * (time.process_time() - began))
                apply(state, seen.seat, action)
        for name, times in spent.items():
            late = sorted(times)[len(times) * 99 // 100]
            print(f"level {level}, {len(times)} {name}: median {statistics.median(times):.1f} ms", end="")
            print(f", 99 of 100 within {late:.1f} ms, longest {max(times):.1f} ms", flush=True)


_KINDS = ("messages", "answers")


def _tables(seats: int, messages: int) -> tuple[Table, Table]:
    name = default_deck()
    assert name is not None
    found = playable(find_deck(name))
    deck: Any = found.deck
    quiet = deck.options.model_copy(update={"talk": 0})
    loud = deck.options.model_copy(update={"talk": messages})
    modules = {"talk": {}} | dict(deck.modules)
    off, on = (deck.model_copy(update={"options": options, "modules": modules}) for options in (quiet, loud))
    return (
        Table(off, f"{found.digest} without", TableOptions(seats)),
        Table(on, f"{found.digest} with {messages}", TableOptions(seats)),
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--seats", type=int, default=4)
    parser.add_argument("--messages", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=-1)
    parser.add_argument("--test", choices=("tables", "asker", "liar", "speed"), default="tables")
    parser.add_argument("--others", default=",".join(OTHERS))
    chosen = parser.parse_args()
    off, on = _tables(chosen.seats, chosen.messages)
    seeds, crew = range(chosen.seed, chosen.seed + chosen.games), Crew(chosen.jobs)
    if chosen.test == "speed":
        speed(on, seeds)
    elif chosen.test == "tables":
        tables(off, on, seeds, crew)
    elif chosen.test == "asker":
        seats_compared(on, seeds, crew, ("", ANSWERS_ONLY), (ANSWERS_ONLY, ANSWERS_ONLY), "one seat asks")
    else:
        liar(on, seeds, crew, chosen.others.split(","))


if __name__ == "__main__":
    main()
