"""Bytes of releases: packaged ones and folders, their digests, and their verification."""
