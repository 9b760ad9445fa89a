"""What PyInstaller cannot see: modules that are imported by name on first use, and the data."""

from __future__ import annotations

from PyInstaller.utils.hooks import (  # pyright: ignore[reportMissingModuleSource]
    collect_data_files,
    collect_submodules,
)

hiddenimports = collect_submodules("natopa_declarations")
datas = collect_data_files("natopa_declarations")
