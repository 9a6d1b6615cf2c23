"""The text as the pipeline reads it: what is no word to a reader is none to the rules either."""

# One character each for one character, so that every offset holds in the text as it was given.
_BLANKS = dict.fromkeys(map(ord, "\ufeff\u00a0\u202f\u2007\u200b\t"), " ")
_LINE_ENDS = dict.fromkeys(map(ord, "\r\u2028\u2029\x85\x0b\x0c"), "\n")


def reading_copy(text: str) -> str:
    """A copy of the same length with plain spaces and line feeds for marks, fixed spaces and other line ends.

    >>> reading_copy("\\ufeffKyiv\\u00a0fell.\\r\\nMoscow said so.")
    ' Kyiv fell. \\nMoscow said so.'
    """
    return text.replace("\r\n", " \n").translate(_BLANKS | _LINE_ENDS)
