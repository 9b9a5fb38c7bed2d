"""Questions for the room: `bargain` (about the text, from briefs) and `conduct` (about what everybody saw) make them
from a `case`; `selection` takes three to five."""
