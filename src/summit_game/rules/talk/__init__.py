"""Talk (R19): messages between delegations, what they agree, and what becomes of a word given."""

from summit_game.rules.talk.module import Talk as Talk
