"""Read a user's own documents: PDF, DOCX, HTML and plain text.

The results are values of `natopa_declarations.model`: `Document` and its parts.
"""

from .reading import read

__all__ = ["read"]
