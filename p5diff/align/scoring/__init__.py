"""Scoring: what is measured of a candidate pair, and its probability."""
