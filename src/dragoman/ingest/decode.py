"""Bytes to canonical text: encodings, characters that cannot stand in a text, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import ReportError

SIZE_LIMIT = 10_000_000  # bytes of input; a report of 20,000 words has about 130,000
# Random bytes hold about one control byte in ten, text next to none.
_BINARY_SHARE = 0.05
# Of UTF-16 every second byte of English is zero, of Arabic one in twelve; a stray zero byte makes no UTF-16.
_WIDE_SHARE = 0.05

_SAVE = "save its text as plain text in UTF-8 and read that"
# Files by their first bytes, with what a user would call them.
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL)
# C0 and C1 controls but tab and line feed, DEL, and lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# The five bytes without a meaning in Windows-1252 stay control characters, which count as signs of binary data.
_WINDOWS = {byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")


def decode(data: bytes, name: str) -> str:
    """The characters of the bytes: by their byte order mark, else UTF-8, UTF-16 or UTF-32 as found, else Windows-1252.

    Raises:
        ReportError: the bytes are too many, none, or no text.
    """
    check_size(len(data), name)
    if not data:
        raise ReportError(name, "is empty; a report needs some text")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReportError(name, f"is {kind}, not plain text; {_SAVE}")
    if _HTML.match(data[:4096]):
        raise ReportError(name, f"is a web page (HTML), not plain text; {_SAVE}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    if wide is not None:
        return data.decode(wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_broken(data)
    if len(_UNPRINTABLE.findall(text)) > _BINARY_SHARE * len(text):
        raise ReportError(name, f"is not text but binary data; {_SAVE}")
    return text


def check_size(size: int, name: str) -> None:
    """Refuse an input above the limit.

    Raises:
        ReportError: ``size``, in bytes, is above ``SIZE_LIMIT``.
    """
    if size > SIZE_LIMIT:
        raise ReportError(
            name,
            f"is {size / 1_000_000:.1f} MB, above the limit of {SIZE_LIMIT // 1_000_000} MB for one report; "
            "give each report its own file",
        )


def canonical(text: str) -> str:
    """The canonical form of a text, in which offsets are counted; idempotent.

    Every line end is a line feed, every control character and lone surrogate is U+FFFD, a byte order mark at the start
    is dropped. Nothing else changes.
    """
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text)).lstrip("\ufeff")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, known by where the zero bytes of ASCII letters and spaces stand."""
    zeros = data.count(0)
    if zeros < _WIDE_SHARE * len(data) or not zeros:
        return None
    places = [data[start::4].count(0) for start in range(4)]
    candidates: list[str] = []
    if len(data) % 4 == 0 and zeros > len(data) / 2:
        candidates = ["utf-32-le" if places[3] >= places[0] else "utf-32-be"]
    elif len(data) % 2 == 0:
        even, odd = places[0] + places[2], places[1] + places[3]
        candidates = ["utf-16-le"] if odd > 20 * even else ["utf-16-be"] if even > 20 * odd else []
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_UNPRINTABLE.findall(text)) <= _BINARY_SHARE * len(text):
            return encoding
    return None


def _decode_broken(data: bytes) -> str:
    """Bytes that are not quite UTF-8: UTF-8 with a few broken places if most of it is, else Windows-1252."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    if sound > broken:
        return text
    return data.decode("latin-1").translate(_WINDOWS)
