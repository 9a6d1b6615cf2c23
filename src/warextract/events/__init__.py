"""Events: what happened, who to whom, where, when, with what."""
