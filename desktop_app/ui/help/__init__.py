"""Help: the keys, the guide, and what a person can find out about this laptop."""
