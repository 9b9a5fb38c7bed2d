"""Scripts: personalities as data. A script is a small YAML file of numbers and rules that a teacher can edit.

`load_script` reads and checks one; `compile_script` turns its conditions into formulas over the facts of `bots.facts`.
Everything that is wrong is told as `file:line:column`, as for decks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from summit_game.bots.facts import FACTS
from summit_game.deck.faults import DeckError, Fault, Said, choose, either, told
from summit_game.deck.formulas import FormulaError, Names, parse, reads, resolve
from summit_game.deck.places import Places
from summit_game.deck.shape import shape_faults
from summit_game.deck.yamlpos import Keys, read_yaml
from summit_game.engine import actions as a
from summit_game.engine.formula import Formula

Text = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Condition = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Percent = Annotated[int, Field(ge=0, le=100)]
Points = Annotated[int, Field(ge=-100, le=100)]

FloorVerb = Literal["table", "nonpaper", "step", "press", "consult", "rally", "pledge", "sign", "use", "spend"]
OrderVerb = Literal["build", "exercise", "draw", "monitor"]
Habit = Literal[
    "press", "step", "build", "draw", "exercise", "rally", "pledge", "restraint", "answer", "spend", "breaks"
]


class Part(BaseModel):
    """Frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Curve(Part):
    """A number that moves from the first to the last round: evenly, early, or late (it holds out, then gives)."""

    first: Points
    last: Points
    bend: Literal["even", "early", "late"] = "even"


class Below(Part):
    """How far below no deal the bot signs, and why."""

    points: int = Field(ge=1, le=20)
    because: Words


class Trade(Part):
    """How it weighs texts."""

    new_issue: int = Field(ge=0, le=50, description="Points that a newly agreed issue is worth to it when it tables.")
    loss: Curve = Field(description="Points that it gives up in one package.")
    margin: Curve = Field(description="Points above no deal that it asks of a treaty; packages must reach half of it.")
    home: int = Field(250, ge=0, le=1000, description="Hundredths of a point that one Support lost counts.")
    home_safe: int = Field(150, ge=0, le=1000, description="The same from Support 5 on.")
    concessions: int = Field(2, ge=0, le=3, description="Concessions it puts into one package at most.")
    middle: int = Field(0, ge=0, le=10, description="Points for each level nearer to the mandates of all.")
    counts_losses: bool = Field(True, description="False: its value of no deal never falls below that of its brief.")
    step_loss: int = Field(5, ge=0, le=20, description="Points that it gives so that another capital ratifies.")
    unity: int = Field(
        250, ge=0, le=1000, description="Hundredths of a point it gives up besides for a package of an ally."
    )
    distrust: int = Field(
        150,
        ge=0,
        le=1000,
        description="Hundredths it asks more, for each credibility lost, of a tabler of the other side.",
    )
    sign_below: Below | None = None


class Habits(Part):
    """How often it does what it may do, in percent."""

    press: Percent
    step: Percent
    build: Percent
    draw: Percent
    exercise: Percent
    rally: Percent
    pledge: Percent
    restraint: Percent
    answer: Percent = Field(30, description="A step or a consultation of the other side is answered.")
    spend: Percent = Field(5, description="It arms for applause at home (R15.2a).")
    breaks: Percent = Field(0, description="It breaks a promise of restraint.")


class Talking(Part):
    """How it talks, and what its word is worth (R19). Without the block: an honest delegation that bears a grudge."""

    candour: Percent = Field(85, description="How often it answers truthfully.")
    keep: Percent = Field(95, description="How often it keeps a word that costs it dear, or a deed that it agreed to.")
    firm: int = Field(2, ge=0, le=4, description="From 3 on it warns; what a warning of its own may cost it.")
    memory: int = Field(3, ge=0, le=12, description="Rounds for which it tells nothing to who broke its word to it.")
    grudge: Percent = Field(60, description="How often it shows everybody a word that was broken to it.")


class Signing(Part):
    """When it puts the question: from these odds of ratification on, or in the last round."""

    odds: Percent


