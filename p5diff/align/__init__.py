"""Who corresponds to whom between two statements."""
