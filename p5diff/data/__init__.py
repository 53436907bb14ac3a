"""Data files: topics, ladders, markers, schemas."""
