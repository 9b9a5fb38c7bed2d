"""How every page that Summit writes looks: one style sheet, and the marks of delegations and endings.

`style.css` holds all colours and sizes, for light and dark, more contrast, forced colours, print, and 320 px to a
projector. Colour belongs to delegations and endings only and is never the only sign: a delegation has letters, a shape,
a colour and a dash by its seat, an ending has a sign. What is open stands in brackets, what is agreed is solid ink.
"""
