"""Sandbox: a reader of strangers' files in a child process with limits."""
