"""The surroundings in which git runs for p5diff: nothing of a repository's own may start.

A corpus can come from anybody, and a repository's configuration can name programs (hooks,
file-system monitors, filters, textconv, signing, transports). Only plumbing commands are used,
none of which reads attributes; this environment switches off what is left, and command-scope
configuration beats the repository's own. Measured rules: hooks run by reference updates,
`fsmonitor` by reading an index, transports by a missing object of a partial clone.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_CONFIG = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.untrackedCache": "false",
    "core.attributesFile": os.devnull,
    "core.excludesFile": os.devnull,  # read whenever a tree is: a pipe there is waited for
    "core.sshCommand": "false",
    "core.gitProxy": "false",
    "core.askPass": "false",
    "core.alternateRefsCommand": "",
    "core.pager": "cat",
    "core.editor": "false",
    "core.fsync": "committed",
    "core.fsyncMethod": "batch",
    "core.quotePath": "false",
    "credential.helper": "",
    "diff.external": "",
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "gpg.program": "false",
    "log.showSignature": "false",
    "protocol.allow": "never",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "submodule.recurse": "false",
    # Whose the folder is does not matter where nothing in it is run.
    "safe.directory": "*",
}

_IDENTITY = tuple(
    f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL", "DATE")
)

_lock = threading.RLock()


def safe_environment(git_dir: str, work_tree: str) -> dict[str, str]:
    """What git is given on top of an environment that holds no GIT_ variable."""
    result = {
        "GIT_DIR": git_dir,
        "GIT_WORK_TREE": work_tree,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_SSH_COMMAND": "false",
        "GIT_ASKPASS": "false",
        "GIT_EDITOR": "false",
        "GIT_PAGER": "cat",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG_COUNT": str(len(_CONFIG)),
        "TZ": "UTC",
    }
    for number, (key, value) in enumerate(_CONFIG.items()):
        result[f"GIT_CONFIG_KEY_{number}"] = key
        result[f"GIT_CONFIG_VALUE_{number}"] = value
    return result


@contextmanager
def no_inherited_git() -> Iterator[dict[str, str]]:
    """Take every GIT_ variable out of the environment for a while; give those of identity.

    A hook of git that calls p5diff hands down GIT_DIR, GIT_INDEX_FILE and more: with them,
    git would work on another repository than the one asked for.
    """
    with _lock:
        taken = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
        try:
            yield {name: taken[name] for name in _IDENTITY if name in taken}
        finally:
            os.environ.update(taken)
