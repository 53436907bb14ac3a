"""Layout: from blocks as the source lays them out to a text in stored form."""
