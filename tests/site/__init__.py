"""The site as it is built: it needs Sphinx, and some of it a browser."""
