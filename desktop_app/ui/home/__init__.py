"""The first screen: what is in the library and how to begin."""
