"""The brief as a file: one sheet of paper in Markdown, HTML, Word or PDF, and as data in JSON."""
