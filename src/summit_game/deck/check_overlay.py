"""Checks of a deck's texts in another language: that all are said, and nothing else."""

from __future__ import annotations

from pathlib import Path

from summit_game.deck.faults import Fault, quote
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
        return (Fault(missing, 1, 1, "there is no such file", "write the deck's texts into it"),)
    document = read_yaml(file.data, file.shown)
    wanted, said = texts_of(loaded.deck), dict(leaves(document.value, ()))
    told = [(keys, "no text for", "translate it") for keys in wanted.keys() - said.keys() if keys[-1] != "number"]
    told += [(keys, "the deck has no text", "remove it") for keys in said.keys() - wanted.keys()]
    for keys in said.keys() & wanted.keys():
        if not isinstance(said[keys], str):
            told.append((keys, "here a text is wanted:", "write one in quotes"))
        elif keys[-1] == "number" and said[keys] not in NUMBERS:
            told.append((keys, "not understood:", f"write {' or '.join(NUMBERS)}"))
    faults = set(document.faults)
    for keys, what, todo in told:
        near = (keys[:length] for length in range(len(keys), 0, -1))
        place = next((document.at[each] for each in near if each in document.at), (1, 1))
        faults.add(Fault(file.shown, *place, f"{what} {quote(' '.join(map(str, keys)))}", todo))
    return tuple(sorted(faults))
