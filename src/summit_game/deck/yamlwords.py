"""Our words for PyYAML's complaints: its own messages speak of tokens and simple keys."""

from __future__ import annotations

DEFAULT_HELP = "check the indentation, colons and quotes of this line and the line above"

SYNTAX_HELP: tuple[tuple[str, str, str, str], ...] = (
    (
        r"escape (character|code|sequence)|escape sequence of",
        "here",
        "a backslash in a text in double quotes is followed by a sign YAML does not know",
        "use single quotes, or write two backslashes",
    ),
    (
        r"'\\t'|violate indentation|tab character",
        "here",
        "a tab stands where spaces belong",
        "indent with spaces",
    ),
    (
        r"mapping values are not allowed",
        "here",
        "a colon stands where no key can be",
        "put a text that holds a colon in quotes, or check the indentation",
    ),
    (
        r"quoted scalar|end of stream|document separator",
        "start",
        "a text in quotes is not closed",
        "add the closing quote",
    ),
    (
        r"could not find expected ':'",
        "start",
        "a line is neither `key: value` nor part of a text",
        "add a colon and a space after the key, or check the indentation",
    ),
    (
        r"expected ',' or '[\]}]'",
        "start",
        "a list or mapping in brackets is not closed",
        "add the closing bracket, or put a text that holds brackets or commas in quotes",
    ),
    (
        r"expected (the )?node content",
        "here",
        "a value is missing, or a bracket above is not closed",
        "write the value, or add the closing bracket",
    ),
    (
        r"did not find expected key|did not find expected '-' indicator|expected <block end>",
        "here",
        "this line does not fit the lines above it",
        "align it with its neighbours, and check quotes inside texts",
    ),
    (
        r"cannot start any token|alphabetic or numeric character",
        "here",
        "a text starts with a sign that YAML keeps for itself",
        "put the text in quotes",
    ),
    (
        r"block scalar|comment or a line break",
        "here",
        "the line with `|` or `>` holds something else",
        "start the text on the next line, two spaces further in",
    ),
    (
        r"undefined tag handle|tag",
        "here",
        "a tag (`!…`) is not allowed in decks",
        "remove it, or put the text in quotes",
    ),
)
"""Pattern in PyYAML's message -> `here` or `start` of the construct, what is wrong, what to do. First match counts."""
