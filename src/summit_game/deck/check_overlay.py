"""Checks of a deck's texts in another language: that all are said, and nothing else."""

from __future__ import annotations

from pathlib import Path

from summit_game.deck.faults import Fault, told
from summit_game.deck.load import LoadResult
from summit_game.deck.overlay import NUMBERS, leaves, texts_of
from summit_game.deck.yamlpos import read_yaml


def overlay_faults(loaded: LoadResult, language: str) -> tuple[Fault, ...]:
    """What an overlay lacks, and what it says that the deck has no text for."""
    if loaded.deck is None:
        return loaded.faults
    file = next((each for each in loaded.overlays if Path(each.name).stem == language), None)
    if file is None:
        missing = str(loaded.path / "lang" / f"{language}.yaml")
        return (Fault(missing, 1, 1, *told("no-overlay")),)
    document = read_yaml(file.data, file.shown)
    wanted, said = texts_of(loaded.deck), dict(leaves(document.value, ()))
    wrong = [(keys, "untranslated") for keys in wanted.keys() - said.keys() if keys[-1] != "number"]
    wrong += [(keys, "no-such-text") for keys in said.keys() - wanted.keys()]
    for keys in said.keys() & wanted.keys():
        if not isinstance(said[keys], str):
            wrong.append((keys, "text-wanted"))
        elif keys[-1] == "number" and said[keys] not in NUMBERS:
            wrong.append((keys, "number-wanted"))
    faults = set(document.faults)
    for keys, what in wrong:
        near = (keys[:length] for length in range(len(keys), 0, -1))
        place = next((document.at[each] for each in near if each in document.at), (1, 1))
        way = " ".join(map(str, keys))
        faults.add(Fault(file.shown, *place, *told(what, way=way)))
    return tuple(sorted(faults))
