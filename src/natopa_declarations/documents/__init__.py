"""A user's own documents: read, compared with a release, and added to a copy of it."""

from .document import Document
from .reading import read

__all__ = ["Document", "read"]
