"""Measurements of quality, speed and growth. Run by hand, never by the tests."""
