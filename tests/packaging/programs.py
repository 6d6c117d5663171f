# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs under test, and what their help names."""

import os
import re
import subprocess

PROGRAMS = ("purser", "purser-cli", "purser-sandbox")
SOURCE = os.environ.get("PURSER_SOURCE", "")
LINUX = os.path.join(SOURCE, "packaging", "linux")


def path_of(program):
    return os.environ[program.upper().replace("-", "_")]


def help_of(program, *command):
    result = subprocess.run([path_of(program), *command, "--help"], stdout=subprocess.PIPE,
                            env=dict(os.environ, LC_ALL="C.UTF-8"), check=True)
    return result.stdout.decode()


def commands():
    """purser-cli's, with the word that each of them takes, as the help lists them."""
    text = help_of("purser-cli")
    part = text[text.index("Commands"):text.index("Options")]
    found = re.findall(r"^  ([a-z]+)(?: ([A-Z]+))?  ", part, re.MULTILINE)
    assert len(found) >= 9, found
    return [name for name, _ in found]


def options(text):
    """All options that a help explains: --long and -s."""
    lines = [line for line in text.split("\n") if re.match(r"  --?[a-z]", line)]
    found = {word for line in lines
             for word in re.findall(r"(?<=[ ,])--?[a-z][a-z-]*", line.split("   ")[0])}
    assert {"-h", "--help", "-v", "--version"} <= found, found
    return found


def all_helps():
    """(program, command or None, what it explains)"""
    for program in PROGRAMS:
        yield program, None, options(help_of(program))
    for command in commands():
        yield "purser-cli", command, options(help_of("purser-cli", command))
