"""Write the pages of the docs that are made from the data.

`write.pages` turns a corpus into pages of MyST Markdown, and each module beside it makes the
pages of one kind.  Sphinx runs it before it reads the docs (``docs/conf.py``).
"""
