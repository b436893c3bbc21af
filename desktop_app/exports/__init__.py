"""Data documents other than PDF."""
