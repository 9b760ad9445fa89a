"""Outlines of records and answers, rendered as text, HTML and Markdown."""
