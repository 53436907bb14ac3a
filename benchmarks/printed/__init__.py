"""PDF files as a user would send them, drawn by lot from many layouts, and how many are read exactly.

    python -m benchmarks.printed [SEED [HOW_MANY]] [--show]

Each document is an invented declaration in one of six languages, printed by WeasyPrint, Chromium or
LibreOffice with a layout drawn by lot: page, font, columns, indents or gaps, running heads with numbers
that count, footnotes, tables, options in brackets, letter-spaced titles, pictures, tags. It is *right* where
every paragraph, heading, row and note comes out character for character and nothing else does. A new
seed draws documents that nobody looked at.
"""
