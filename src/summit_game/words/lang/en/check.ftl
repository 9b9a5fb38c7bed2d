# What `summit deck check` says: KEY is what is wrong, KEY-todo what to do about it. $about is what it is about.
check-several = { $first } (and { $more } more)
check-no-deck = the deck cannot be played
check-remove = remove it
check-remove-or = remove it, or { $todo }
check-write = write { $name }
check-write-one = write one of { $names }
check-or = {" "}or{" "}

# What a fault is about.
check-the-deck = the deck
check-of = { $part } of { $whole }
check-entry = entry { $at }
check-thing-issues = issue { $label }
check-thing-delegations = delegation { $label }
check-thing-proposals = card { $label }
check-thing-concessions = card { $label }
check-thing-pressure = card { $label }
check-thing-events = card { $label }
check-thing-moods = card { $label }
check-thing-goals = goal { $label }
check-thing-briefs = brief { $label }
check-thing-variants = variant { $label }
check-thing-sides = side { $label }
check-thing-zones = zone { $label }
check-thing-background = background paragraph { $label }
check-thing-references = reference { $label }
check-thing-scenarios = scenario { $label }
check-thing-levels = level { $label }
check-thing-history = history entry { $label }
check-thing-score = score line { $label }
check-thing-fit = fit line { $label }
check-thing-limits = limit { $label }
check-thing-labels = label { $label }
check-thing-protected = protected right { $label }
check-thing-tables = table { $label }
check-thing-tracks = track { $label }
check-thing-modules = module { $label }
check-thing-allowed_words = allowed word { $label }
check-noun-issue = issue
check-noun-delegation = delegation
check-noun-side = side
check-noun-zone = zone
check-noun-reference = reference
check-noun-track = track
check-noun-module = module

# Files.
check-no-path = there is no such file or folder
check-no-path-todo = check the path
check-not-a-deck = this is not a deck
check-not-a-deck-todo = give a folder of .yaml files, or one .yaml file
check-deck-unreadable = the deck cannot be read ({ $reason })
check-deck-unreadable-todo = check the path and its permissions
check-folder-empty = the folder holds no .yaml file
check-folder-empty-todo = give the folder of a deck
check-folder-full = the folder holds more than { $most } .yaml files
check-folder-full-todo = give the folder of one deck
check-folder-unreadable = the folder cannot be read ({ $reason })
check-folder-unreadable-todo = check permissions
check-folder-link = a link to a folder is not followed
check-folder-link-todo = put the folder itself into the deck
check-folder-name = the deck's id is { $name }, but its folder is called { $folder }
check-folder-name-todo = give both the same name
check-link-outside = the link leads to no file of the deck's folder
check-link-outside-todo = put the file itself into the folder
check-files-large = the files of the deck are larger than 4 MiB together
check-files-large-todo = make the deck smaller
check-not-regular = this is not a regular file
check-not-regular-todo = remove it, or write a file in its place
check-name-bytes = the name of this file is not UTF-8
check-name-bytes-todo = give it a plain name, such as issues.yaml
check-file-unreadable = the file cannot be read ({ $reason })
check-file-unreadable-todo = check that it exists and its permissions
check-file-large = the file is larger than 1 MiB
check-file-large-todo = split it into several files
check-file-entries = the file holds more than { $most } entries
check-file-entries-todo = split it into several files
check-file-bytes = the file is not UTF-8 (byte { $at } is { $found })
check-file-bytes-todo = save it as UTF-8

