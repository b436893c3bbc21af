"""What a file of answers means: which column holds what, and which rating each cell is."""
