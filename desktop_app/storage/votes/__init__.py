"""Open votes: the counts of each lie in a box file of their own until the room has seen them."""
