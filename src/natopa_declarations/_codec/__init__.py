"""JSON to values and back: the strict way, the fast way, and the one table of kinds of record."""
