"""The pages: library and reader."""

from webui.app import create_app

__all__ = ["create_app"]
