"""What each check costs a page, beside parsing it."""
