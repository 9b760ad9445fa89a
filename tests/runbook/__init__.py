"""The runbook of a data release, followed in a copy of the repository: it takes minutes."""
