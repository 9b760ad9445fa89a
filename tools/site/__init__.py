"""Write the pages of the docs that are made from the data: lists of what stands on each page.

Sphinx runs `write.write` before it reads the docs (``docs/conf.py``); `natopa_declarations._show`
turns records into Markdown.
"""
