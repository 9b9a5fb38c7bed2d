# The form of settings.
settings-title = Settings
settings-kept = Changes are kept as you make them.
settings-screen = The screen
settings-theme = Theme
settings-theme-about =
    Dark, light, or the strongest contrast. It changes at once.
    Nothing at the table is told by colour alone; with NO_COLOR set, every theme is without colour.
settings-pace = Pace of bots
settings-pace-named = { $pace ->
        [slow] slow
        [normal] normal
        [fast] fast
       *[other] at once
    }
settings-pace-about =
    How long what a bot did is the newest thing on the screen. S skips to your next decision at any pace.
    At once: nothing waits; read what happened in the log.
settings-rounds = Page between rounds
settings-rounds-about =
    News, what the Reckoning did, and promises: to be read before the next round begins. A key goes on.
    Off, or with bots at once: it all stands in the log.
settings-people = Several people at one machine
settings-words = Ask for a word at the hand-over
settings-words-about =
    At the hand-over everybody may choose a word that opens their papers. It is kept with the game.
    Off: Enter opens, and people look away by agreement.
settings-places = Where things are
settings-keys = Keys
settings-keys-about =
    Give binding names other keys in this file, under [keys], such as:
    "move.choose" = "enter,c"
    It is read when the program starts. It need not exist.
settings-file = These settings
settings-games = Saved games
settings-decks = Your own decks
# What is wrong with the file of settings.
settings-unreadable = { $file } cannot be read ({ $reason }); the usual settings hold until you save new ones.
settings-nowhere = The usual settings hold, and no others are kept ({ $reason }).
settings-unknown = { $file }: the value of { $names } is not known here; the usual one holds.
settings-unwritten = The settings are not saved: { $file } cannot be written ({ $reason }).
