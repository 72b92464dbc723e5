"""Hosts with seeded faults of their names, addresses, certificates, encryption, and with traps."""
