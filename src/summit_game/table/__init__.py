"""The table: one sitting of a game, with its seats, journal, undo and rewind, clock and facilitator."""
