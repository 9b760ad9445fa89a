"""One release, loaded: lookups, queries, and the records behind them."""
