"""One function a command: the only place where stages meet."""
