"""What one sentence says, read once: acts, actors, items of lists, names, figures, dates, open brackets.

Knows no second text. Example: "[Requests] the States to report by 2030" names the States, is due by 2030, and
asks, in open brackets; whether another text asks for the same is told in `p5diff.meaning.pair`.
"""
