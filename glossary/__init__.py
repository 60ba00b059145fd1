"""Terms with a pinned translation: entries, the matcher and the built-in glossary."""
