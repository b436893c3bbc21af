"""The ways to vote: one file a channel, all behind one protocol; the table says which is which."""
