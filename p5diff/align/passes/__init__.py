"""Passes: from certain links to likely ones, then groups in reading order."""
