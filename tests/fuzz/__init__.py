"""Harnesses for atheris, which tries inputs until something breaks."""
