# Papers that can be read over the table.
paper-read = To be read over the table
paper-about = About this deck
paper-text = The treaty so far, and who can block
paper-mandates = The mandates of all delegations
paper-map = Tracks, zones and units
paper-brief = Your brief
paper-cards = Your cards
paper-score = The four fits, and your score now
paper-talk = What was said to you and by you
paper-hidden = Hidden. Space shows it again.
paper-nobody = Nobody's papers are shown.
