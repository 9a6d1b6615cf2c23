"""War reporting into records one can trust."""
