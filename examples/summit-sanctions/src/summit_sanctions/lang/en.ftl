# What is said of sanctions. A key begins with the id of the module; `-verb`, `-explained` and `-chose` are looked for by the game.
sanctions-impose = Impose sanctions on { $seat }
sanctions-impose-verb = Impose sanctions
sanctions-impose-explained = The other side's delegation loses { $support } Support, and tension +{ $tension }. At the end it costs them { $cost } points and you { $own_cost }. (SA1, SA2, SA4)
sanctions-impose-chose = sanctions
sanctions-lift = Lift the sanctions on { $seat }
sanctions-lift-verb = Lift sanctions
sanctions-lift-explained = Your sanction ends: trust +{ $trust }. You impose no other in this round. (SA3)
sanctions-lift-chose = lifting our sanctions

# Why not, after the clause has been named.
sanctions-none-in-force = You have no sanctions in force against that delegation.
sanctions-still-in-force = Your sanctions against { $seat } are still in force; lift them first.
sanctions-just-lifted = You have lifted sanctions in this round.
sanctions-own-side = Sanctions are imposed on a delegation of another side.

# Lines of a score, and what all see on the map.
sanctions-line-under = under sanctions: { $count }
sanctions-line-imposed = sanctions imposed
sanctions-status = { $by }: sanctions on { $on } (SA1).
