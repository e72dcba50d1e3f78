# SPDX-License-Identifier: Apache-2.0
"""What one run of a program takes."""
import collections
import json
import subprocess
import sys

Taken = collections.namedtuple("Taken", "clock processor megabytes")

# A new process counts the memory of the one that started it as its own peak: so a small one starts it.
SMALL = """
import json, os, subprocess, sys, time
begin = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
json.dump([status, time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024], sys.stdout)
"""


def run(command):
    """-> seconds by the clock and of the processor, peak resident megabytes; ends the program when the command fails"""
    words = [str(word) for word in command]
    status, *taken = json.loads(subprocess.check_output([sys.executable, "-S", "-c", SMALL, *words]))
    if status != 0:
        raise SystemExit(f"{words[0]} failed: {' '.join(words)}")
    return Taken(*taken)
