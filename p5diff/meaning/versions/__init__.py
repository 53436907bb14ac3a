"""Two languages of one text: which words mean the same in any language, and what a reviser looks for.

Example: "37 Members" beside «27 членов»: a figure that differs.
"""
