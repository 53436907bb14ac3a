"""Git: the one door to it."""
