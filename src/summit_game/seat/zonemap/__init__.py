"""The map of zones, for every front end: `model` what is drawn, `layout` where it lies, `characters` in lines of text,
`course` how it came about.

A map shows where units stand in this game, and nothing else: tiles never touch, all look alike, sides are told apart by
shapes. It is made from one box for each zone of the deck; without boxes there is no map, and the list of zones stays.
"""
