"""The source as the model reads it; what the reader sees is never changed."""

import re
import unicodedata

# Models of this size know each sign in one form only; the newspaper uses them all.
_FORMS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
    }
)
_SPACES = re.compile(r"\s+")


def normalize(text: str) -> str:
    """The text in NFC with plain quotes and hyphens and single spaces, as in training."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_FORMS)).strip()
