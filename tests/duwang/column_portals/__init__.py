"""Portals in the manner of six content systems, with seeded faults of their columns and with traps."""
