"""`date` and `datetime`, imported on first use, since the import is slow."""

__all__ = ["date", "datetime"]

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from datetime import date, datetime

else:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import datetime as dt

        return globals().setdefault(name, getattr(dt, name))
