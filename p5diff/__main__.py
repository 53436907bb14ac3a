"""`python -m p5diff` is the command line."""

from p5diff.cli.main import run

run()
