"""Sample portals of an invented city, served on loopback, with faults that come and go: `duwang demo`."""
