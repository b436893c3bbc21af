"""The windows; the only package (with bootstrap) that imports PySide6."""
