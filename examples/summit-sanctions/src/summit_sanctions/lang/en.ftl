# An action with its target: in menus, before it is sent, and in the log.
sanctions-impose = Impose sanctions on { $seat }
sanctions-lift = Lift the sanctions on { $seat }
# What a verb is called, and what it does. Numbers are the parameters of the module.
sanctions-impose-verb = Impose sanctions
sanctions-lift-verb = Lift sanctions
sanctions-impose-explained = Another side's delegation does worse without a deal: its walk-away value −{ $weight }. It costs you support −{ $cost } and brings tension +{ $tension }; at the end of the game it costs you { $upkeep } { $upkeep ->
        [one] point
       *[other] points
    } if it is still in place. (SA1 to SA3, SA5)
sanctions-lift-explained = Your sanctions on this delegation end: trust +{ $trust }. (SA4)
# Refusals.
sanctions-own-side = Sanctions fall on delegations of another side.
sanctions-in-place = You already have sanctions on { $who }.
sanctions-enough = You may have sanctions on no more than { $most } { $most ->
        [one] delegation
       *[other] delegations
    } at a time.
sanctions-no-support = With support 0 you cannot impose sanctions.
sanctions-none = You have no sanctions on { $who }.
# What all see, and lines of sums.
sanctions-status = Sanctions on { $who } by { $by } (SA3)
sanctions-borne = sanctions by { $by }
sanctions-kept = sanctions kept on { $who }
