"""The Windows package, installed and used in wine."""
