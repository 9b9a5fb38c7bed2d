"""What decks tell as fact: sources that can be looked up, inventions that say so, and what followed in every form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from functools import partial

import pytest
import yaml
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms import data, markdown, page, sheets, text
from summit_game.debrief.forms.sizes import SIZES
from summit_game.debrief.model import Debrief
from summit_game.deck.models import Deck
from summit_game.engine.scoring import winners
from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.plain.lines import opening
from summit_game.seat.sheet import game_sheet
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.words import papers
from summit_game.words.about import after, before
from summit_game.words.behind import references
from summit_game.words.names import Words
from support import DECK, REPO, SECOND_DECK, SHIPPED, day_of, game_of, the_deck

INVENTED = re.compile(r"invented|added here|the game's|moved in time", re.IGNORECASE)
FIRST = re.compile(r"Invented|Moved in time")
DAY = day_of(the_deck(DECK))


def entries(deck: Deck) -> Iterator[tuple[str, str, bool]]:
    """Id, source and flag of everything that has a source and may be invented."""
    for card in (*deck.proposals, *deck.concessions, *deck.pressure, *deck.events):
        yield card.id, card.source, card.invented
    for issue in deck.issues:
        for at, level in enumerate(issue.levels):
            yield f"{issue.id} {at}", level.source, level.invented
    for delegation in deck.delegations:
        for goal in delegation.goals:
            yield goal.id, goal.source, goal.invented


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_what_is_invented_says_so_and_has_the_flag(path) -> None:
    wrong = [name for name, source, flag in entries(the_deck(path)) if flag != bool(INVENTED.search(source))]
    assert wrong == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_source_of_an_invention_says_so_first(path) -> None:
    wrong = [name for name, source, flag in entries(the_deck(path)) if flag and not FIRST.match(source)]
    assert wrong == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_sources_fit_on_printed_cards(path) -> None:
    assert [name for name, source, _ in entries(the_deck(path)) if len(source) > 250] == []


def test_every_reference_of_the_deck_stands_in_the_page_of_sources() -> None:
    told = (REPO / "docs" / "sources.md").read_text(encoding="utf-8")
    for each in the_deck(DECK).references:
        assert each.address in told, each.id
        assert each.heading in told, each.id
        assert each.publisher in told, each.id
        assert not each.date or each.date in told, each.id


def test_the_page_of_sources_is_what_the_script_writes() -> None:
    scope: dict[str, object] = {"__name__": "sources"}
    exec((REPO / "scripts" / "sources.py").read_text(encoding="utf-8"), scope)
    assert scope["page"](the_deck(DECK)) == (REPO / "docs" / "sources.md").read_text(encoding="utf-8")  # type: ignore[operator]


def test_the_words_with_which_a_reference_is_cited_are_in_use() -> None:
    deck = the_deck(DECK)
    sources = "\n".join([source for _, source, _ in entries(deck)] + [s.source for i in deck.issues for s in i.history])
    unused = [(each.id, words) for each in deck.references for words in each.cited_as if words not in sources]
    assert unused == []


def test_whatever_has_a_year_in_its_source_can_be_looked_up() -> None:
    deck = the_deck(DECK)
    told = [(name, source) for name, source, _ in entries(deck)]
    told += [(issue.id, said.source) for issue in deck.issues for said in issue.history]
    dated = [(name, source) for name, source in told if re.search(r"\b(19|20)\d\d\b", source)]
    assert len(dated) > 100
    assert [name for name, source in dated if not references(deck, source)] == []


def test_references_differ() -> None:
    deck = the_deck(DECK)
    assert len({each.id for each in deck.references}) == len(deck.references)
    assert len({each.address for each in deck.references}) == len(deck.references)


@pytest.fixture(scope="module")
def played() -> tuple[Sitting, Debrief]:
    table = Table(game_of(2, ("quick",)), 7, sitters={seat: Sitter(bot="simple") for seat in range(2)})
    table.start()
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    sitting = Sitting("a-game", the_deck(DECK), table)
    return sitting, analyse(sitting)


FORMS = {
    **{f"text, {size}": partial(text.text, size=size) for size in SIZES},
    **{f"markdown, {size}": partial(markdown.markdown, size=size) for size in SIZES},
    **{f"page, {size}": partial(page.page, size=size) for size in SIZES},
    "json": data.as_json,
    "csv": sheets.sheet,
}


@pytest.mark.parametrize("form", FORMS)
def test_what_followed_stands_in_every_form_of_the_debrief(form: str, played: tuple[Sitting, Debrief]) -> None:
    found = " ".join(FORMS[form](played[1]).replace("\\", "").split())
    assert DAY in found


@pytest.mark.parametrize("form", [each for each in FORMS if "," in each])
def test_it_stands_right_behind_the_ending_and_the_words_out_of_role(
    form: str, played: tuple[Sitting, Debrief]
) -> None:
    found = " ".join(FORMS[form](played[1]).replace("\\", "").split()).lower()
    after = say("debrief_page-text", over=True) if form.startswith("page") else say("debrief-title-scores")
    titles = (say("debrief-title-out-of-role"), say("about-followed"), after)
    places = [found.rindex(each.lower()) for each in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("ending", range(len(ENDINGS)), ids=ENDINGS)
def test_it_stands_right_behind_every_ending_in_plain_text(ending: int, played: tuple[Sitting, Debrief]) -> None:
    sitting, _ = played
    state = copy(sitting.table.state)
    state.ending = ending
    told = papers.the_end(Words(sitting.table.setting, sitting.deck), state)
    at = told.index(say("about-followed"))
    assert DAY in told[at + 1]
    assert told[at - 2] == next(each for each in sitting.deck.scenarios if each.kind == ENDINGS[ending]).aftermath
    assert at < told.index(say("papers-text"))


def test_it_is_told_when_a_game_in_plain_text_begins_and_by_the_command_about() -> None:
    deck = the_deck(DECK)
    words = Words(game_of(2).setting, deck)
    begin = "\n".join(opening(game_sheet(words), words))
    assert deck.content_note is not None
    assert DAY in begin
    assert deck.content_note.text.split("\n")[0] in begin
    assert "about" in begin
    told = CliRunner().invoke(cli, ["deck", "about", deck.deck.id])
    assert told.exit_code == 0
    for words in (DAY, *(each.title for each in deck.background), *deck.content_note.advice):
        assert words in told.output
    assert deck.what_followed is not None
    assert all(fact.text in told.output for fact in deck.what_followed.facts)


def test_a_deck_without_ranking_names_no_highest_result(played: tuple[Sitting, Debrief]) -> None:
    sitting, debrief = played
    assert not sitting.deck.deck.ranking
    assert debrief.winners == ()
    name = say("papers-single-winner", who="").split(",")[0]
    told = papers.the_end(Words(sitting.table.setting, sitting.deck), sitting.table.state)
    assert not any(name in line for line in told)
    assert not any(name in make(debrief) for make in FORMS.values())
    ranked = sitting.deck.model_copy(update={"deck": sitting.deck.deck.model_copy(update={"ranking": True})})
    assert any(name in line for line in papers.the_end(Words(sitting.table.setting, ranked), sitting.table.state))
    assert analyse(Sitting("a-game", ranked, sitting.table)).winners == winners(sitting.table.state)


def test_it_is_not_told_while_the_game_goes_on() -> None:
    table = Table(game_of(2), 7, sitters={seat: Sitter(bot="simple") for seat in range(2)})
    table.start()
    assert analyse(Sitting("a-game", the_deck(DECK), table)).followed is None


def test_before_and_after_are_told_whole() -> None:
    deck = the_deck(DECK)
    told = "\n".join(before(deck))
    assert deck.content_note is not None
    for words in (deck.content_note.text, *deck.content_note.advice, *(each.text for each in deck.background)):
        assert words in told
    assert deck.what_followed is not None
    later = "\n".join(after(deck))
    for fact in deck.what_followed.facts:
        assert f"{fact.when}: {fact.text}" in later
    assert "2014" in told


def test_a_deck_without_these_sections_tells_nothing_of_them() -> None:
    deck = the_deck(SECOND_DECK)
    assert after(deck) == []
    assert deck.what_followed is None


def test_the_checker_knows_no_source_that_is_not_there(tmp_path) -> None:
    from river import write

    from summit_game.deck.check import check_path
    from summit_game.rules.registry import parameters

    more = {"background": [{"title": "A flood", "text": "It rained.", "sources": ["R-1"]}]}
    folder = write(tmp_path, {"more.yaml": yaml.safe_dump(more)})
    faults = [each for each in check_path(folder, parameters()).faults if each.file.endswith("more.yaml")]
    assert ["R-1" in str(each) for each in faults] == [True]
