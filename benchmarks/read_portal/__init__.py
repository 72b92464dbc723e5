"""How fast a portal is read, and what a page costs, beside other link checkers in the same run."""
