"""Text: normalise, segment, tokenise, detect. Knows languages, not files or formats."""
