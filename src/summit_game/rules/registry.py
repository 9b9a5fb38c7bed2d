"""Which rule modules exist: whatever packages register, the nine of this package like a stranger's.

A package registers a module under the entry-point group `summit_game.rules`; the entry point is the module class
and its name is the module's id. Entry points are looked up once, when the first game is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from sys import modules
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import BaseModel

from summit_game.engine.module import RuleModule

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

GROUP = "summit_game.rules"
_HERE = __name__.rpartition(".")[0]
_CHAPTER = re.compile(r"R(\d+)\.")


class ModuleUnusable(Exception):  # noqa: N818
    """A registered rule module cannot be loaded; the message is one sentence with what to do."""


@cache
def registry() -> Mapping[str, type[RuleModule]]:
    """Module id -> class, in the order in which hooks are called: by chapter of `rules.md`, then strangers by name."""
    found: dict[str, type[RuleModule]] = {}
    for point in entry_points(group=GROUP):
        if point.name in found:
            raise ModuleUnusable(f"two rule modules are called {point.name!r}; uninstall one of the two packages")
        found[point.name] = _load(point)
    if not any(map(is_own, found.values())):
        raise ModuleUnusable("this installation does not know its own rule modules; install Summit again")
    return MappingProxyType(dict(sorted(found.items(), key=_place)))


def is_own(module: type[RuleModule]) -> bool:
    """Whether the module is one of this package: its clauses stand in `rules.md`."""
    return module.__module__.startswith(f"{_HERE}.")


def own_modules() -> tuple[type[RuleModule], ...]:
    """The modules of this package, in the order of their chapters in `rules.md`."""
    return tuple(filter(is_own, registry().values()))


def package_of(module_id: str) -> str:
    """The name of the package that has a stranger's module; empty for one of this package, or if nothing says so."""
    points = entry_points(group=GROUP, name=module_id)
    return next((point.dist.name for point in points if point.dist and not point.value.startswith(f"{_HERE}.")), "")


def parameters() -> Mapping[str, type[BaseModel]]:
    """Module id -> pydantic model of its parameters, for the deck checker and the schema."""
    return {name: module.Params for name, module in registry().items()}


def beside(module: type[RuleModule], *path: str) -> Traversable | None:
    """A file that a module's package has beside its code, such as `rules.md`; None if it has none."""
    package = modules[module.__module__].__package__
    file = files(package).joinpath(*path) if package else None
    return file if file is not None and file.is_file() else None


def chapters() -> list[str]:
    """The chapters of rules that strangers' modules bring: `rules.md` beside their code, each text once."""
    strangers = (module for module in registry().values() if not is_own(module))
    found = (beside(module, "rules.md") for module in strangers)
    return list(dict.fromkeys(file.read_text(encoding="utf-8") for file in found if file is not None))


def _place(item: tuple[str, type[RuleModule]]) -> tuple[bool, int, str]:
    name, module = item
    chapter = _CHAPTER.match(module.clauses[0]) if module.clauses and is_own(module) else None
    return chapter is None, int(chapter[1]) if chapter else 0, name


def _load(point: EntryPoint) -> type[RuleModule]:
    try:
        module = point.load()
    except Exception as error:
        raise ModuleUnusable(f"the rule module {point.name!r} ({point.value}) cannot be loaded: {error}") from error
    if not (isinstance(module, type) and issubclass(module, RuleModule)) or module.api != RuleModule.api:
        raise ModuleUnusable(f"{point.value} is not a rule module for this version of Summit; update its package")
    return module
