"""Actors, places and weapons found in a text and linked to the world."""
