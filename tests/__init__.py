"""The tests of the package, and of the data in it."""
