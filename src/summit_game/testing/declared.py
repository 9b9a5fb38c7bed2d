"""What a rule module declares: its id, clauses, verbs and parameters, and the sentences of its verbs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from summit_game.engine.actions import USE
from summit_game.engine.board import FLOOR
from summit_game.engine.module import RuleModule
from summit_game.engine.setting import Setting
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.language.catalogue import Catalogue
from summit_game.rules.registry import built_in, registry

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_UNKNOWN = "no_such_parameter"


class BrokenModuleError(AssertionError):
    """What is wrong with a module, in one sentence."""


def check_declaration(kind: type[RuleModule]) -> None:
    if not (isinstance(kind, type) and issubclass(kind, RuleModule)):
        raise BrokenModuleError(f"{kind!r} is not a subclass of RuleModule.")
    name = getattr(kind, "id", None)
    if not isinstance(name, str):
        raise BrokenModuleError(f"{kind.__name__} has no `id`; give it one such as `id = 'back_channel'`.")
    if not _NAME.fullmatch(name):
        raise BrokenModuleError(f"{name!r} is not a valid id; write lower-case letters, digits and underscores.")
    if any(each.id == name and each is not kind for each in built_in()):
        raise BrokenModuleError(f"{name!r} is the id of a module of Summit itself; choose another.")
    if not (isinstance(kind.version, str) and kind.version.strip()):
        raise BrokenModuleError(f"{name}: `version` is not a text such as '1'.")
    if kind.api != RuleModule.api:
        raise BrokenModuleError(f"{name}: `api` is {kind.api!r}, but this Summit speaks {RuleModule.api}.")
    _texts(name, "clauses", kind.clauses)
    if not kind.clauses:
        raise BrokenModuleError(f"{name}: `clauses` is empty; number the clauses of its rule text.")
    _texts(name, "tracks", kind.tracks)
    if not isinstance(kind.verbs, tuple) or not all(isinstance(verb, Verb) for verb in kind.verbs):
        raise BrokenModuleError(f"{name}: `verbs` is not a tuple of Verb.")
    _texts(name, "verbs", tuple(verb.id for verb in kind.verbs))
    if kind in built_in():
        return
    if any(re.match(r"R\d", clause) for clause in kind.clauses):
        raise BrokenModuleError(f"{name}: `clauses` names a clause of Summit's own rules; begin them another way.")
    for verb in kind.verbs:
        if not _NAME.fullmatch(verb.id) or verb.code or verb.module or verb.phases != (FLOOR,):
            raise BrokenModuleError(
                f"{name}: {verb.id!r} is not a valid verb; write lower-case letters, digits and underscores, and leave"
                " its code, module and phases as they are."
            )
        if verb.clause not in kind.clauses:
            raise BrokenModuleError(f"{name}: the clause {verb.clause!r} of `{verb.id}` is none of its `clauses`.")
        _arguments(f"{name}: `{verb.id}`", verb.args)


def _arguments(what: str, args: tuple[Arg, ...]) -> None:
    if not isinstance(args, tuple) or not all(isinstance(arg, Arg) and isinstance(arg.kind, Kind) for arg in args):
        raise BrokenModuleError(f"{what} has `args` that are not a tuple of Arg, each with a Kind.")
    for at, arg in enumerate(args):
        if not 0 <= arg.least <= arg.most or arg.most == 0:
            raise BrokenModuleError(f"{what} takes at least {arg.least} and at most {arg.most} of an argument.")
        if arg.least < arg.most and at < len(args) - 1:
            raise BrokenModuleError(f"{what} has an argument of varying number that is not its last.")
        if (arg.kind is Kind.OPTION) != bool(arg.options) or len(set(arg.options)) < len(arg.options):
            raise BrokenModuleError(f"{what} needs different `options` for an OPTION, and none for anything else.")


def check_sentences(module: RuleModule, setting: Setting) -> None:
    """Its catalogue has, in English, the action, the name and the explanation of each verb, with their values."""
    numbers: dict[str, object] = {**setting.options._asdict()}
    numbers |= next(dict(spec.numbers) for spec in setting.modules if spec.id == module.id)
    english = Catalogue()
    for verb in module.own_verbs:
        if verb.code[0] != USE:
            continue
        key = "-".join(verb.id.split()[1:])
        named: dict[str, object] = {arg.kind.name.lower(): f"<{arg.kind.name}>" for arg in verb.args}
        for tail, values in (("", named), ("-verb", {}), ("-explained", numbers)):
            try:
                said = english.say(f"{key}{tail}", **values)
            except LookupError as error:
                given = ", ".join(f"${name}" for name in values) or "none"
                given = "options of the game and numbers of `Params`" if values is numbers else given
                raise BrokenModuleError(
                    f"{module.id}: `lang/en.ftl` beside its code has no `{key}{tail}` that can be said with the values"
                    f" given ({given}){'' if module.id in registry() else '; its package is not installed'}."
                ) from error
            missing = [str(value) for value in named.values() if not tail and str(value) not in said]
            if missing:
                raise BrokenModuleError(
                    f"{module.id}: the sentence `{key}` leaves out {missing[0].lower()}; write it as"
                    f" {{ ${missing[0].strip('<>').lower()} }}."
                )


def _texts(name: str, what: str, value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(each, str) and each for each in value):
        raise BrokenModuleError(f"{name}: `{what}` is not a tuple of texts.")
    if len(set(value)) < len(value):
        raise BrokenModuleError(f"{name}: `{what}` names something twice.")


def check_params(kind: type[RuleModule], params: Mapping[str, Any]) -> None:
    name, model = kind.id, getattr(kind, "Params", None)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise BrokenModuleError(
            f"{name}: `Params` is not a pydantic model; derive it from summit_game.rules.params.Params."
        )
    if "on" not in model.model_fields:
        raise BrokenModuleError(f"{name}: `Params` has no `on`; derive it from summit_game.rules.params.Params.")
    try:
        model.model_validate(dict(params))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenModuleError(
            f"{name}: `Params` refuses the parameters given, at {where!r}: {first['msg']}."
        ) from error
    try:
        model.model_validate({**params, _UNKNOWN: 1})
    except ValidationError:
        return
    raise BrokenModuleError(f"{name}: `Params` accepts unknown keys; give it `extra='forbid'`.")