class Rule(Part):
    """One line of behaviour: on an occasion, when a condition holds, prefer, forbid, scale or answer."""

    on: Literal["floor", "vote", "sign", "order", "promise"]
    when: Condition = "1"
    prefer: FloorVerb | None = None
    weight: Condition | None = None
    chance: Habit | Percent = 100
    forbid: tuple[FloorVerb | OrderVerb | Literal["restraint"], ...] = ()
    scale: dict[Habit, Annotated[int, Field(ge=0, le=1000)]] = {}
    answer: Literal["object", "silence"] | None = None
    because: Words


class Script(Part):
    """A whole personality."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
    about: Text
    trade: Trade
    habits: Habits
    signing: Signing
    talk: Talking = Talking()
    rules: tuple[Rule, ...] = ()


class Common(Part):
    """Rules that come before those of every script."""

    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class Ruling:
    """A compiled rule. `verbs` are the verbs or orders that it prefers or forbids."""

    when: Formula
    weight: Formula
    chance: int
    verbs: tuple[int, ...]
    scale: tuple[tuple[str, int], ...]
    objects: bool
    because: str


@dataclass(frozen=True)
class Personality:
    """A compiled script. Numbers are hundredths of a point unless they are percent."""

    key: str
    name: str
    trade: Trade
    habits: Mapping[str, int]
    odds: int
    talk: Talking
    prefer: tuple[Ruling, ...]
    forbid: Mapping[str, tuple[Ruling, ...]]
    """By occasion."""
    scale: tuple[Ruling, ...]
    answers: Mapping[str, tuple[Ruling, ...]]
    """By occasion: `vote`, `sign`."""


# --- reading ----------------------------------------------------------------------------------------------------


def load_script(data: bytes, shown: str) -> Script:
    """A script from the bytes of a file; `shown` is what faults call the file. Raises `DeckError`."""
    script: Script = _load(data, shown, Script)
    return script


def check_script(data: bytes, shown: str) -> tuple[Fault, ...]:
    """Everything that is wrong with a script; `shown` is what faults call its file. Empty if it can be played."""
    try:
        load_script(data, shown)
    except DeckError as error:
        return error.faults
    return ()


def script_faults(script: Script | Common, places: Places, base: Keys = ()) -> Iterator[Fault]:
    """What is wrong with a script beyond its shape: names in conditions, and keys that do not belong together."""
    for at, rule in enumerate(script.rules):
        keys = (*base, "rules", at)
        for field in ("when", "weight"):
            text = getattr(rule, field)
            if text is not None:
                yield from _formula_faults(text, places, (*keys, field))
        yield from _rule_faults(rule, places, keys)


def _load(data: bytes, shown: str, model: type[Any]) -> Any:
    document = read_yaml(data, shown)
    places = Places((shown, 1, 1))
    for source, target in ((document.at, places.values), (document.key_at, places.keys)):
        target.update({keys: (shown, *at) for keys, at in source.items()})
    if document.faults or document.broken:
        raise DeckError(tuple(sorted(set(document.faults))))
    if not isinstance(document.value, dict):
        raise DeckError((Fault(shown, 1, 1, *told("no-script")),))
    try:
        script = model.model_validate(document.value, strict=True)
    except ValidationError as error:
        found = shape_faults(error, model, document.value, places)
        raise DeckError(tuple(sorted({fault for _, fault in found}))) from None
    faults = tuple(sorted(set(script_faults(script, places))))
    if faults:
        raise DeckError(faults)
    return script


def _formula_faults(text: str, places: Places, keys: Keys) -> Iterator[Fault]:
    try:
        tree = parse(text)
        for read in reads(tree):
            if read.args or read.name not in FACTS:
                yield places.fault(keys, "no-fact", name=read.name, todo=choose(read.name, FACTS))
                return
        resolve(text, _NAMES)
    except FormulaError as error:
        yield places.fault(keys, "condition", why=Said(error.message))


_DOES = {
    "floor": ("prefer", "forbid"),
    "vote": ("answer",),
    "sign": ("answer",),
    "order": ("forbid", "scale"),
    "promise": ("forbid", "scale"),
}
"""Occasion -> what a rule may do on it."""


def _rule_faults(rule: Rule, places: Places, keys: Keys) -> Iterator[Fault]:
    done = [name for name in ("prefer", "forbid", "scale", "answer") if getattr(rule, name)]
    allowed = _DOES[rule.on]
    wanted = either(allowed)
    if len(done) != 1:
        yield places.fault(keys, "rule-does", count=len(done), wanted=wanted)
        return
    if done[0] not in allowed:
        yield places.fault((*keys, done[0]), "rule-means-nothing", name=done[0], on=rule.on, wanted=wanted)
    if (rule.prefer is None) != (rule.weight is None):
        yield places.fault(keys, "rule-weight")
    known = {"floor": a.VERBS, "order": a.ORDERS, "promise": ("restraint",)}.get(rule.on, ())
    for at, verb in enumerate(rule.forbid):
        if verb not in known:
            yield places.fault((*keys, "forbid", at), "rule-not-done", verb=verb, on=rule.on)


# --- compiling --------------------------------------------------------------------------------------------------

_NAMES = Names(
    tracks={name: at for at, name in enumerate(FACTS)},
    seat_tracks={},
    issues={},
    sides={},
    zones={},
    seats={},
    delegations=frozenset(),
)


def compile_script(key: str, script: Script, common: Common | None = None) -> Personality:
    """The script in the form in which bots read it. The script must be free of faults."""
    rules = (*(common or _common()).rules, *script.rules)
    habits = script.habits.model_dump()
    done = [(rule, _ruling(rule, habits)) for rule in rules]
    return Personality(
        key=key,
        name=script.name,
        trade=script.trade,
        habits=habits,
        odds=script.signing.odds,
        talk=script.talk,
        prefer=tuple(ruling for rule, ruling in done if rule.prefer),
        forbid={
            on: tuple(ruling for rule, ruling in done if rule.forbid and rule.on == on)
            for on in ("floor", "order", "promise")
        },
        scale=tuple(ruling for rule, ruling in done if rule.scale),
        answers={
            on: tuple(ruling for rule, ruling in done if rule.answer and rule.on == on) for on in ("vote", "sign")
        },
    )


def _ruling(rule: Rule, habits: Mapping[str, int]) -> Ruling:
    names: tuple[str, ...] = a.ORDERS if rule.on == "order" else a.VERBS
    verbs = (rule.prefer,) if rule.prefer else rule.forbid
    return Ruling(
        when=resolve(rule.when, _NAMES),
        weight=resolve(rule.weight or "0", _NAMES),
        chance=habits[rule.chance] if isinstance(rule.chance, str) else rule.chance,
        verbs=tuple(names.index(verb) if verb in names else -1 for verb in verbs),
        scale=tuple(rule.scale.items()),
        objects=rule.answer == "object",
        because=rule.because,
    )


# --- the scripts of the package ---------------------------------------------------------------------------------

_FOLDER = "scripts"
_COMMON, _ADVISER = "common", "adviser"


def _bytes(name: str) -> bytes:
    return (files("summit_game.bots") / _FOLDER / f"{name}.yaml").read_bytes()


@cache
def _common() -> Common:
    common: Common = _load(_bytes(_COMMON), f"{_COMMON}.yaml", Common)
    return common


@cache
def script_names() -> tuple[str, ...]:
    """The personalities that come with the program, sorted. The adviser of people is none: it plays for nobody."""
    found = (entry.name for entry in (files("summit_game.bots") / _FOLDER).iterdir())
    names = (name.removesuffix(".yaml") for name in found if name.endswith(".yaml"))
    return tuple(sorted(name for name in names if name not in (_COMMON, _ADVISER)))


@cache
def personality(name: str) -> Personality:
    """A personality of the package, compiled once. Raises `KeyError` for a name that is not in `script_names`."""
    if name not in script_names():
        raise KeyError(name)
    return compile_script(name, load_script(_bytes(name), f"{name}.yaml"))


@cache
def neutral() -> Personality:
    """The script that advises people: no temper, and honest."""
    return compile_script(_ADVISER, load_script(_bytes(_ADVISER), f"{_ADVISER}.yaml"))
