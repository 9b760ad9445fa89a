"""Documents with invented texts, in the layouts of the Assembly's papers."""
