# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a program's manual page from what the program itself says with --help, so that the two
can't differ; what help does not say (files, environment) is added from a file.

usage: manpage.py PROGRAM MORE DATE PAGE    makes PAGE and PAGE.gz
"""

import gzip
import os
import re
import subprocess
import sys
import textwrap

NAMES = {
    "purser": "edit the budgets of Eden AI API tokens in a window",
    "purser-cli": "edit the budgets of Eden AI API tokens from the command line",
    "purser-sandbox": "a stand-in for the Eden AI service, to try Purser out",
}
ITEM = re.compile(r"  (\S.*?)(?:  +(\S.*))?$")
COMMAND = re.compile(r"  ([a-z]+)(?: [A-Z]+)?  +")
HEADINGS = {"Options for every command, before or after it:": "OPTIONS", "Options:": "OPTIONS",
            "Exit codes:": "EXIT STATUS", "Examples:": "EXAMPLES", "Example:": "EXAMPLES"}


def ask(program, *arguments):
    """Help is asked for by the program's plain name, for some of it repeats how it was called."""
    language = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "COLUMNS": "80"}
    result = subprocess.run([os.path.basename(program), *arguments], executable=program,
                            env=dict(os.environ, **language), stdout=subprocess.PIPE, check=True)
    return result.stdout.decode().rstrip("\n").split("\n")


def roff(text):
    """A line that roff prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha")
    text = text.replace("~", "\\(ti")
    return "\\&" + text if text.startswith(".") else text


def wrapped(lines):
    """A paragraph, in lines of a length that editors and mandoc like."""
    text = " ".join(line.strip() for line in lines)
    return [roff(line) for line in textwrap.wrap(text, 66, break_on_hyphens=False,
                                                 break_long_words=False)]


def term(words):
    """What an item is about: placeholders in italics, the rest bold."""
    def shown(word):
        placeholder = re.fullmatch(r"<?[A-Z][A-Z]+\b.*|N", word)
        return ("\\fI" if placeholder else "\\fB") + roff(word) + "\\fR"
    return " ".join(shown(word) for word in words.split(" "))


def verbatim(lines):
    return [".PP", ".RS 4", ".nf", *(roff(line) for line in lines), ".fi", ".RE"]


def items(lines):
    """A list of options or codes; a line that is indented further belongs to the one before."""
    for line in lines:
        item = ITEM.fullmatch(line)
        if item and not line.startswith("   "):
            yield ".TP"
            yield term(item[1])
            if item[2]:
                yield from wrapped([item[2]])
        else:
            yield from wrapped([line])


def depth(line):
    """0 for text, 1 for a list, 2 for JSON, whose first line follows its title."""
    if line.startswith("JSON: ") or line.startswith("       \""):
        return 2
    return 1 if line.startswith("  ") else 0


def blocks(lines):
    """(heading or None, lines), a block each: split where a line is empty, and where a heading,
    a usage or an indented list begins or ends."""
    block, heading = [], None
    for line, next_line in zip([*lines, ""], [*lines[1:], "", ""]):
        starts = line.endswith(":") and next_line.startswith("  ")
        indents = bool(block) and depth(line) != depth(block[-1])
        if not line or starts or indents:
            if block:
                yield heading, block
            block, heading = [], line if starts else None
        if line and not starts:
            block.append(line)


def usage(lines):
    """The usage at the top, and what follows it."""
    count = 1
    while count < len(lines) and lines[count].startswith("   "):
        count += 1
    first = lines[0].removeprefix("Usage: ")
    return [first, *(line.removeprefix("       ") for line in lines[1:count])], lines[count:]


def body(lines, section):
    """Everything below the usage; section(title) begins a section or a part of one."""
    after_json = False  # what follows is indented, and yet no list
    for heading, block in blocks(lines):
        title = HEADINGS.get(heading)
        if title == "EXAMPLES":
            yield from [*section(title), *verbatim(line.strip() for line in block)]
            continue
        if title:
            yield from section(title)
        elif heading:
            yield from [".PP", roff(heading)]
        if depth(block[0]) == 2:
            yield from section("JSON")
            yield from verbatim(line[6:] for line in block)
            after_json = True
        elif after_json:
            yield from [".PP", *wrapped(block)]
            after_json = False
        elif block[0].startswith("  "):
            yield from items(block)
        else:
            yield from [".PP", *wrapped(block)]


def section(title):
    return [f".SH {title}"]


def part(title):
    """Within a command: its examples need a line, not a section."""
    return [".PP", roff(title.capitalize() + ":")]


def commands(program, overview, common):
    """A part for each command that the program's help lists."""
    for line in overview:
        command = COMMAND.match(line)
        if not command:
            continue
        lines = ask(program, command[1], "--help")
        start = lines.index(common[0])
        if lines[start:start + len(common)] != common:
            raise SystemExit(f"manpage.py: {command[1]} has other common options")
        how, rest = usage(lines[:start])
        yield f".SS {roff(command[1])}"
        yield from verbatim(how)
        yield from body(rest, part)


def page(program, more, date):
    name = os.path.basename(program)
    version = ask(program, "--version")[0].split(" ")[-1]
    how, lines = usage(ask(program, "--help"))
    out = ['.\\" SPDX-License-Identifier: GPL-3.0-or-later',
           '.\\" Made from the help of the program itself; change it there.',
           f'.TH {roff(name).upper()} 1 {date} "Purser {version}" "User Commands"',
           *section("NAME"), f"{roff(name)} \\- {roff(NAMES[name])}",
           *section("SYNOPSIS"), *verbatim(how), *section("DESCRIPTION")]
    if "Commands (each with a --help of its own):" in lines:
        start = lines.index("Commands (each with a --help of its own):")
        end = lines.index("", start)
        options = next(line for line in lines if line.startswith("Options for every command"))
        common = lines[lines.index(options):lines.index("", lines.index(options))]
        out += [*body(lines[:start], section), *section("COMMANDS"), *items(lines[start + 1:end]),
                *commands(program, lines[start + 1:end], common), *body(lines[end:], section)]
    else:
        out += body(lines, section)
    with open(more, encoding="utf-8") as file:
        out += [line.rstrip("\n") for line in file]
    return "\n".join(without_idle_breaks(out)) + "\n"


def without_idle_breaks(lines):
    """A paragraph that begins right after a heading begins nothing."""
    for before, line in zip(["", *lines], lines):
        if line != ".PP" or not before.startswith((".SH", ".SS", ".PP")):
            yield line


def main():
    program, more, date, path = sys.argv[1:]
    text = page(program, more, date).encode()
    with open(path, "wb") as file:
        file.write(text)
    with open(path + ".gz", "wb") as file:  # without a name and a time: always the same bytes
        with gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            packed.write(text)


main()
