"""Painting with QPainter: fonts, charts and scenes; knows no window and no workshop."""
