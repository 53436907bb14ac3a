"""The rules of `p5diff check`, one module a family. docs/checks.md explains each code."""
