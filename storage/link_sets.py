"""Sets of target ids, packed small: sorted, each as its distance from the one before, seven bits a byte (LEB128)."""

from collections.abc import Iterable
from hashlib import blake2b


def pack(ids: Iterable[int]) -> bytes:
    """The set as bytes; equal sets give equal bytes."""
    packed = bytearray()
    before = 0
    for one in sorted(set(ids)):
        distance = one - before
        before = one
        while distance > 0x7F:
            packed.append(distance & 0x7F | 0x80)
            distance >>= 7
        packed.append(distance)
    return bytes(packed)


def unpack(packed: bytes) -> list[int]:
    """The ids again, in ascending order."""
    ids: list[int] = []
    here = shift = 0
    for byte in packed:
        if byte > 0x7F:
            here += (byte & 0x7F) << shift
            shift += 7
        else:
            here += byte << shift
            ids.append(here)
            shift = 0
    return ids


def digest(content: bytes) -> bytes:
    """Sixteen bytes by which equal content is recognised."""
    return blake2b(content, digest_size=16).digest()
