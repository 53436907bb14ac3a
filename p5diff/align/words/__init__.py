"""Words: which words changed inside a pair."""
