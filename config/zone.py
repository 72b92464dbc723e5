"""The time of China, in which its offices' days begin and end."""

from datetime import timedelta, timezone
from typing import Final

BEIJING: Final = timezone(timedelta(hours=8), "北京时间")
"""China has had one zone and no summer time since 1991; a fixed offset needs no zone database."""
