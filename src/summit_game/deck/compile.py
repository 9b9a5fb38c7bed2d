"""From a checked deck to a game of plain tuples, for one table: its delegations, variants and modules.

The deck must have passed `deck.check`; here only what a person chooses for one game can still be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pydantic import ValidationError

from summit_game.deck import models as m
from summit_game.deck.effects import resolve_effects
from summit_game.deck.faults import nearest
from summit_game.deck.formulas import Names, reads, resolve
from summit_game.deck.formulas import parse as parse_formula
from summit_game.deck.model_base import BySeats
from summit_game.deck.model_options import Options
from summit_game.engine import actions as a
from summit_game.engine import setting as s
from summit_game.engine.hooks import Rules
from summit_game.engine.module import ModuleRight, RuleModule
from summit_game.engine.module import Names as ModuleNames
from summit_game.engine.verbs import BASIC
from summit_game.language.catalogue import say

T = TypeVar("T")
C = TypeVar("C", bound=m.Card)


class SetupError(ValueError):
    """A game that cannot be set up as asked; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class TableOptions:
    """What people choose for one game of a deck."""

    seats: int | None = None
    """Number of delegations; None takes the deck's default table."""
    variants: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Rule modules switched off for this game (R9.1)."""
    set: int | None = None
    """A numbered set of mandates and briefs, from 1 (R1.4d); None draws them."""


def compile_game(deck: m.Deck, chosen: TableOptions, registry: Mapping[str, type[RuleModule]]) -> s.Game:
    """The game of a deck for one table. Raises `SetupError` for a choice that the deck does not offer.

    >>> from summit_game.deck.library import find_deck
    >>> from summit_game.deck.load import open_deck
    >>> from summit_game.rules.registry import registry
    >>> deck, _ = open_deck(find_deck("linnet-river"))
    >>> game = compile_game(deck, TableOptions(seats=2, without=("escalation",)), registry())
    >>> len(game.setting.seat_ids), "escalation" in [module.id for module in game.setting.modules]
    (2, False)
    """
    return _Compiler(deck, chosen, registry).game()


def modules_used(deck: m.Deck, variants: Sequence[str] = ()) -> tuple[str, ...]:
    """Rule modules of a deck that are in play unless somebody switches them off, in the order of the deck.

    Talk is not in play where nobody has a message to send (R19.1): a deck may list it for a variant that gives some.
    """
    messages = deck.options.talk
    for variant in deck.variants:
        if variant.id in variants:
            messages = variant.options.get("talk", messages)
    on = (name for name, params in deck.modules.items() if params.get("on", True) is not False)
    return tuple(name for name in on if name != "talk" or messages)


def _nearest(name: str, known: Iterable[str], kind: str) -> SetupError:
    names = sorted(known)
    near = nearest(name, names)
    facts = {"name": repr(name[:40]), "guess": near is not None, "near": repr(near), "known": ", ".join(names)}
    return SetupError(say(f"deck-no-{kind}", **facts, none=not names))


class _Compiler:
    def __init__(self, deck: m.Deck, chosen: TableOptions, registry: Mapping[str, type[RuleModule]]) -> None:
        self.deck = deck
        self.registry = registry
        self.variants = [self._variant(name) for name in chosen.variants]
        self.options = self._options()
        size = deck.default_table if chosen.seats is None else chosen.seats
        if size not in deck.tables:
            sizes = ", ".join(str(each) for each in sorted(deck.tables))
            raise SetupError(say("deck-no-table", size=size, sizes=sizes))
        self.size = size
        self._check_set(chosen.set)
        self.seats = {name: at for at, name in enumerate(deck.tables[size])}
        self.delegations = {each.id: each for each in deck.delegations}
        armed = [side.id for side in deck.sides if not side.neutral]
        self.sides = {name: at for at, name in enumerate([*armed, *(x.id for x in deck.sides if x.neutral)])}
        self.zones = {zone.id: at for at, zone in enumerate(deck.zones)}
        self.issues = {issue.id: at for at, issue in enumerate(deck.issues)}
        rest = [name for name in deck.tracks if name not in ("tension", "trust", *s.SEAT_TRACK_IDS)]
        self.tracks = {name: at for at, name in enumerate(["tension", "trust", *rest])}
        self.on = self._modules_on(chosen.without)
        self.names = Names(
            tracks=self.tracks,
            seat_tracks={name: at for at, name in enumerate(s.SEAT_TRACK_IDS)},
            issues=self.issues,
            sides=self.sides,
            zones=self.zones,
            seats=self.seats,
            delegations=frozenset(self.delegations),
        )

    # --- what was chosen --------------------------------------------------------------------------------------

    def _variant(self, name: str) -> m.Variant:
        for variant in self.deck.variants:
            if variant.id == name:
                return variant
        raise _nearest(name, (variant.id for variant in self.deck.variants), "variant")

    def _options(self) -> Options:
        values = self.deck.options.model_dump()
        for variant in self.variants:
            values.update(variant.options)
        return Options.model_validate(values)

    def _check_set(self, number: int | None) -> None:
        draws = self.deck.draw if self.options.briefs == "drawn" else None
        sets = draws.sets.get(self.size, ()) if draws is not None else ()
        if number is not None and not 1 <= number <= len(sets):
            raise SetupError(say("deck-no-set", number=number, size=self.size, count=len(sets)))

    def _modules_on(self, without: Sequence[str]) -> list[str]:
        off = [*without, *(name for variant in self.variants for name in variant.without)]
        for name in off:
            if name not in self.deck.modules:
                raise _nearest(name, self.deck.modules, "module")
        used = modules_used(self.deck, [variant.id for variant in self.variants])
        return [name for name in self.registry if name in used and name not in off]

    def _params(self, name: str) -> Mapping[str, object]:
        """The parameters of a module, with what the variants put in their place."""
        values = dict(self.deck.modules[name])
        for variant in self.variants:
            values.update(variant.modules.get(name, {}))
        return values

    def _has(self, module: str | None) -> bool:
        return module is None or module in self.on

    # --- the game ---------------------------------------------------------------------------------------------

    def game(self) -> s.Game:
        deck = self.deck
        modules = self._modules()
        rights = [right for module in modules for right in module.rights()]
        own = [verb for module in modules for verb in module.own_verbs]
        setting = s.Setting(
            deck=deck.deck.id,
            sides=tuple(self.sides),
            zones=tuple(self.zones),
            stands=self._armed(lambda zone, side: side in zone.start),
            start_units=self._armed(lambda zone, side: zone.start.get(side, 0)),
            tracks=tuple(self._track(name) for name in self.tracks),
            seat_tracks=tuple(self._track(name) for name in s.SEAT_TRACK_IDS),
            issues=tuple(s.IssueSpec(i.id, i.title, len(i.levels), i.core) for i in deck.issues),
            seat_specs=tuple(self._seat(name, rights) for name in self.seats),
            proposals=tuple(self._text_card(card, -1) for card in self._in_play(deck.proposals)),
            concessions=tuple(
                self._text_card(card, self.seats[card.owner])
                for card in self._in_play(deck.concessions)
                if card.owner in self.seats
            ),
            pressure=tuple(
                self._effect_card(card, self.seats[card.owner])
                for card in self._in_play(deck.pressure)
                if card.owner in self.seats
            ),
            events=tuple(self._effect_card(card, -1) for card in self._in_play(deck.events)),
            scenarios=tuple(self._scenario(kind) for kind in s.ENDINGS),
            score_lines=tuple(self._score(name) for name in self.seats),
            options=self._option_spec(),
            modules=tuple(map(_module_spec, modules)),
            verbs=tuple(sorted([*BASIC, *own], key=lambda verb: verb.code)),
        )
        return s.Game(setting, Rules(tuple(modules)), self._secrets())

    def _modules(self) -> list[RuleModule]:
        names = ModuleNames(
            self.seats,
            frozenset(self.delegations),
            self.sides,
            self.zones,
            self.issues,
            self.tracks,
            # Not a method of the compiler: a view reaches its modules, and must not reach the briefs from there.
            partial(resolve, names=self.names),
        )
        result = []
        for at, name in enumerate(self.on):
            kind = self.registry[name]
            try:
                params = kind.Params.model_validate(self._params(name))
            except ValidationError as error:  # Each variant was checked alone.
                raise SetupError(say("deck-variants-clash", module=name)) from error
            module = kind(params, names)
            module.seated(at)
            result.append(module)
        return result

    def _armed(self, read: Callable[[m.Zone, str], T]) -> tuple[tuple[T, ...], ...]:
        armed = list(self.sides)[:2]
        return tuple(tuple(read(zone, side) for zone in self.deck.zones) for side in armed)

    def _by_seats(self, value: BySeats) -> int:
        return value if isinstance(value, int) else value[self.size]

    def _track(self, name: str) -> s.TrackSpec:
        track = self.deck.tracks[name]
        start = self._by_seats(track.start)
        for variant in self.variants:
            if name in variant.start:
                start = self._by_seats(variant.start[name])
        owners = [module.id for module in self.registry.values() if name in module.tracks]
        frozen = any(owner in self.deck.modules and owner not in self.on for owner in owners)
        return s.TrackSpec(name, track.name, start, track.min, track.max, frozen)

    def _in_play(self, cards: Sequence[C]) -> list[C]:
        return [card for card in cards if self._has(card.module)]

    def _text_card(self, card: m.Proposal | m.Concession, owner: int) -> s.TextCard:
        return s.TextCard(card.id, card.title, self.issues[card.issue], card.level, card.copies, owner)

    def _effect_card(self, card: m.Pressure | m.Event, owner: int) -> s.EffectCard:
        stand_ins = {each.id: self.seats.get(each.stand_in or "") for each in self.deck.delegations}
        effects = resolve_effects(card.effects, self.names, stand_ins)
        act = getattr(card, "act", 0)
        return s.EffectCard(card.id, card.title, effects, card.copies, owner, s.CRISIS if act == "crisis" else act)

    def _seat(self, name: str, module_rights: Sequence[ModuleRight]) -> s.SeatSpec:
        who = self.delegations[name]
        mandate = tuple(parse_range(who.mandate[issue]) for issue in self.issues)
        levels = [len(issue.levels) for issue in self.deck.issues]
        rights: list[s.Right] = []
        if self.options.protected_rights:
            rights += [s.Right(self.issues[r.issue], r.from_level, "R4.3", r.reason) for r in who.protected]
            rights += [
                s.Right(r.issue, r.from_level, r.clause, r.reason) for r in module_rights if r.seat == self.seats[name]
            ]
        return s.SeatSpec(
            id=name,
            name=who.name,
            side=self.sides[who.side],
            principal=who.principal,
            zones=tuple(sorted(self.zones[zone] for zone in who.zones)),
            orders=self._by_seats(who.orders),
            monitors=who.monitors,
            may_step="step" not in who.lacks,
            may_promise="promise" not in who.lacks,
            mandate=mandate,
            out=tuple(
                tuple(max(low - level, level - high, 0) for level in range(count))
                for (low, high), count in zip(mandate, levels, strict=True)
            ),
            red=tuple(
                tuple(level in who.red_lines.get(issue, ()) for level in range(count))
                for issue, count in zip(self.issues, levels, strict=True)
            ),
            rights=tuple(rights),
            balance=who.balance,
            tension=who.tension,
            war=who.war if "escalation" in self.on else 0,
        )

    def _behind(self, formula: str, module: str | None) -> str:
        """What a line rests on: its module, or the tracks and issues that its formula reads."""
        read = dict.fromkeys(each.args[0] if each.args else each.name for each in reads(parse_formula(formula)))
        names = ", ".join(read)
        return f"{module}: {names}" if module and names else module or names or "deck"

    def _score(self, name: str) -> tuple[s.ScoreSpec, ...]:
        return tuple(
            s.ScoreSpec(term.line, resolve(term.points, self.names), self._behind(term.points, term.module))
            for term in self.delegations[name].score
            if self._has(term.module)
        )

    def _scenario(self, kind: str) -> s.ScenarioSpec:
        (scenario,) = (each for each in self.deck.scenarios if each.kind == kind)
        fit = tuple(
            s.FitSpec(
                term.line,
                resolve(term.points, self.names),
                self._behind(term.points, term.module),
                None if self._has(term.module) else term.otherwise,
            )
            for term in scenario.fit
        )
        limits = tuple(
            s.LimitSpec(limit.line, resolve(limit.when, self.names), limit.at_most, _share(limit.share))
            for limit in scenario.limits
        )
        labels = tuple(s.LabelSpec(each.id, each.title, resolve(each.when, self.names)) for each in scenario.labels)
        return s.ScenarioSpec(scenario.title, fit, limits, labels)

    def _option_spec(self) -> s.OptionSpec:
        chosen = self.options
        values = chosen.model_dump(exclude={"minus_one_from", "protected_rights", "briefs", "promises", "talk"})
        return s.OptionSpec(
            slack=int(0 < chosen.minus_one_from <= self.size),
            draw_brief=chosen.briefs == "drawn",
            talk=chosen.talk if "talk" in self.on else 0,
            promises=tuple(sorted(a.PROMISES.index(name) for name in set(chosen.promises))),
            **values,
        )

    def _secrets(self) -> s.Secrets:
        briefs = []
        goals = []
        for name in self.seats:
            who = self.delegations[name]
            briefs.append(
                tuple(
                    s.BriefSpec(
                        brief.id,
                        tuple(tuple(brief.values[issue]) for issue in self.issues),
                        brief.reservation.get(self.size, who.reservation[self.size]),
                    )
                    for brief in who.briefs
                )
            )
            goals.append(
                tuple(
                    s.GoalSpec(goal.id, goal.title, resolve(goal.test, self.names))
                    for goal in who.goals
                    if self._has(goal.module)
                )
            )
        moods = tuple(s.MoodSpec(mood.id, mood.title, mood.shift, mood.copies) for mood in self.deck.moods)
        return s.Secrets(tuple(briefs), tuple(goals), moods)


def parse_range(text: str) -> tuple[int, int]:
    """The lowest and highest level of a mandate such as `0-2`. Raises `ValueError` if it is not a range."""
    low, _, high = text.replace("–", "-").partition("-")
    first, last = int(low), int(high or low)
    if first > last:
        raise ValueError(f"{text!r} is not a range of levels")
    return first, last


def _module_spec(module: RuleModule) -> s.ModuleSpec:
    numbers = {name: value for name, value in module.params if type(value) is int}
    return s.ModuleSpec(module.id, module.version, module.clauses, numbers)


def _share(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    numerator, _, denominator = text.partition("/")
    return int(numerator), int(denominator)
