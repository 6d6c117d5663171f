# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages: they hold all that help says, and no reader of manual pages complains."""

import gzip
import os
import pathlib
import re
import subprocess
import unittest

from programs import PROGRAMS, all_helps, commands, help_of, options

FOLDER = pathlib.Path(os.environ["PURSER_BUILD"], "packaging", "linux")


def rendered(program):
    """The page as a reader sees it, wide enough that nothing is broken."""
    result = subprocess.run(["mandoc", "-Tutf8", "-O", "width=1000", FOLDER / f"{program}.1"],
                            stdout=subprocess.PIPE, check=True)
    return re.sub(r".\x08", "", result.stdout.decode())  # bold and underlined letters, struck twice


def part_of(page, title, indent):
    """What stands below a heading of this indentation."""
    found = re.search(rf"^{indent}{re.escape(title)}\n(.*?)(?=^{indent}\S|^\S|\Z)", page,
                      re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def words_of(text):
    return " ".join(text.split())


class ManPages(unittest.TestCase):
    def test_every_option_and_command_of_the_help_is_there(self):
        pages = {program: rendered(program) for program in PROGRAMS}
        for program, command, names in all_helps():
            with self.subTest(program=program, command=command):
                page = pages[program]
                part = part_of(page, command, "   ") if command else page
                own = names - (options(help_of(program)) if command else set())
                for name in own:
                    self.assertRegex(part, rf"(?<![\w-]){name}(?![\w-])")

    def test_every_sentence_of_the_help_is_there(self):
        for program in PROGRAMS:
            page = words_of(rendered(program))
            helps = [help_of(program)]
            if program == "purser-cli":
                helps += [help_of(program, command) for command in commands()]
            for text in helps:
                for line in text.split("\n"):
                    line = re.sub(r"^(Usage|JSON|Example): ?", "", line)
                    line = re.sub(r"^\S*/(?=purser)", "", line)
                    if line.endswith(":"):
                        continue  # a heading, which pages have in their own words
                    with self.subTest(program=program, line=line):
                        self.assertIn(words_of(line), page)

    def test_the_exit_codes_are_those_that_scripts_get(self):
        part = part_of(rendered("purser-cli"), "EXIT STATUS", "")
        self.assertEqual(re.findall(r"^ +(\d+) ", part, re.MULTILINE),
                         [str(code) for code in range(11)])

    def test_readers_of_manual_pages_find_no_fault(self):
        for program in PROGRAMS:
            page = FOLDER / f"{program}.1"
            for command in (["mandoc", "-Tlint", "-Wwarning", page],
                            ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page]):
                with self.subTest(program=program, reader=command[0]):
                    result = subprocess.run(command, stdout=subprocess.PIPE,
                                            stderr=subprocess.PIPE, check=False,
                                            env=dict(os.environ, LC_ALL="C.UTF-8"))
                    said = result.stdout if command[0] == "mandoc" else result.stderr
                    self.assertEqual((result.returncode, said.decode()), (0, ""))

    def test_the_packed_page_is_the_same_and_names_no_time(self):
        for program in PROGRAMS:
            packed = (FOLDER / f"{program}.1.gz").read_bytes()
            self.assertEqual(gzip.decompress(packed), (FOLDER / f"{program}.1").read_bytes())
            self.assertEqual(packed[3:8], b"\0\0\0\0\0")


if __name__ == "__main__":
    unittest.main()
