# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the real programs, at moments timed from outside: afterwards the journal, the
service and what people are shown agree. PURSER_LONG kills 200 times; PURSER_SEED repeats a run."""

import os
import sys
import unittest

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from commandline import CommandLine  # noqa: E402, F401
from scene import Scene  # noqa: E402
from together import Together  # noqa: E402, F401
from window import Window  # noqa: E402, F401


def tearDownModule():
    print(f"{Scene.kills} kills", flush=True)


if __name__ == "__main__":
    unittest.main()
