"""The days of the standard library, which takes long to import: when one is first asked for."""

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from datetime import date as date
    from datetime import datetime as datetime

else:

    def __getattr__(name: str) -> object:
        if name not in {"date", "datetime"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import datetime as dt

        return globals().setdefault(name, getattr(dt, name))
