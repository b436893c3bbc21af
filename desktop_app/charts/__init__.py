"""Data to drawing primitives in points, with one alternative text each; knows no pen."""
