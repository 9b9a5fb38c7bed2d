"""Names, sentences and papers in plain words, shared by every front end. Nothing here decides anything."""
