"""The parts of a page that its template brings."""

FURNITURE = frozenset({"header", "nav", "aside", "footer"})
"""Regions; a fault there is mended once, in the template."""
