"""The lock that a thread holds while it is inside SQLite; a fork waits for it (`_forks`).

SQLite has locks of its own, which a fork would copy as held; the child would wait for ever for a
thread that it does not have.
"""

from __future__ import annotations

from threading import RLock

SQLITE = RLock()
"""Held while SQLite is called, and while a process forks."""
