"""Readers, one a format: bytes to raw text."""
