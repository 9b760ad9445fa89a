"""SQLite and forks: no process is forked while a thread of ours is inside SQLite.

SQLite has locks of its own, which a fork would copy as held; the child would wait for ever for a
thread that it does not have.  So the fork waits, for the moment that a question takes.
"""

from __future__ import annotations

import os
from threading import RLock

SQLITE = RLock()
"""Held by whoever calls SQLite, and by whoever forks."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=SQLITE.acquire, after_in_parent=SQLITE.release, after_in_child=SQLITE.release
    )
