"""Files as the system knows them: read whole, replaced whole, locked; and where ours are."""
