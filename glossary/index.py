"""Entries by the key of their source, and which of two entries counts."""

from collections.abc import Iterable

from glossary.entry import Entry
from glossary.key import fold_case, term_key

# The slot of an entry that ignores case; no exact key is empty.
ANY_CASE = ""
# Entries by their folded key, then by their slot: the exact key of an entry that minds case.
Index = dict[str, dict[str, Entry]]


def identity(entry: Entry) -> tuple[str, str]:
    """The folded key and the slot of an entry; two entries with both equal mean the same text."""
    key = term_key(entry.source)
    return fold_case(key), key if entry.case_sensitive else ANY_CASE


def overlay(layers: Iterable[Iterable[Entry]]) -> Index:
    """One index of all `layers`; where two have the same source the later layer's entry counts.

    An entry that ignores case takes the place of all earlier ones with its key.
    """
    merged: Index = {}
    for layer in layers:
        for key, slots in _index(layer).items():
            covered = ANY_CASE in slots
            merged[key] = slots if covered else merged.get(key, {}) | slots
    return merged


def _index(entries: Iterable[Entry]) -> Index:
    index: Index = {}
    for entry in entries:
        key, slot = identity(entry)
        index.setdefault(key, {})[slot] = entry
    return index
