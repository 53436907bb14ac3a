"""Fetch: a catalogued address to bytes, whole or not at all."""
