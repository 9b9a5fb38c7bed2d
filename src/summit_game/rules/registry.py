"""Which rule modules exist: all are found in the same way, those of this package and those of other packages.

A package registers a module under the entry-point group `summit_game.rules`; the entry point is the module class
and its name is the module's id. Entry points are looked up once, when the first game is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from sys import modules
from types import MappingProxyType

from pydantic import BaseModel

from summit_game.engine.module import RuleModule
from summit_game.language.catalogue import say, speak_for

GROUP = "summit_game.rules"
OWN = "summit-game"
"""The name of this package."""


class ModuleUnusable(Exception):  # noqa: N818
    """A registered rule module cannot be loaded; the message is one sentence with what to do."""


@cache
def registry() -> Mapping[str, type[RuleModule]]:
    """Module id -> class, in the order in which hooks are called: by chapter of `rules.md`, then others by name."""
    names = [point.name for point in _points()]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise ModuleUnusable(say("deck-module-twice", name=repr(double)))
    found = {point.name: _load(point) for point in _points()}
    if not any(map(_of_this_package, found.values())):
        raise ModuleUnusable(say("deck-modules-missing"))
    speak_for(_packages(found))
    return MappingProxyType(dict(sorted(found.items(), key=lambda each: (_chapter(each[1]), each[0]))))


def forget() -> None:
    """Look again at the next question, after a package has come or gone."""
    _points.cache_clear()
    registry.cache_clear()


def built_in() -> tuple[type[RuleModule], ...]:
    """The modules of this package, in the order of the chapters of `rules.md`."""
    return tuple(module for module in registry().values() if _of_this_package(module))


def _of_this_package(module: type[RuleModule]) -> bool:
    return module.__module__.startswith(f"{__package__}.")


def _chapter(module: type[RuleModule]) -> int:
    """The number of the chapter of `rules.md` that a module of this package is; others come after them all."""
    return int(module.clauses[0].removeprefix("R").partition(".")[0]) if _of_this_package(module) else 1000


def chapters() -> Mapping[str, str]:
    """Module id -> its chapter of rules, of the modules of other packages that have one (`rules.md` beside them)."""
    books = {name: files(package) / "rules.md" for name, package in _packages(registry()).items()}
    return {name: book.read_text(encoding="utf-8") for name, book in books.items() if book.is_file()}


def _packages(found: Mapping[str, type[RuleModule]]) -> Mapping[str, str]:
    """Module id -> the package in which it is written, of the modules of other packages."""
    others = {name: modules[module.__module__] for name, module in found.items() if not _of_this_package(module)}
    return {name: package for name, each in others.items() if (package := each.__package__)}


def package_of(module_id: str) -> str:
    """The name of the package that has a registered module; empty for one of this package, or if nothing says so."""
    found = (each.dist for each in _points() if each.name == module_id and each.dist is not None)
    return next((dist.name for dist in found if dist.name != OWN), "")


def versions() -> Mapping[str, str]:
    """Module id -> what tells one state of a registered module from another: its class, package and its version."""
    found = {}
    for point in _points():
        dist = f"{point.dist.name} {point.dist.version}" if point.dist is not None else ""
        found[point.name] = f"{point.value} {dist}"
    return dict(sorted(found.items()))


def parameters() -> Mapping[str, type[BaseModel]]:
    """Module id -> pydantic model of its parameters, for the deck checker and the schema."""
    return {name: module.Params for name, module in registry().items()}


@cache
def _points() -> tuple[EntryPoint, ...]:
    """What is registered; looking through all installed packages takes a while, so once."""
    return tuple(entry_points(group=GROUP))


def _load(point: EntryPoint) -> type[RuleModule]:
    try:
        module = point.load()
    except Exception as error:
        raise ModuleUnusable(
            say("deck-module-broken", name=repr(point.name), point=point.value, error=error)
        ) from error
    if not (isinstance(module, type) and issubclass(module, RuleModule)) or module.api != RuleModule.api:
        raise ModuleUnusable(say("deck-module-other", name=point.value))
    return module
