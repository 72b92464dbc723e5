"""Portals in the manner of thirteen content systems, with seeded faults of their columns and with traps."""
