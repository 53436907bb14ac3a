"""Outputs: a comparison as something to read."""
