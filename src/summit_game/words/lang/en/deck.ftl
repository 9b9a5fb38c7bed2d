# Decks and rule modules that cannot be found, set up or written.
deck-no-table = this deck has no table for { $size } delegations; choose one of { $sizes }
deck-no-rules = the rule book rules.md is missing from this installation; install Summit again
deck-find-near = did you mean { $name }?
deck-find-installed = installed are { $decks }
deck-find-none = no deck is installed; put one into { $folder }
deck-not-found = there is no deck { $name }, and no such folder or file; { $todo }
deck-no-name = { $name } is no name for a deck; { $todo }
deck-name-means = the name { $name } means something else to the program or to a system; choose another name
deck-name-taken = a deck that comes with the program is called { $name }; choose another name
deck-there-already = { $path } is there already; choose another name, or move it away
deck-not-written = { $path } cannot be written ({ $reason }); check the folder
deck-schema-not-written = { $path } cannot be written ({ $reason }); name the folder of a deck
deck-name-form = write lower-case words joined by hyphens, such as my-case
deck-module-twice = two rule modules are called { $name }; uninstall one of the two packages
deck-modules-missing = Summit is installed without its own rule modules; install it again
deck-module-other = { $name } is not a rule module for this version of Summit; update its package
deck-module-broken = the rule module { $name } ({ $point }) cannot be loaded: { $error }
deck-draws-nothing = the deck { $deck } draws no mandates and briefs; add a section `draw` to it
deck-no-set = there is no set { $number } of mandates and briefs for this table of { $size }; { $count ->
        [0] leave the set out
       *[other] choose from 1 to { $count }
    }
deck-variants-clash = the variants that were chosen change the module { $module } in ways that do not go together; choose one of them
deck-no-variant = there is no variant { $name } in this deck; { $guess ->
        [yes] did you mean { $near }?
       *[no] choose from { $none ->
            [yes] none
           *[no] { $known }
        }
    }
deck-no-module = there is no rule module { $name } in this deck; { $guess ->
        [yes] did you mean { $near }?
       *[no] choose from { $none ->
            [yes] none
           *[no] { $known }
        }
    }
