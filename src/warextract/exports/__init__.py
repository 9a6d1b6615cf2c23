"""Records as tables, for spreadsheets, data frames, maps and databases.

JSONL alone holds all of a record; what is here is made from it.
"""
