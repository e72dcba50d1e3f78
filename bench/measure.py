# SPDX-License-Identifier: Apache-2.0
"""What one run of a program takes."""
import collections
import os
import subprocess
import time

Taken = collections.namedtuple("Taken", "clock processor megabytes")


def run(command):
    """-> seconds by the clock and of the processor, peak resident megabytes; ends the program when the command fails"""
    begin = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        raise SystemExit(f"{command[0]} failed: {' '.join(map(str, command))}")
    return Taken(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
