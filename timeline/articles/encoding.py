"""Bytes → text: what a file is encoded in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE = 1 << 18  # bytes looked at to tell the encoding
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([A-Za-z0-9_:-]{2,40})""", re.IGNORECASE)
# First bytes of what people take for text: → what it is, and what to do with it.
_BINARY = (
    (b"%PDF", "a PDF", "Save it as text (for example with pdftotext)"),
    (b"PK\x03\x04", "a zip archive or an office document", "Save it as plain text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as plain text or HTML"),
    (b"{\\rtf", "a rich text document", "Save it as plain text"),
    (b"\x1f\x8b", "a compressed file", "Unpack it"),
    (b"\x89PNG", "a picture", "Type its words into a .txt file"),
    (b"\xff\xd8\xff", "a picture", "Type its words into a .txt file"),
    (b"GIF8", "a picture", "Type its words into a .txt file"),
    (b"PAR1", "a Parquet file", "Save it as CSV or JSONL"),
    (b"SQLite format 3", "a database", "Save its rows as CSV or JSONL"),
)


class NotText(ValueError):
    """The bytes are no text; the message says what they are and what to do."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` as Python calls it; `guessed` when nothing but the look of the bytes speaks for it."""

    name: str
    guessed: bool = False


def find_encoding(sample: bytes, *, html: bool = False) -> Encoding:
    """The encoding of a text that begins with these bytes.

    Raises NotText when it is none.
    """
    for bom, name in _BOMS:
        if sample.startswith(bom):
            return Encoding(name)
    for magic, what, todo in _BINARY:
        if sample.startswith(magic):
            raise NotText(f"it is {what}, not text. {todo} and read that.")
    wide = _wide(sample)
    if wide:
        return Encoding(wide, guessed=True)
    if _binary(sample):
        raise NotText("it is not a text file. Save the article as .txt, .html, .jsonl or .csv and read that.")
    if _decodes(sample, "utf-8"):
        return Encoding("utf-8")
    if html:
        declared = _META.search(sample[:4096])
        if declared and _known(declared[1].decode("ascii")):
            return Encoding(declared[1].decode("ascii"))
    return Encoding(_guess(sample), guessed=True)


def _guess(sample: bytes) -> str:
    """Windows-1252 where its letters and quotation marks are what stands between plain ones; else what the
    frequencies of charset-normalizer say."""
    high = [byte for byte in sample if byte >= 0x80]
    western = sum(byte in _WESTERN for byte in high)
    if len(high) < 0.2 * len(sample) and western >= 0.9 * len(high) and _decodes(sample, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:65536]).best()
    return best.encoding if best is not None and _known(best.encoding) else "cp1252"


# Curly quotes, dashes, dots, the euro, spaces, and the accented letters of western Europe.
_WESTERN = frozenset(
    "€‚„…‘’“”•–—™\u00a0£§©«»°·ßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒœŠšŽž".encode("cp1252")
)


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark: every second byte of Latin text is zero."""
    head = sample[:2000]
    if len(head) < 16:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else ""


def _binary(sample: bytes) -> bool:
    """Whether there are zero bytes, or many control characters."""
    strange = sum(byte < 9 or (13 < byte < 32 and byte != 27) or byte == 127 for byte in sample[:8192])
    return b"\x00" in sample or strange > 0.02 * min(len(sample), 8192)


def _decodes(sample: bytes, name: str) -> bool:
    """Whether the bytes are that encoding; a character cut off at the end of the sample does not count."""
    try:
        codecs.getincrementaldecoder(name)().decode(sample, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False
