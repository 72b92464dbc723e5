"""Portals in the manner of seven content systems, with seeded faults of their columns and with traps."""
