"""The types that the signatures of a corpus name, besides those of the model.

They are imported when somebody asks for the hints of a signature, and not before.
"""

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .literals import *  # noqa: F403 - every name of the module, and nothing else.
else:

    def __getattr__(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        from . import literals

        return literals.table() if name == "Table" else getattr(literals, name)
