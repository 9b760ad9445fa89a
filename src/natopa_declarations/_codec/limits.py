"""How large a release may be; the page on the format has the same figures.

Within these limits a folder is loaded, or refused, in a few seconds and in less than a gigabyte,
whoever wrote it.
"""

from __future__ import annotations

LARGEST = 16 * 1024 * 1024
"""The most bytes that a file of a release may have."""

TOTAL = 128 * 1024 * 1024
"""The most bytes that all files of a release may have."""

FILES = 10_000
"""The most files that a release may have."""

RECORDS = 100_000
"""The most records that a release may have, their parts counted."""

VALUES = 1_250_000
"""The most values that a release may have: objects, lists, texts, numbers and truth values."""

DEPTH = 32
"""How deep lists and objects may stand in one another."""

ENOUGH = 100
"""How many problems of a file are looked for before the rest is left unread."""
