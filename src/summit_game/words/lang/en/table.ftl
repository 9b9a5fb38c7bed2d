# What a table says of itself: how it is saved and opened.
table-not-saved = The game is NOT being saved: { $reason }. It goes on in memory only.
table-no-longer-saved = The game is NOT being saved: { $place } cannot be written ({ $reason }). It goes on in memory; what was saved before is safe. Make room, and the next move saves everything.
table-not-saved-yet = The game is NOT being saved: { $place } cannot be written ({ $reason }). It goes on in memory; make room or give leave, and the next move saves everything.
table-overtaken = The game is NOT being saved: { $reason }: { $place }. It goes on in memory; what was played in the other window stands in the file.
table-people-not-saved = The names of people are NOT being saved: { $file } cannot be written ({ $reason }). The game itself is; each move tries again.
table-people-unread = The names of people cannot be read from { $file } ({ $reason }); ids stand for them.
table-lost = It is NOT saved and is lost.
table-lost-since = What was played here since round { $round } is NOT saved; `summit play --resume { $id }` goes on with what is.
table-recovered = The journal was damaged at its end; it was recovered, and what could not be read is in { $file }.
table-damaged = The journal is damaged; this is what could be read up to the damage.
table-bot-gone = { $who } { $who-number ->
        [plural] were
       *[singular] was
    } played by { $player }, which is not here; a simple bot plays on.
table-spectator = A spectator takes no action.

# What cannot be opened, written or asked.
table-clock-per = a clock runs per { $decision } or per { $phase }, not per { $per }
table-clock-seconds = a clock gives 1 to { $longest } seconds
table-clock-up = when time is up, choose { $announce }, { $ask } or { $stand_in }
table-no-class-code = A class code has { $least } to { $most } letters and digits.
table-no-name = no game was named; `summit games` lists them
table-not-found = there is no game { $name }; `summit games` lists them
table-several = { $count } games begin with { $name }; `summit games` lists them
table-no-such-id = there is no game { $name } (the whole id is needed); `summit games` lists them
table-not-read = { $path } cannot be read ({ $reason })
table-not-deleted = { $path } cannot be deleted ({ $reason })
table-being-played = { $file } is being played; stop it there first
table-unreadable = cannot be read ({ $reason })
table-no-journal = { $file } is not a journal of Summit
table-foreign-entry = the journal holds what no version of Summit writes
table-in-use = { $file } is open in another window or program; close it there first
table-deck-differs = { $file }: the deck in the journal is not the one it names; it cannot be trusted
table-counts-differently = { $file } was written by Summit { $program }, which counts cards differently; open it there
table-deck-unread = { $file } was written by Summit { $program }, and its deck cannot be read here ({ $why }); open it there
table-not-here = { $file } cannot be opened here: { $error }
table-not-by-this = { $file } was written by Summit { $program } and cannot be opened by Summit { $version } ({ $error })
table-rules-changed = rule module { $module } was version { $was } and is version { $version } here
table-only-replayed = { $id } can be replayed and debriefed, but not played on: { $changed }
table-older-edition = it began under edition { $was } of the rules, and this program plays edition { $edition }
table-newer-edition = { $file } is played under edition { $was } of the rules, and this program knows editions up to { $edition }; use a newer Summit
table-unknown-entry = { $file } holds what this program does not know ({ $error }); use a newer Summit
table-not-dealt = { $file } ends before the game was dealt; nothing can be played from it
table-not-opened = { $file } cannot be opened by Summit { $version } ({ $error })
table-would-start = { $file } would start the program { $program }; if you trust it, copy the file into the games folder (`summit locate`) and resume it there
table-nothing-asked = nothing is asked of this seat now
table-newer-format = { $file } was written by Summit { $program } in format { $number }, and this program reads formats up to { $known }; use a newer Summit
table-module-missing = { $file } is played with the rule module { $module }, which is not installed here; install { $known ->
        [yes] the package { $package }
       *[no] the package that has it, such as `pip install PACKAGE`
    }

# An export for people to read.
table-export-secret = (secret)
table-export-stand-in = a stand-in
table-export-game = Game { $id }.
table-export-round = Round { $round }
table-export-ending = The ending

table-names-unread = { $names } cannot be read as names; write commas between them, and a name with a comma in double quotes: "Last, First",Ben
table-name-unseen = the name { $name } holds characters that no screen shows; write it without them
table-name-long = the name that begins { $name } is too long; write at most { $most } characters
table-people-many = { $count } people are too many for one delegation; at most { $most } can be named
