"""A user's own documents, read: PDF, DOCX, HTML and plain text.

The values that come out are in `natopa_declarations.model`: `Document` and what it is made of.
"""

from .reading import read

__all__ = ["read"]
