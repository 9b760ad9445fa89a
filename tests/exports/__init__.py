"""Every exporter through the real tools that read its output.

They need the group `exports` of pyproject.toml, so `nox -s test` installs it
and names this folder.
"""
