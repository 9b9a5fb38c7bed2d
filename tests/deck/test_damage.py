"""Damage the small deck in one place: the checker reports exactly that, on one line, at the right place."""

# ruff: noqa: E501 - one damage a line: the table is read across, not down

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import river

from summit_game.deck.check import check_path

DECK, ISSUES, CARDS, SCENARIOS = "deck.yaml", "issues.yaml", "cards.yaml", "scenarios.yaml"
UP, LO = "delegations/UP.yaml", "delegations/LO.yaml"


class Damage(NamedTuple):
    """Replace the only `old` in `file` by `new`. The fault stands where `at` stands afterwards, or at the change."""

    name: str
    file: str
    old: str
    new: str
    expect: str
    at: str = ""
    at_file: str = ""


DAMAGES = [
    # the YAML itself
    Damage("tab", CARDS, "    owner: UP\n    title: \"We", "\towner: UP\n    title: \"We", "a tab stands where spaces"),
    # The text ends at the next quote, one line later: that is where YAML notices.
    Damage("open quote", ISSUES, 'title: "The weir"', 'title: "The weir', "check quotes inside texts", "question: \"How much"),
    Damage("open quote at the end", CARDS, '["support all +1"]', '["support all +1]', "a text in quotes is not closed"),
    Damage("open bracket", DECK, "rest: [4, 8]", "rest: [4, 8", "in brackets is not closed", "[4, 8"),
    Damage("colon in text", UP, '"Market"', "Market: now", "a colon stands where no key can be"),
    Damage("indentation", DECK, "    on: true\n", "     on: true\n", "does not fit the lines above", "    side: Plains"),
    Damage("bad escape", ISSUES, '"The bridge"', '"The \\bridge\\q"', "a backslash"),
    Damage("at sign", ISSUES, '"The bridge"', "@bridge", "a sign that YAML keeps for itself"),
    Damage("key twice", ISSUES, "    core: true\n", "    core: true\n    core: false\n", "`core` stands twice", "core: false"),
    Damage("alias", UP, '"Market"', "*market", r"the alias `\*market` is not allowed"),
    Damage("anchor", UP, '"Market"', '&market "Market"', "anchor `&market` is not allowed"),
    Damage("tag", UP, '"Market"', '!!str "Market"', "tag .* is not allowed"),
    Damage("merge key", CARDS, "    owner: UP\n    title: \"We", "    owner: UP\n    <<: {copies: 1}\n    title: \"We", "merge key", "<<"),
    Damage("two documents", CARDS, "pressure:\n", "---\npressure:\n", "a second document", "---"),
    Damage("list as key", CARDS, "    owner: UP\n    title: \"We", "    owner: UP\n    ? [a]\n    : b\n    title: \"We", "where a key belongs", "[a]"),
    Damage("null key", CARDS, "    owner: UP\n    title: \"We", "    owner: UP\n    ~: b\n    title: \"We", "cannot be a key", "~: b"),
    Damage("deep nesting", DECK, "rest: [4, 8]", "rest: " + "[" * 40 + "]" * 40, "nested more than 30 deep"),
    Damage("text turned round", UP, '"Market"', '"Mar\u202eket"', r"U\+202E is invisible"),
    Damage("text turned round, escaped", UP, '"Market"', '"Mar\\u202eket"', r"U\+202E is invisible"),
    Damage("zero width", UP, '"Market"', '"Mar\u200bket"', r"U\+200B is invisible"),
    Damage("terminal escape", UP, '"Market"', '"\\e[2JMarket"', r"U\+001B is invisible"),
    Damage("null byte", UP, '"Market"', '"Mar\x00ket"', r"U\+0000 is invisible"),
    Damage("tab in a text", UP, '"Market"', '"Mar\\tket"', "holds a tab character"),
    Damage("huge number", UP, "war: 20", "war: 99999999999999999999", "is too large"),
    # sections
    Damage("unknown section", CARDS, "events:\n", "event:\n", "`event` is not a section of a deck; write `events`"),
    # Files are read in the order of their names.
    Damage("section twice", CARDS, "pressure:\n", "default_table: 2\npressure:\n", r"`default_table` stands twice .*cards.yaml:", "default_table: 2", DECK),
    Damage("section not a list", DECK, 'allowed_words: ["regime"]', 'allowed_words: "regime"', "`allowed_words` is not a list"),
    Damage("empty section", DECK, 'allowed_words: ["regime"]', "allowed_words:", "is not a list; write its entries, or remove the line"),
    Damage("no default table", DECK, "default_table: 2\n", "", "`default_table` is missing in the deck; add a line", "deck:\n"),
    # shapes
    Damage("source missing", CARDS, '    source: "Invented"\n    invented: true\n', "    invented: true\n", "`source` is missing in card `P-WEI-2`; add a line `source: …`", "id: P-WEI-2"),
    Damage("source misspelt", CARDS, '    source: "Invented"\n    invented: true\n', '    sorce: "Invented"\n    invented: true\n', "card `P-WEI-2` has no key `sorce`; write `source`", "sorce"),
    Damage("unknown key", UP, "    balance: 1\n", "    balance: 1\n    colour: red\n", "delegation `UP` has no key `colour`", "colour"),
    Damage("empty text", UP, '"Open the bridge. Water can be traded."', '""', "`instructions` of brief `first` of delegation `UP` is empty; write the text"),
    Damage("blank text", UP, '"Open the bridge. Water can be traded."', '"   "', "is empty; write the text"),
    Damage("null text", UP, '"Open the bridge. Water can be traded."', "", "`instructions` of brief `first` of delegation `UP` is empty; write a text"),
    Damage("long text", CARDS, '"Two gauges measure the shares."', f'"{"word " * 40}end"', "`text` of card `P-WEI-2` has 203 characters; shorten it to 160"),
    Damage("number for a text", DECK, 'version: "2"', "version: 2", "`deck.version` is `2`, not a text; put it in quotes"),
    Damage("text for a number", UP, "war: 20", 'war: "20"', "`war` of delegation `UP` is `20`, not a whole number"),
    Damage("fraction", UP, "war: 20", "war: 20.5", "is `20.5`, not a whole number"),
    Damage("octal", UP, "war: 20", "war: 0o24", "is `0o24`, not a whole number"),
    Damage("yes", UP, "principal: true", "principal: yes", "is `yes`, not true or false"),
    Damage("true for a number", UP, "war: 20", "war: true", "is `true`, not a whole number"),
    Damage("date", CARDS, "level: 1\n  - {id: C-LO", "level: 2022-02-24\n  - {id: C-LO", "is `2022-02-24`, not a whole number"),
    Damage("too small", CARDS, "copies: 2", "copies: 0", "`copies` of card `P-BRI-2` is `0`; write 1 or more"),
    Damage("too large", UP, "difficulty: 2", "difficulty: 4", "`difficulty` of delegation `UP` is `4`; write 3 or less"),
    Damage("proposal of level 0", CARDS, "issue: WEI\n    level: 2", "issue: WEI\n    level: 0", "`level` of card `P-WEI-2` is `0`; write 1 or more", "level: 0"),
    Damage("not a choice", DECK, "promises: [restraint]", "promises: [truth]", "is `truth`; write `restraint`, "),
    Damage("bad card id", CARDS, "id: P-WEI-2", "id: p-wei-2", "`id` of card `p-wei-2` is `p-wei-2`, not a card id"),
    Damage("bad deck id", DECK, "id: river-talks", "id: River_talks", "not a deck id"),
    Damage("bad issue key", LO, "WEI: [0, 30, 50]", "W EI: [0, 30, 50]", "the key `W EI` in `values` of brief `first` of delegation `LO` is not an id"),
    Damage("table key not a number", DECK, "2: [UP, LO]", "two: [UP, LO]", "the key `two` in `tables` is not a whole number"),
    Damage("start neither number nor mapping", DECK, "start: 7", "start: [7]", r"is `\[…\]`, not a whole number; write one number, or"),
    Damage("start with a bad entry", DECK, "start: {2: 5}", "start: {2: five}", "is `five`, not a whole number"),
    Damage("mapping for a list", UP, "zones: [UW, MB]", "zones: {UW: 1}", "not a list"),
    Damage("list for a mapping", UP, 'mandate: {WEI: "0-1", BRI: "1-2", FRS: "0-1"}', 'mandate: ["0-1"]', "not a mapping"),
    Damage("one level", ISSUES, 'source: "Notice of the bridge keeper"}\n', 'source: "Notice of the bridge keeper"}\n      - 7\n', "not a mapping", "- 7"),
    Damage("future format", DECK, "format: 1", "format: 3", "`deck.format` is `3`.*1.*2"),
    Damage("effect is a number", CARDS, '["support all +1"]', "[7]", "is `7`, not a text"),
    Damage("bad share", SCENARIOS, '"2/5"', '"2:5"', "not a share; write it as two whole numbers"),
    # ids
    Damage("card twice", CARDS, "id: E-02", "id: E-01", r"id `E-01` is used twice \(first in .*cards.yaml:\d+\)", 'E-01\n    title: "Boats'),
    Damage("card and goal", UP, "id: G-UP-1", "id: G-LO-1", "id `G-LO-1` is used twice"),
    Damage("ids differ in capitals", DECK, "{id: Chair", "{id: hills", "`hills` differs from `Hills` only in capitals"),
    Damage("id with hyphen", DECK, "{id: Chair", "{id: The-Chair", "`The-Chair` holds a hyphen"),
    Damage("id is a word of formulas", DECK, "{id: Chair", "{id: not", "`not` is a word of the formula language"),
    Damage("track called like a quantity", DECK, "  cohesion:\n", "  monitors: {name: M, meaning: M, start: 0, max: 2}\n  cohesion:\n", "called like a quantity", "monitors:"),
    Damage("unknown issue of a card", CARDS, "issue: WEI\n    level: 2", "issue: WIE\n    level: 2", "names the unknown issue `WIE`; write `WEI`"),
    Damage("unknown owner", CARDS, "owner: UP\n    title: \"Close", "owner: UPP\n    title: \"Close", "names the unknown delegation `UPP`; write `UP`"),
    Damage("unknown side", UP, "side: Hills", "side: Hill", "names the unknown side `Hill`; write `Hills`"),
    Damage("unknown zone", LO, "zones: [MB, LP]", "zones: [MB, LQ]", "names the unknown zone `LQ`"),
    Damage("unknown stand-in", UP, "stand_in: LO", "stand_in: XX", "names the unknown delegation `XX`"),
    Damage("unknown module of a card", CARDS, "module: alliance", "module: aliance", "names the unknown module `aliance`; write `alliance`"),
    Damage("unknown module", DECK, "  escalation:", "  escalating:", "the rule module `escalating` is not installed; install the package that has it"),
    Damage("unknown module of a variant", DECK, "without: [alliance]", "without: [allies]", "names the unknown module `allies`"),
    Damage("unknown side in a zone", DECK, "start: {Hills: 2}", "start: {Hillz: 2}", "names the unknown side `Hillz`"),
    # formulas and effects
    Damage("formula that cannot be read", SCENARIOS, '"60 * treaty"', '"60 * treaty)"', "cannot be read; check brackets and operators"),
    Damage("formula with code", SCENARIOS, '"60 * treaty"', '"60 * treaty.real"', "something that a formula does not know"),
    Damage("formula with a large number", SCENARIOS, '"60 * treaty"', '"60000 * treaty"', "not a whole number up to"),
    Damage("unknown quantity", LO, '"tension <= 5"', '"tensoin <= 5"', "reads the unknown quantity `tensoin`; write `tension`"),
    Damage("unknown issue in a formula", UP, '"level(BRI) >= 1"', '"level(BRY) >= 1"', "names the unknown issue `BRY`; write `BRI`"),
    Damage("too many arguments", UP, '"level(BRI) >= 1"', '"level(BRI, WEI) >= 1"', r"gives `level` 2 arguments; write `level\(ISSUE\)`"),
    Damage("rating in a goal", UP, '"level(BRI) >= 1"', '"lowest_rating >= 50"', "only labels of endings know"),
    Damage("unknown effect", CARDS, '["support all +1"]', '["joy +one"]', "'joy .one' is not an effect; write one of"),
    Damage("unknown track in an effect", CARDS, '"trust -1"', '"thrust -1"', "names the unknown track `thrust`; write `trust`"),
    Damage("unknown delegation in an effect", CARDS, '"pressure LO +1"', '"pressure OL +1"', "names the unknown delegation `OL`"),
    Damage("unit where its side never stands", CARDS, '"unit Plains LP +1"', '"unit Hills LP +1"', "which never stands in `LP`"),
    Damage("self in an event", CARDS, '["support all +1"]', '["support self +1"]', "nobody plays an event"),
    Damage("bad condition", CARDS, '"if level(BRI) < 1"', '"if level(BRI) < "', "cannot be read"),
    Damage("bad effect in a condition", CARDS, '["incident MB"]', '["incident"]', "is not an effect"),
    # the frame
    Damage("table of another size", DECK, "  2: [UP, LO]", "  2: [UP]", "the table of 2 has 1 delegation; name 2"),
    Damage("seat twice", DECK, "2: [UP, LO]", "2: [UP, UP]", "`UP` sits twice at the table of 2"),
    Damage("seat unknown", DECK, "2: [UP, LO]", "2: [UP, OL]", "names the unknown delegation `OL`"),
    Damage("default table", DECK, "default_table: 2", "default_table: 3", "`default_table` is 3, but the deck has no such table"),
    Damage("third armed side", DECK, ', neutral: true}', "}", "3 sides that are not neutral", "{id: Chair"),
    Damage("track backwards", DECK, "start: 3\n    max: 3", "start: 3\n    max: 3\n    min: 3", "runs from 3 to 3", "max: 3\n    min"),
    Damage("start out of range", DECK, "start: 7", "start: 11", "is 11, but the track `cohesion` runs from 0 to 10"),
    Damage("start for no table", DECK, "start: {2: 5}", "start: {3: 5}", "names a table of 3, which the deck does not have; write one of `2`"),
    Damage("start for no table at all", DECK, "start: {2: 5}", "start: {}", "`start` of track `tension` has no start for the table of 2"),
    Damage("track missing", DECK, '  trust:\n    name: "Trust"', '  thrust:\n    name: "Trust"', "the track `trust` is missing; add `trust:`", "tracks:\n"),
    Damage("track of a module missing", DECK, "  cohesion:\n", "  cohesiveness:\n", "module `alliance` needs the track `cohesion`", "  alliance:"),
    Damage("neutral units", DECK, "start: {Plains: 2}", "start: {Plains: 2, Chair: 1}", "neutral side `Chair` has units in the zone `LP`"),
    Damage("too many units", DECK, "start: {Plains: 2}", "start: {Plains: 10}", "is 10; write 0 to 9 units"),
    Damage("signing too late", DECK, "sign_from: 5", "sign_from: 7", "`sign_from` is 7, but the game has 6 rounds, so that no treaty"),
    Damage("too many issues", DECK, "min_issues: 2", "min_issues: 4", "`min_issues` is 4, but the deck has 3 issues"),
    Damage("no core issue", ISSUES, "    core: true\n", "", "no issue is one; mark an issue", "need_core", DECK),
    Damage("too few moods", DECK, '  - id: M-STEADY\n    title: "Steady"\n    text: "The council stands by its words."\n    shift: 0\n    copies: 2\n', "", "fewer mood cards \\(1\\) than seats \\(2\\)", "  moods: true"),
    Damage("variant option unknown", DECK, "options: {rounds: 4, sign_from", "options: {round: 4, sign_from", "has no key `round`; write `rounds`"),
    Damage("variant option wrong", DECK, "{rounds: 4, sign_from: 3", "{rounds: 40, sign_from: 3", "is `40`; write 12 or less"),
    Damage("variant signs too late", DECK, "{rounds: 4, sign_from: 3", "{rounds: 4, sign_from: 6", "`sign_from` is 6, but the game has 4 rounds"),
    Damage("variant start unknown", DECK, "start: {support: 4}", "start: {suport: 4}", "names the unknown track `suport`; write `support`"),
    Damage("variant start out of range", DECK, "start: {support: 4}", "start: {support: 9}", "is 9, but the track `support` runs from 0 to 6"),
    # briefs
    Damage("values short", LO, "BRI: [25, 15, 0]", "BRI: [25, 15]", "`values.BRI` of brief `first` of delegation `LO` has 2 values, but the issue has 3 levels"),
    Damage("values do not add up", LO, "FRS: [25, 20, 10]", "FRS: [24, 20, 10]", "the best values of brief `first` of delegation `LO` add up to 99", "values:"),
    Damage("values missing", LO, "          FRS: [25, 20, 10]\n", "", "has nothing for the issue `FRS`", "WEI: [0, 30, 50]"),
    Damage("mandate missing", LO, ', FRS: "0-2"', "", "`mandate` of delegation `LO` has nothing for the issue `FRS`", "mandate:"),
    Damage("mandate not a range", LO, 'BRI: "0-1"', 'BRI: "0 to 1"', "is `0 to 1`, not a range of levels; write two levels, such as `0-2`"),
    Damage("mandate backwards", LO, 'BRI: "0-1"', 'BRI: "1-0"', "runs backwards from 1 to 0; write `0-1`"),
    Damage("mandate too high", LO, 'FRS: "0-2"', 'FRS: "0-3"', "goes up to level 3, but the issue `FRS` ends at 2"),
    Damage("red line too high", LO, "red_lines: {WEI: [0]}", "red_lines: {WEI: [0, 3]}", "is level 3, but the issue `WEI` has levels 0 to 2"),
    Damage("right too high", LO, "from_level: 2", "from_level: 3", "is level 3, but the issue `BRI` has levels 1 to 2"),
    Damage("reservation missing", LO, "reservation: {2: 60}", "reservation: {}", "has no value for the table of 2; add `2: …`"),
    Damage("reservation of no table", LO, "reservation: {2: 60}", "reservation: {2: 60, 7: 1}", "names a table of 7, which the deck does not have"),
    Damage("orders missing", UP, "orders: {2: 2}", "orders: {}", "`orders` of delegation `UP` has no orders for the table of 2"),
    Damage("too many orders", UP, "orders: {2: 2}", "orders: {2: 3}", "is 3, but `UP` has 2 zones for its orders"),
    Damage("zone without own units", UP, "zones: [UW, MB]", "zones: [UW, MB, LP]", "gives orders in `LP`, where its side never stands"),
    Damage("stands in for itself", UP, "stand_in: LO", "stand_in: UP", "`UP` stands in for itself"),
    Damage("no goals", UP, river.texts()[UP].partition("    goals:\n")[2].partition("    briefs:")[0], "      []\n", "the delegation `UP` has no goal, but goals are dealt", "id: UP\n"),
    # cards as a set
    Damage("level too high", CARDS, "issue: FRS, level: 2", "issue: FRS, level: 3", "`level` of card `P-FRS-2` is level 3, but the issue `FRS` has levels 1 to 2"),
    Damage("concession level", CARDS, "issue: BRI, level: 1}\n\npressure", "issue: BRI, level: 5}\n\npressure", "`level` of card `C-LO-1` is level 5"),
    Damage("level nobody can ask for", CARDS, 'issue: BRI, level: 2, copies: 2', "issue: BRI, level: 1, copies: 2", "no proposal asks for level 2 of the issue `BRI`", '"Open"', ISSUES),
    Damage("no pressure cards", CARDS, "  - id: LO-X1\n    owner: LO", "  - id: LO-X1\n    owner: UP", "the delegation `LO` has no pressure card", "id: LO\n", LO),
    Damage("concession nobody wants", CARDS, "issue: BRI, level: 1}\n\npressure", "issue: FRS, level: 1}\n\npressure", "no concession of `LO` is worth more", "id: LO\n", LO),
    # rule modules
    Damage("module key unknown", DECK, "    broken: 1\n", "    brokn: 1\n", "module `alliance` has no key `brokn`; write `broken`"),
    Damage("module key missing", DECK, "    standoff_issue: BRI\n", "", "`standoff_issue` is missing in module `transparency`", "points: {"),
    Damage("module value wrong", DECK, "    broken: 1\n", "    broken: one\n", "is `one`, not a whole number"),
    Damage("module side unknown", DECK, "    side: Plains\n    broken", "    side: Plain\n    broken", "names the unknown side `Plain`; write `Plains`"),
    Damage("module issue unknown", DECK, "points: {WEI: 1, BRI: 2}", "points: {WEX: 1, BRI: 2}", "names the unknown issue `WEX`"),
    Damage("module level too high", DECK, "points: {WEI: 1, BRI: 2}", "points: {WEI: 1, BRI: 4}", "is level 4, but the issue `BRI`"),
    Damage("module limit too high", DECK, "limits: {1: 2, 2: 1}", "limits: {1: 2, 5: 1}", "`entries.1.limits` of module `caps` names level 5, but the issue `WEI`"),
    Damage("module zone unknown", DECK, "forbid: {2: [MB]}", "forbid: {2: [MM]}", "names the unknown zone `MM`"),
    Damage("module formula", DECK, '"units(Hills, MB) >= 1"', '"units(Hills, MC) >= 1"', "names the unknown zone `MC`"),
    # endings
    Damage("ending twice", SCENARIOS, "kind: conflict", "kind: settlement", "`settlement` stands twice and `conflict` is missing", 'settlement\n    title: "Conflict"'),
    Damage("limit with two bounds", SCENARIOS, 'share: "2/5"', 'share: "2/5", at_most: 9', "has both `at_most` and `share`"),
    Damage("limit without bound", SCENARIOS, ", at_most: 49}", "}", "has neither `at_most` nor `share`", "{line: \"No treaty"),
    Damage("share above one", SCENARIOS, '"2/5"', '"5/2"', "not a part of a whole"),
    Damage("share of nothing", SCENARIOS, '"2/5"', '"0/0"', "not a part of a whole"),
    Damage("fit above 100", SCENARIOS, '"60 * treaty"', '"90 * treaty"', "the fit of scenario `settlement` can be 120", "fit:\n      - {line: \"A treaty is in force\", points"),
    Damage("cold war out of reach", SCENARIOS, '"4 * clamp(units - 6, 0, 8)"', '"4 * clamp(units - 6, 0, 8) - 90"', "no end state was found that leads to `cold_war`: stalemate always fits", "kind: cold_war"),
    Damage("no text for all", LO, "reservation: {2: 60}", "reservation: {2: 90}", "no text is worth its reservation value to every delegation", "2: [UP, LO]", DECK),
    Damage("too many texts for all", LO, "reservation: {2: 60}", "reservation: {2: 10}", r"at the table of 2 \d+ of 27 texts suit every delegation, more than 8 %", "2: [UP, LO]", DECK),
    # texts
    Damage("loaded word", CARDS, '"It has not rained."', '"The puppet council has no rain."', "the word `puppet` in `text` of card `E-01` takes sides; say who does what"),
    Damage("loaded word allowed no more", DECK, 'allowed_words: ["regime"]\n', "", "the word `regime` in `aftermath` of scenario `settlement`", "The water regime", SCENARIOS),
    Damage("allowed word that is none", DECK, '["regime"]', '["regime", "rain"]', "the allowed word `rain` is not a loaded word"),
    Damage("placeholder", CARDS, '"It has not rained."', '"TODO"', "holds the placeholder `TODO`; write the text"),
    Damage("lorem", LO, '"Get notice at least, shares at best."', '"Lorem ipsum dolor."', "holds the placeholder `Lorem`"),
    Damage("double space", CARDS, '"It has not rained."', '"It has  not rained."', "has a space too many"),
    Damage("space at the end", CARDS, '"It has not rained."', '"It has not rained. "', "has a space too many"),
    Damage("title of two lines", CARDS, '"Dry week"', '"Dry\\nweek"', "has more than one line"),
]  # fmt: skip


def test_the_deck_is_without_fault_before_it_is_damaged(tmp_path: Path) -> None:
    assert check_path(river.write(tmp_path), river.REGISTRY).faults == ()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_damage_is_reported_once_at_its_place(damage: Damage, tmp_path: Path) -> None:
    text = river.texts()[damage.file]
    assert text.count(damage.old) == 1, f"{damage.old!r} stands {text.count(damage.old)} times"
    changed = text.replace(damage.old, damage.new)
    deck = river.write(tmp_path, {damage.file: changed})
    faults = check_path(deck, river.REGISTRY).faults
    shown = [str(fault) for fault in faults]
    assert len(shown) == 1, shown
    assert re.search(damage.expect, shown[0])
    assert "\n" not in shown[0]
    assert shown[0].isprintable()
    file = damage.at_file or damage.file
    held = changed if file == damage.file else river.texts()[file]
    line = river.line_of(held, damage.at) if damage.at else text[: text.index(damage.old)].count("\n") + 1
    assert faults[0].file == str(deck / file)
    assert faults[0].line == line, shown[0]
