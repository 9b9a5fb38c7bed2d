# What `summit deals` says about a scoreable game of others.
deals-game = { $name }: { $deals } { $deals ->
        [one] deal
       *[other] deals
    } among { $parties } { $parties ->
        [one] party
       *[other] parties
    }
deals-feasible = feasible (veto parties accept, and all but at most one): { $count }
deals-unanimous = unanimous (all accept): { $count }
deals-efficient = efficient (nobody can gain unless another loses): { $count }, of these { $feasible } feasible and { $unanimous } unanimous
deals-heading-party = party
deals-heading-threshold = threshold
deals-heading-best = best
deals-heading-accepts = accepts
deals-heading-feasible = feasible
deals-none = No deal is accepted by all.
deals-named = { $name }: { $deal }, scores { $scores }. { $definition }{ $ties ->
        [1] {""}
       *[other] {" "}{ $ties } deals fit this equally well; this is the first.
    }
deals-placed = The deal { $deal }, scores { $scores }:
deals-accepted = { $feasible ->
        [yes] It is feasible.
       *[no] It is not feasible.
    }{" "}{ $all ->
        [yes] All accept it.
       *[no] Below the threshold of { $against }.
    }
deals-on-front = It is efficient: no deal is worth more to one party and less to none.
deals-not-on-front = It is not efficient: deals worth more to somebody and less to nobody: { $better }; points that everybody could have on top: { $points }.
deals-step = { $deal } instead would hurt nobody: { $gains }