# YAML.
check-yaml-here = the YAML cannot be read here
check-yaml-here-todo = check the indentation, colons and quotes of this line and the line above
check-yaml-problem = the YAML cannot be read here ({ $problem })
check-yaml-problem-todo = { check-yaml-here-todo }
check-yaml-after = the YAML cannot be read after this point
check-yaml-after-todo = { check-yaml-here-todo }
check-yaml-backslash = a backslash in a text in double quotes is followed by a sign YAML does not know
check-yaml-backslash-todo = use single quotes, or write two backslashes
check-yaml-tab = a tab stands where spaces belong
check-yaml-tab-todo = indent with spaces
check-yaml-colon = a colon stands where no key can be
check-yaml-colon-todo = put a text that holds a colon in quotes, or check the indentation
check-yaml-quote = a text in quotes is not closed
check-yaml-quote-todo = add the closing quote
check-yaml-no-colon = a line is neither `key: value` nor part of a text
check-yaml-no-colon-todo = add a colon and a space after the key, or check the indentation
check-yaml-bracket = a list or mapping in brackets is not closed
check-yaml-bracket-todo = add the closing bracket, or put a text that holds brackets or commas in quotes
check-yaml-no-value = a value is missing, or a bracket above is not closed
check-yaml-no-value-todo = write the value, or add the closing bracket
check-yaml-indentation = this line does not fit the lines above it
check-yaml-indentation-todo = align it with its neighbours, and check quotes inside texts
check-yaml-sign = a text starts with a sign that YAML keeps for itself
check-yaml-sign-todo = put the text in quotes
check-yaml-block = the line with `|` or `>` holds something else
check-yaml-block-todo = start the text on the next line, two spaces further in
check-yaml-tag = a tag (`!…`) is not allowed in decks
check-yaml-tag-todo = remove it, or put the text in quotes
check-character = the character { $character } is invisible or steers the screen
check-character-todo = delete it and type the text again
check-unseen = { $about } holds the character { $character }, which no screen shows
check-unseen-todo = delete it, or write another character
check-more = … and { $count ->
        [one] one more fault
       *[other] { $count } more faults
    }
check-alias = the alias { $name } is not allowed in decks
check-alias-todo = write the text out
check-anchor = the anchor { $name } is not allowed in decks
check-anchor-todo = write the text out
check-tag = the tag { $name } is not allowed in decks
check-tag-todo = remove it
check-second-document = a second document starts here
check-second-document-todo = remove the line `---` or make it a file of its own
check-directive = the file starts with a YAML directive (`%…`)
check-directive-todo = remove that line
check-number-large = the number { $text } is too large
check-number-large-todo = numbers have at most { $digits } digits
check-tab = the text holds a tab character
check-tab-todo = write a space in its place
check-return = the text holds a carriage return character
check-return-todo = write a space in its place
check-key-block = a key is written as a block of text
check-key-block-todo = write the key on one line, before its colon
check-merge-key = the merge key `<<` is not allowed in decks
check-merge-key-todo = write the keys out
check-no-key = { $text } cannot be a key
check-no-key-todo = write a word or a whole number
check-key-mapping = a list or mapping stands where a key belongs
check-key-mapping-todo = write a word or a whole number
check-key-twice = the key { $name } stands twice in this mapping{ $line ->
        [0] {""}
       *[other] {" "}(first in line { $line })
    }
check-key-twice-todo = keep one of them
check-nested = values are nested more than { $most } deep
check-nested-todo = make the structure flatter

# Sections, keys and kinds of values.
check-no-sections = the file is not a mapping of sections
check-no-sections-todo = write sections such as `issues:` at the start of lines
check-no-section = { $name } is not a section of a deck
check-section-empty = the section { $name } is not a list
check-section-empty-todo = write its entries, or remove the line
check-section-no-list = the section { $name } is not a list
check-section-no-list-todo = start each entry with `- `
check-section-twice = the section { $name } stands twice (first in { $first })
check-section-twice-todo = keep one of them
check-missing = { $name } is missing in { $owner }
check-missing-todo = add a line { $line }
check-extra = { $owner } has no key { $name }
check-key-kind = the key { $name } in { $owner } is not { $noun }
check-key-not-allowed = the key { $name } in { $owner } is not allowed
check-key-not-allowed-todo = correct it
check-text-long = { $about } has { $count } characters
check-text-long-todo = shorten it to { $most }
check-text-short = { $about } is too short
check-text-short-todo = { $least ->
        [1] write the text
       *[other] write { $least } characters or more
    }
