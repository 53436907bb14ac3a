"""Readers: bytes of one format to blocks."""
