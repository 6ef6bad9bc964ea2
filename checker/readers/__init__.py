"""Bytes → Document. What a file is goes by its content, not by its suffix."""
