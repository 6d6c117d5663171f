# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker of the programs' hardening notices each thing that is missing."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from check_hardening import faults

HARD = ("-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fstack-protector-strong", "-fPIE",
        "-pie", "-Wl,-z,relro", "-Wl,-z,now", "-Wl,-z,noexecstack", "-s")
PROGRAM = """
#include <cstdio>
#include <cstring>
int main(int argc, char **argv)
{
    char text[64];
    std::memcpy(text, argv[0], static_cast<unsigned>(argc));
    return std::printf("%s", text);
}
"""


class Hardening(unittest.TestCase):
    def build(self, *without, also=()):
        folder = pathlib.Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
        self.addCleanup(shutil.rmtree, folder)
        source, program = folder / "program.cpp", folder / "program"
        source.write_text(PROGRAM)
        flags = [flag for flag in HARD if flag not in without]
        subprocess.run(["c++", source, "-o", program, *flags, *also], check=True,
                       stderr=subprocess.DEVNULL)
        return str(program)

    def test_a_hardened_program_has_no_fault(self):
        self.assertEqual(faults(self.build()), [])

    def test_each_thing_that_is_missing_is_named(self):
        rows = [
            (("-fPIE", "-pie"), ("-fno-PIE", "-no-pie"), "position-independent"),
            (("-Wl,-z,relro",), ("-Wl,-z,norelro",), "RELRO"),
            (("-Wl,-z,now",), ("-Wl,-z,lazy",), "lazily"),
            (("-Wl,-z,noexecstack",), ("-Wl,-z,execstack",), "executable stack"),
            (("-fstack-protector-strong",), ("-fno-stack-protector",), "stack protector"),
            (("-D_FORTIFY_SOURCE=2",), ("-D_FORTIFY_SOURCE=0",), "unfortified"),
            (("-s",), (), "stripped"),
            ((), ("-Wl,-rpath,/somewhere",), "search path"),
        ]
        for without, also, words in rows:
            with self.subTest(words=words):
                self.assertIn(words, "\n".join(faults(self.build(*without, also=also))))


if __name__ == "__main__":
    unittest.main()
