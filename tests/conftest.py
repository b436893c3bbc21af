"""Fixtures and rules for every test."""
