"""Patterns: the language of rules, and the automaton that finds them."""