check-text-empty = { $about } is empty
check-text-empty-todo = { check-text-short-todo }
check-too-short = { $about } has { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
check-too-short-todo = give it at least { $bound }
check-too-long = { check-too-short }
check-too-long-todo = give it at most { $bound }
check-bound-ge = { $about } is { $given }
check-bound-ge-todo = write { $bound } or more
check-bound-le = { $about } is { $given }
check-bound-le-todo = write { $bound } or less
check-bound-gt = { $about } is { $given }
check-bound-gt-todo = write { $bound } excluded, or more
check-bound-lt = { $about } is { $given }
check-bound-lt-todo = write { $bound } excluded, or less
check-value = { $about } cannot be used: { $why }
check-value-todo = correct it
check-given-empty = empty
check-literal = { $about } is { $given }
check-literal-todo = write { $expected }
check-empty = { $about } is empty
check-empty-todo = write { $noun }
check-wrong-kind = { $about } is { $given }, not { $noun }
check-other = { $about } is { $given } and cannot be used ({ $why })
check-other-todo = correct it
check-wanted-id = an id
check-wanted-id-todo = start with a letter, then letters, digits, `_` or `-`
check-wanted-card-id = a card id
check-wanted-card-id-todo = write capitals and digits joined by hyphens, such as `P-ABC-1`
check-wanted-deck-id = a deck id
check-wanted-deck-id-todo = write lower-case words joined by hyphens
check-wanted-share = a share
check-wanted-share-todo = write it as two whole numbers, such as `2/5`
check-wanted-whole = a whole number
check-wanted-whole-todo = write a whole number without quotes
check-wanted-whole-or-sizes = a whole number
check-wanted-whole-or-sizes-todo = write one number, or a mapping of table sizes to numbers
check-wanted-bool = true or false
check-wanted-bool-todo = write `true` or `false` without quotes
check-wanted-text = a text
check-wanted-text-todo = put it in quotes
check-wanted-mapping = a mapping
check-wanted-mapping-todo = write `key: value` lines below it
check-wanted-list = a list
check-wanted-list-todo = write a list, with `- ` before each entry or in [ ]

# Names and ids.
check-unknown = { $about } names the unknown { $noun } { $name }
check-id-twice = the id { $name } is used twice (first in { $first })
check-id-twice-todo = give one of the two another id
check-id-capitals = the id { $name } differs from { $earlier } only in capitals (first in { $first })
check-id-capitals-todo = give one of the two another id
check-id-hyphen = the id { $name } holds a hyphen, which formulas read as minus
check-id-hyphen-todo = write `_` for it
check-id-reserved = the id { $name } is a word of the formula language
check-id-reserved-todo = choose another id
check-track-quantity = the track { $track } is called like a quantity of formulas
check-track-quantity-todo = rename it
check-module-missing = the rule module { $module } is not installed
check-module-missing-todo = install the package that has it, such as `pip install PACKAGE`, or correct its id
check-no-level = { $about } is level { $level }, but the issue { $issue } has levels { $low } to { $top }
check-no-level-todo = write one of these, or add the level to the issue
check-names-no-level = { $about } names level { $level }, but the issue { $issue } has levels { $low } to { $top }
check-names-no-level-todo = write one of these, or add the level to the issue

# Formulas and effects.
check-unreadable = { $about }: { $why }
check-unreadable-todo = correct it
check-reads-ratings = { $about } reads { $name }, which only labels of endings know
check-reads-ratings-todo = use another quantity
check-unknown-quantity = { $about } reads the unknown quantity { $name }
check-arguments = { $about } gives { $name } { $count } { $count ->
        [one] argument
       *[other] arguments
    }
check-arguments-todo = write { $forms }
check-unit-elsewhere = { $about } moves a unit of { $side }, which never stands in { $zone }
check-unit-elsewhere-todo = name another zone, or add the side to the zone's `start`
check-event-self = { $about } says `self`, but nobody plays an event
check-event-self-todo = write `all` or a delegation

# Tables, sides, tracks, the map and options.
check-no-table = { $about } names a table of { $size }, which the deck does not have
check-no-value = { $about } has no value for the table of { $size }
check-no-value-todo = add `{ $size }: …`
check-no-orders = { $about } has no orders for the table of { $size }
check-no-orders-todo = add `{ $size }: …`
check-no-start = { $about } has no start for the table of { $size }
check-no-start-todo = add `{ $size }: …`
check-table-impossible = a table of { $size } is not possible
check-table-impossible-todo = tables have 2 to { $most } seats
check-table-count = the table of { $size } has { $count ->
        [one] { $count } delegation
       *[other] { $count } delegations
    }
check-table-count-todo = name { $size } { $size ->
        [one] delegation
       *[other] delegations
    }, or change the key
check-sits-twice = { $delegation } sits twice at the table of { $size }
check-sits-twice-todo = name each delegation once
check-sits-nowhere = the delegation { $delegation } sits at no table
check-sits-nowhere-todo = add it to a table, or remove it
check-no-principal = no principal sits at the table of { $size }
check-no-principal-todo = seat one, or mark a delegation with `principal: true`
check-no-tables = the deck has no tables
check-no-tables-todo = add a line such as `2: [A, B]`
check-default-table = `default_table` is { $size }, but the deck has no such table
check-sides-armed = the deck has { $count } { $count ->
        [one] side that is
       *[other] sides that are
    } not neutral
check-sides-armed-todo = leave exactly two sides without `neutral: true`
check-track-missing = the track { $track } is missing
check-track-missing-todo = add { $line } under `tracks`
check-module-track = the module { $module } needs the track { $track }
check-module-track-todo = add { $line } under `tracks`, or remove the module
check-track-runs = the track { $track } runs from { $low } to { $high }
check-track-runs-todo = write a `max` above `min`
check-track-start = { $about } is { $number }, but the track { $track } runs from { $low } to { $high }
check-track-start-todo = write a number in this range
check-neutral-units = the neutral side { $side } has units in the zone { $zone }
check-neutral-units-todo = remove it: neutral sides have no units
check-units-range = { $about } is { $units }
check-units-range-todo = write 0 to { $most } { $most ->
        [one] unit
       *[other] units
    }
check-sign-from = `sign_from` is { $sign_from }, but the game has { $rounds } { $rounds ->
        [one] round
       *[other] rounds
    }, so that no treaty can be signed
check-sign-from-todo = write { $rounds } or less
check-min-issues = `min_issues` is { $min_issues }, but the deck has { $count } { $count ->
        [one] issue
       *[other] issues
    }, so that no treaty can be signed
check-min-issues-todo = write { $count } or less
check-need-core = a treaty needs a core issue, but no issue is one
check-need-core-todo = mark an issue with `core: true`, or write `need_core: false`
check-no-goal = the delegation { $delegation } has no goal, but goals are dealt
check-no-goal-todo = add `goals`, or write `goals: false` under `options`
check-few-moods = the deck has fewer mood cards ({ $cards }) than seats ({ $seats })
check-few-moods-todo = add cards or copies under `moods`, or write `moods: false` under `options`

# Delegations.
check-no-range = { $about } is { $text }, not a range of levels
check-no-range-todo = write two levels, such as `0-2`
check-backwards = { $about } runs backwards from { $low } to { $high }
check-backwards-todo = write `{ $high }-{ $low }`
check-too-high = { $about } goes up to level { $high }, but the issue { $issue } ends at { $top }
check-too-high-todo = write { $top } or less
check-issue-missing = { $about } has nothing for the issue { $issue }
check-issue-missing-todo = add { $line }
check-orders-zones = { $about } is { $number }, but { $delegation } has { $zones } { $zones ->
        [one] zone
       *[other] zones
    } for its orders
check-orders-zones-todo = write 0 to { $zones }, or add zones
check-zone-twice = { $about } repeats { $zone }
check-zone-twice-todo = name each zone once
check-orders-elsewhere = { $delegation } gives orders in { $zone }, where its side never stands
check-orders-elsewhere-todo = remove the zone, or add the side to the zone's `start`
check-stands-in-itself = { $delegation } stands in for itself
check-stands-in-itself-todo = name another delegation, or remove the line
check-stands-in-absent = { $other } stands in for { $delegation }, but neither sits at the table of { $size }
check-stands-in-absent-todo = name a delegation that sits there, or remove the line
check-values-count = { $about } has { $count } { $count ->
        [one] value
       *[other] values
    }, but the issue has { $levels } { $levels ->
        [one] level
       *[other] levels
    }
check-values-count-todo = write { $levels } { $levels ->
        [one] value
       *[other] values
    }, from level 0 up
check-values-sum = the best values of { $about } add up to { $best }
check-values-sum-todo = change them so that the best of each row add up to { $scale }

check-set-twice = { $about } draws what set { $number } draws: the seed { $seed }
check-set-twice-todo = give each set a seed of its own
check-set-no-zone = set { $number } of the table of { $size } leaves no room that the deck asks for: too few or too many texts suit everybody
check-set-no-zone-todo = take another seed, or let `summit deck sets --new` choose
check-set-same-best = set { $number } of the table of { $size } has the same best text as set { $first }
check-set-same-best-todo = take another seed, or let `summit deck sets --new` choose
check-variant-on = `on` of a module stands in a variant
check-variant-on-todo = name the module under `without` of the variant, or remove the line
check-format-2 = { $name } came with deck format 2
check-format-2-todo = write `format: 2`, or run `summit deck upgrade`
check-reserved = { $name } has its place in the format, but nothing is done with it yet
check-reserved-todo = leave it, or leave it out; the game is the same
check-box-missing = other zones have a `box`, and zone { $zone } has none
check-box-missing-todo = give all zones a `box`, or none
check-box-outside = { $about } does not lie on the map
check-box-outside-todo = write left, top, width and height so that it lies on the grid of { $across } by { $down }
check-box-small = { $about } is too small for a name and three units
check-box-small-todo = make it at least { $width } wide and { $height } high
check-box-near = { $about } lies over that of zone { $zone } or too near to it; a shared line would read as a border
check-box-near-todo = keep boxes at least { $apart } apart
check-box-many = too many zones have a `box`: { $count } of at most { $most }
check-box-many-todo = join some zones, or leave all boxes out
check-voice-twice = { $about } is { $kind } a second time
check-voice-twice-todo = write all wordings under one `text`
check-usual-answer = { $about } is { $number }
check-usual-answer-todo = write 0 to { $most }
check-ending-needed = { $about } does without { $kind }
check-ending-needed-todo = remove it: a table can always agree
check-ending-twice = { $about } names { $kind } a second time
check-ending-twice-todo = name each ending once
check-ending-gone = { $about } is told as { $kind }, which the deck does without
check-ending-gone-todo = name an ending that stays
check-driven-twice = { $about } is { $track } a second time
check-driven-twice-todo = write one formula for each track
check-source-long = this source is longer than a printed card has room for: { $count } of { $most }
check-source-long-todo = shorten it
check-draw-weights = `weights` of `draw` has { $count } { $count ->
        [one] number
       *[other] numbers
    }, but the deck has { $issues } issues
check-draw-weights-todo = write one weight for each issue
check-draw-number = { $about } is { $number }
check-draw-number-todo = write a number from { $low } to { $high }
check-draw-all-red = every level of the issue { $issue } can be a red line of { $delegation }, so that no mandate is left
check-draw-all-red-todo = remove a red line
check-same-best = the best text for all is the same in { $same } of { $deals } { $deals ->
        [one] deal
       *[other] deals
    }
check-same-best-todo = add briefs or a `draw` section, or write `fixed: true` if the same deal each time is meant
check-one-fits = one text suits everybody in { $fitting } of { $deals } { $deals ->
        [one] deal
       *[other] deals
    }
check-one-fits-todo = narrow the zone of `draw`, or let briefs differ more

# Cards.
check-level-unasked = no proposal asks for level { $level } of the issue { $issue }
check-level-unasked-todo = add a card under `proposals`, or remove the level
check-no-concessions = the delegation { $delegation } has no concession
check-no-concessions-todo = add a card with { $owner } under `concessions`
check-no-pressure = the delegation { $delegation } has no pressure card
check-no-pressure-todo = add a card with { $owner } under `pressure`
check-concessions-worthless = no concession of { $delegation } is worth more than level 0 to another delegation
check-concessions-worthless-todo = add a concession that another delegation's first brief values
check-zone-empty = at the table of { $size } no text is worth its reservation value to every delegation
check-zone-empty-todo = lower reservation values or change values
check-zone-wide = at the table of { $size } { $count } of { $texts } texts suit every delegation, more than { $share } %
check-zone-wide-todo = raise reservation values, change values, or add levels or an issue

# Endings.
check-scenario-twice = the scenario { $kind } stands twice and { $missing } is missing
check-scenario-twice-todo = write { $missing } for one of the two
check-limit-both = { $about } has both `at_most` and `share`
check-limit-both-todo = give it exactly one of the two
check-limit-neither = { $about } has neither `at_most` nor `share`
check-limit-neither-todo = give it exactly one of the two
check-limit-range = { $about } is { $number }
check-limit-range-todo = write 0 to { $most }
check-limit-share = { $about } is { $share }, not a part of a whole
check-limit-share-todo = write a share such as `2/5`
check-fit-too-high = the fit of { $about } can be { $found }
check-fit-too-high-todo = change its lines so that they add up to { $most } at most
check-unreachable = no end state was found that leads to { $kind }: { $why }
check-unreachable-todo = change the lines of `fit`, or cards
check-unreachable-cold_war = stalemate always fits as well or better
check-unreachable-stalemate = cold_war always fits better
check-unreachable-conflict = nothing raises tension far enough

# Texts, and texts in another language.
check-not-loaded = the allowed word { $word } is not a loaded word
check-takes-sides = the word { $word } in { $about } takes sides
check-takes-sides-todo = say who does what in neutral words, or list it under `allowed_words`
check-placeholder = { $about } holds the placeholder { $text }
check-placeholder-todo = write the text
check-spaces = { $about } has a space too many
check-spaces-todo = remove double spaces and spaces at its ends
check-lines = { $about } has more than one line
check-lines-todo = write it on one line
check-no-overlay = there is no such file
check-no-overlay-todo = write the deck's texts into it
check-untranslated = no text for { $way }
check-untranslated-todo = translate it
check-no-such-text = the deck has no text { $way }
check-no-such-text-todo = remove it
check-text-wanted = here a text is wanted: { $way }
check-text-wanted-todo = write one in quotes
check-number-wanted = not understood: { $way }
check-number-wanted-todo = write singular or plural

# Scripts of bots.
check-no-script = the file is not a script
check-no-script-todo = write keys such as `name:` and `trade:`
check-no-fact = the condition reads { $name }, which scripts do not know
check-condition = the condition cannot be read: { $why }
check-condition-todo = correct it
check-rule-does = the rule does { $count } things
check-rule-does-todo = give it one of { $wanted }
check-rule-means-nothing = { $name } has no meaning on { $on }
check-rule-means-nothing-todo = write { $wanted }
check-rule-weight = `prefer` and `weight` go together
check-rule-weight-todo = write both or neither
check-rule-not-done = { $verb } is not done on { $on }
check-rule-not-done-todo = remove it
