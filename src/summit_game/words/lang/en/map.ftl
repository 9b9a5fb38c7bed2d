# The map of zones: its signs, and what it shows for those who do not see it.
map-drawn = The same, drawn:
map-room = room
map-closed = closed by the text
map-over = over the cap
map-no-units = no { $units } can stand here
map-zone = { $zone }: { $units }{ $monitor ->
    [yes] ; a monitor is there
   *[no] {""}
  }.
map-standing = { $side } { $there } { $units } of at most { $cap }{ $over ->
    [0] {""}
   *[other] , { $over } too many
  }{ $change ->
    [0] {""}
   *[other] , { $change } { $more ->
        [yes] more
       *[no] fewer
      } than before
  }
map-start-of = start of
map-now = now
map-cap = cap
map-ordered = { $who } { $orders }
map-orders = Orders of round { $round }: { $orders }.
map-signs = { $sides }. Hollow: room under the cap. ×: closed by the text. Framed: new. Dashed: gone. !: over the cap. M: a monitor.
map-schema = A schema: places in this game where { $units } stand. It shows no borders and no distances.
map-round = { $round ->
    [0] Start
   *[other] Round { $round }
  }
map-title = Where { $units } stood
map-caption = How many stood where as each round ended
map-column = { $zone }: { $side }
map-cell = { $there }{ $limited ->
    [yes] {" "}(cap { $cap })
   *[no] {""}
  }
