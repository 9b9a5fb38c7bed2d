"""The game itself: state, actions, turn order, views, scoring. No files, no clock, no screen, no chance of its own."""
