# What a table says of itself: how it is saved and opened.
table-not-saved = The game is NOT being saved: { $reason }. It goes on in memory only.
table-no-longer-saved = The game is NOT being saved: { $place } cannot be written ({ $reason }). It goes on in memory; what was saved before is safe. Make room, and the next move saves everything.
table-not-saved-yet = The game is NOT being saved: { $place } cannot be written ({ $reason }). It goes on in memory; make room or give leave, and the next move saves everything.
table-overtaken = The game is NOT being saved: { $reason }: { $place }. It goes on in memory; what was played in the other window stands in the file.
table-lost = It is NOT saved and is lost.
table-lost-since = What was played here since round { $round } is NOT saved; `summit play --resume { $id }` goes on with what is.
table-recovered = The journal was damaged at its end; it was recovered, and what could not be read is in { $file }.
table-damaged = The journal is damaged; this is what could be read up to the damage.
table-bot-gone = { $who } was played by { $player }, which is not here; a simple bot plays on.
table-spectator = A spectator takes no action.
