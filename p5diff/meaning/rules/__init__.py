"""Rules: data files read, checked and put together."""
