"""Portals in the manner of ten content systems, with seeded faults of their columns and with traps."""
