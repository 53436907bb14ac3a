"""p5diff: a diff and versioning tool for diplomatic documents."""

__version__ = "0.1.0"
