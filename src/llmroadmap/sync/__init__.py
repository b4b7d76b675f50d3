"""Several machines, one folder: each writes a file of its own there, and reads all of them."""
