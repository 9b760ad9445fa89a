"""What maintainers run; never a part of the package."""
