# SPDX-License-Identifier: Apache-2.0
"""Learning by resilient steps, for the trainers beside this file."""
import math


class ResilientSteps:
    """Each weight has its own step, which grows while its slope keeps its sign and shrinks when that turns."""

    def __init__(self, names, first):
        self.step = dict.fromkeys(names, first)
        self.last = dict.fromkeys(names, 0.0)

    def move(self, weights, name, pull):
        """Moves a weight upwards for a positive pull, downwards for a negative one."""
        if pull * self.last[name] < 0:
            self.step[name], pull = max(1e-4, self.step[name] * 0.5), 0.0
        elif pull * self.last[name] > 0:
            self.step[name] = min(0.5, self.step[name] * 1.2)
        weights[name] += math.copysign(self.step[name], pull) if pull else 0.0
        self.last[name] = pull
