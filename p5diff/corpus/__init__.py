"""The corpus on disk and in git: layout, files, repository, checks."""
