"""Use cases over the domain's ports; knows no Qt, no SQL and no PDF."""
