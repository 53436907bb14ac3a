"""What sentences mean: topics, commitments, strength, ledger. Driven by data files."""
