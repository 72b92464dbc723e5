"""Ctrl-C reaches every process of the terminal's group, at whatever it is."""

import signal
import subprocess
import sys

from duwang.jobs.processes import reading_processes

_INTERRUPTED_AT_ONCE = """
import os, signal, time
from duwang.jobs.processes import reading_processes
reading_processes()
signal.signal(signal.SIGINT, signal.SIG_IGN)
time.sleep(0.5)  # the server has begun to import
os.killpg(0, signal.SIGINT)
"""


def test_a_server_that_is_still_importing_does_not_cry_out_when_interrupted():
    ran = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED_AT_ONCE], capture_output=True, text=True, start_new_session=True, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_whoever_starts_the_server_can_still_be_interrupted():
    before = signal.getsignal(signal.SIGINT)
    reading_processes()
    assert signal.getsignal(signal.SIGINT) is before
