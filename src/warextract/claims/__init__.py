"""Claims: source, cue, content and stance."""
