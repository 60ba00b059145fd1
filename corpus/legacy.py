"""Vietnamese encodings from before Unicode: TCVN3 (ABC, .VnTime) and VNI (VNI-Times)."""

import re
import unicodedata

# TCVN 5712:1993, VN3: 0xA1–0xAE the letters, from 0xB5 on the lower-case vowels with tone marks.
# Capitals with tone marks have no code: typists took a font of capitals (.VnTimeH).
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"
_TCVN3_VOWELS = {
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    code: letter
    for first, letters in {0xA1: _TCVN3_LETTERS, **_TCVN3_VOWELS}.items()
    for code, letter in enumerate(letters, first)
}

# VNI writes a letter of Windows-1252 and after it one that stands for its marks.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_ROOF, _BREVE = "\u0302", "\u0306"
_VNI_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_MARKS = {
    **_VNI_TONES,
    "â": _ROOF,
    "à": _ROOF + _GRAVE,
    "á": _ROOF + _ACUTE,
    "å": _ROOF + _HOOK,
    "ã": _ROOF + _TILDE,
    "ä": _ROOF + _DOT,
    "ê": _BREVE,
    "è": _BREVE + _GRAVE,
    "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile(
    f"([aeouyAEOUYôöÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])|([ôöñæóòîÔÖÑÆÓÒÎ])"
)


def decode_tcvn3(data: bytes) -> str:
    """Decode TCVN3; its other bytes are those of Windows-1252."""
    return _windows_1252(data).translate(_TCVN3)


def decode_vni(data: bytes) -> str:
    """Decode VNI for Windows."""
    text = _VNI_PAIR.sub(_vni_letter, _windows_1252(data))
    return unicodedata.normalize("NFC", text)


def _windows_1252(data: bytes) -> str:
    return data.decode("cp1252", errors="replace")


def _vni_letter(found: re.Match[str]) -> str:
    base, mark, alone = found.groups()
    letter = base or alone
    plain = _cased(_VNI_LETTERS.get(letter.lower(), letter.lower()), letter)
    return plain + (_VNI_MARKS[mark.lower()] if mark else "")


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter
