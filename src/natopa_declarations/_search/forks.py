"""The lock of whoever is inside SQLite, for which a fork waits (`_forks`).

SQLite has locks of its own, which a fork would copy as held; the child would wait for ever for a
thread that it does not have.
"""

from __future__ import annotations

from threading import RLock

SQLITE = RLock()
"""Held by whoever calls SQLite, and by whoever forks."""
