"""Scores and measurements of translations."""
