"""The English forms of a term: where one stands in a translation."""

import re
from collections.abc import Iterable
from functools import lru_cache

from glossary.entry import Entry

_ARTICLE = re.compile(r"(?:the|an?)$", re.IGNORECASE)
# Between two words of a term: white space or a hyphen, and an article that English may ask for.
_JOINT = r"(?:\s+|\s*[-‐‑–/]\s*)(?:(?:the|an?)\s+)?"
_PREPOSITIONS = frozenset({"against", "at", "for", "from", "in", "of", "on", "to", "with"})
# BLO, ASEANAPOL, McDonald: a capital inside the word says that its case is part of it.
_INNER_CAPITAL = re.compile(r".+[A-Z]")


def locate(
    entry: Entry, english: str, taken: Iterable[tuple[int, int]] = ()
) -> tuple[int, int] | None:
    """The span in `english` of an accepted form of `entry` that overlaps no span in `taken`.

    The target goes before the alternatives, the leftmost place before the others. A possessive
    's stays outside the span.
    """
    spans = tuple(taken)
    for form in (entry.target, *entry.accepted):
        for found in _pattern(form).finditer(english):
            if all(found.end() <= start or end <= found.start() for start, end in spans):
                return found.span()
    return None


@lru_cache(maxsize=8192)
def _pattern(form: str) -> re.Pattern[str]:
    """Matches `form` as whole words: in any case, inflected, with or without inner articles."""
    words = [word for word in re.split(r"[\s\-‐‑–/]+", form) if word]
    core = [word for word in words if not _ARTICLE.match(word)] or words
    heads = [word.lower() in _PREPOSITIONS for word in core[1:]] + [True]
    parts = [_word(word, inflected=head) for word, head in zip(core, heads, strict=True)]
    return re.compile(rf"(?<!\w){_JOINT.join(parts)}(?!\w)")


def _word(word: str, *, inflected: bool) -> str:
    pattern = _inflected(word) if inflected else re.escape(word)
    pattern = re.sub("['’]", "['’]", pattern)
    return pattern if _INNER_CAPITAL.match(word) else f"(?i:{pattern})"


def _inflected(word: str) -> str:
    """The word in its regular singular and plural."""
    stem = re.escape(word[:-1])
    if word.endswith("man"):
        return f"{re.escape(word[:-2])}[ae]n"
    if found := re.search("(?<![aeiou])(?:y|ies)$", word):
        return f"{re.escape(word[: found.start()])}(?:y|ies)"
    if re.search("(?:s|x|z|ch|sh)$", word):
        # Of common nouns that end with a lone s, which are plurals, the singular counts as well.
        plural = re.search("[^suix]s$", word) and word.islower()
        return f"{stem}s?" if plural else f"{re.escape(word)}(?:es)?"
    return f"{re.escape(word)}s?"
