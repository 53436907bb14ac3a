"""What two sentences that correspond show beside each other: which words stand for which, what both share,
what came, went or became another. No verdict yet.

Example: "will report" beside "intends to report": one verb, under words of two degrees. That this is weaker
is told in `p5diff.meaning.shifts`.
"""
