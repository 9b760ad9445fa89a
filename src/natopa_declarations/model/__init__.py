"""The values: what a corpus is made of.

Every class here is frozen, slotted and final, and its collections are tuples.  The order
of its fields is the order of the keys in the files of a release.
"""
