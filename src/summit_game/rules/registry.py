"""Which rule modules exist: the nine of this package, then those that other packages register.

A package registers a module under the entry-point group `summit_game.rules`; the entry point is the module class
and its name is the module's id. Entry points are looked up once, when the first game is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType

from pydantic import BaseModel

from summit_game.engine.module import RuleModule
from summit_game.rules.alliance import Alliance
from summit_game.rules.consultations import Consultations
from summit_game.rules.deployment_limits import DeploymentLimits
from summit_game.rules.escalation import Escalation
from summit_game.rules.exercises_incidents import ExercisesIncidents
from summit_game.rules.onlooker_credibility import OnlookerCredibility
from summit_game.rules.open_door import OpenDoor
from summit_game.rules.ratification import Ratification
from summit_game.rules.transparency import Transparency

GROUP = "summit_game.rules"

BUILT_IN: tuple[type[RuleModule], ...] = (
    OpenDoor,
    DeploymentLimits,
    ExercisesIncidents,
    Consultations,
    Transparency,
    Ratification,
    Escalation,
    OnlookerCredibility,
    Alliance,
)
"""In the order of the chapters of `rules.md`, which is the order in which hooks are called."""


class ModuleUnusable(Exception):  # noqa: N818
    """A registered rule module cannot be loaded; the message is one sentence with what to do."""


@cache
def registry() -> Mapping[str, type[RuleModule]]:
    """Module id -> class: the built-in modules in order, then registered ones by name."""
    found = {module.id: module for module in BUILT_IN}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if point.name in found:
            raise ModuleUnusable(f"two rule modules are called {point.name!r}; uninstall one of the two packages")
        found[point.name] = _load(point.name)
    return MappingProxyType(found)


def package_of(module_id: str) -> str:
    """The name of the package that has a registered module; empty for one of the nine, or if nothing says so."""
    points = entry_points(group=GROUP, name=module_id)
    return next((point.dist.name for point in points if point.dist is not None), "")


def parameters() -> Mapping[str, type[BaseModel]]:
    """Module id -> pydantic model of its parameters, for the deck checker and the schema."""
    return {name: module.Params for name, module in registry().items()}


def _load(name: str) -> type[RuleModule]:
    (point,) = entry_points(group=GROUP, name=name)
    try:
        module = point.load()
    except Exception as error:
        raise ModuleUnusable(f"the rule module {name!r} ({point.value}) cannot be loaded: {error}") from error
    if not (isinstance(module, type) and issubclass(module, RuleModule)) or module.api != RuleModule.api:
        raise ModuleUnusable(f"{point.value} is not a rule module for this version of Summit; update its package")
    return module
