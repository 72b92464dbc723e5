"""Word lists that rules look things up in: `load_expressions`, `load_lines`, `load_placeholders`."""

from config.words.lists import Expression, Placeholders, load_expressions, load_lines, load_placeholders

__all__ = ["Expression", "Placeholders", "load_expressions", "load_lines", "load_placeholders"]
