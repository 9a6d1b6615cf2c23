"""Kinds of happenings that are read alike: fights, strikes, and what these bring about."""

COMBAT = frozenset({"attack", "shelling", "missile_strike", "air_strike", "drone_strike", "bombing", "clash"})
STRIKES = COMBAT - {"clash"}
CONSEQUENCES = frozenset({"casualties", "damage"})
