# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes purser-cli's completions for bash, fish and zsh from what the program itself says with
--help, so that a command or an option is named in one place.

usage: completions.py PROGRAM TEMPLATES FOLDER    fills TEMPLATES/*.in into FOLDER
"""

import os
import re
import subprocess
import sys

COMMON = "Options for every command, before or after it:"
ITEM = re.compile(r"  (?:-(?P<short>[a-z]), )?(?P<name>--[a-z-]+)(?: (?P<value>[A-Z][^ ]*))?"
                  r"(?:  +(?P<text>.*))?$")


def ask(program, *arguments):
    language = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "COLUMNS": "80"}
    result = subprocess.run([os.path.basename(program), *arguments, "--help"], executable=program,
                            env=dict(os.environ, **language), stdout=subprocess.PIPE, check=True)
    return result.stdout.decode()


def sentence(option):
    """What a line of a menu has room for."""
    if len(option.choices) > 1:
        return "one of: " + ", ".join(option.choices) if len(option.choices) < 4 else (
            f"one {option.value.lower()} of the list")
    short = re.split(r"[;:(]|, which|\. |, such|, http", option.text, maxsplit=1)[0].strip()
    for end in (", ", " and ", " of ", " "):
        if len(short) > 60 and end in short[:60]:
            short = short[:60].rsplit(end, 1)[0]
    return short.rstrip(".,")


class Option:
    def __init__(self, found, usage):
        self.name, self.short, self.value = found["name"], found["short"], found["value"]
        self.text = found["text"] or ""
        self.excludes = []
        self._usage = usage

    @property
    def choices(self):
        """The words that help spells out, in the usage ("on|off") or as a list ("a, b or c")."""
        given = re.search(re.escape(self.name) + r" ([A-Za-z]+(?:\|[A-Za-z]+)+)", self._usage)
        words = given[1].split("|") if given else []
        listed = re.match(r"((?:[a-z_]+, )+[a-z_]+ or [a-z_]+)\b", self.text)
        if listed:
            words = re.split(r", | or ", listed[1])
        return [word for word in words if word.islower()]


def options(lines, usage):
    found = []
    for line in lines:
        item = ITEM.fullmatch(line)
        if item:
            found.append(Option(item, usage))
        elif found and line.startswith("     "):
            found[-1].text = (found[-1].text + " " + line.strip()).strip()
    for group in re.findall(r"\[(--[^\[\]]*\|[^\[\]]*)\]", usage):
        names = re.findall(r"--[a-z-]+", group)
        for option in found:
            if len(names) > 1 and option.name in names:
                option.excludes = [name for name in names if name != option.name]
    return found


class Command:
    def __init__(self, program, name, argument, summary):
        own, _, common = ask(program, name).partition(COMMON)
        usage = re.match(r"Usage: (.*?)\n(?! )", own, re.DOTALL)[1]
        self.name, self.argument, self.summary = name, argument, summary
        self.common = options(common.split("\n"), "")
        known = [option.name for option in self.common]
        self.options = [option for option in options(own.split("\n\nExample")[0].split("\n"), usage)
                        if option.name not in known]


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def capital(text):
    return text[:1].upper() + text[1:]


def unique(commands):
    """Each option once, whichever commands have it."""
    return {option.name: option for command in commands for option in command.options}.values()


def bash(commands):
    common = commands[0].common
    values = [option for option in [*common, *unique(commands)] if option.value]
    rows = [f"    {option.name}) printf '%s\\n' {' '.join(option.choices)} ;;"
            for option in values if option.choices]
    plain = [option.name for option in values if not option.choices]
    shorts = [f"-{option.short}" for option in common if option.short]
    return {
        "commands": " ".join(command.name for command in commands),
        "common": " ".join([*(option.name for option in common), *shorts]),
        "options": "\n".join(
            f"    {command.name}) printf '%s\\n' "
            f"{' '.join(option.name for option in command.options)} ;;"
            for command in commands if command.options),
        "values": "\n".join([*rows, f"    {' | '.join(plain)}) ;;"]),
    }


def fish(commands):
    def row(option, condition):
        parts = ["complete -c purser-cli", *condition]
        parts += ["-x"] if option.value else []
        parts += [f"-s {option.short}"] if option.short else []
        parts += [f"-l {option.name[2:]}"]
        parts += ["-a " + quoted(" ".join(option.choices))] if option.choices else []
        return " ".join([*parts, "-d " + quoted(capital(sentence(option)))])

    return {
        "values": " ".join(option.name for option in [*commands[0].common, *unique(commands)]
                           if option.value),
        "commands": "\n".join("complete -c purser-cli -n __purser_cli_needs_command -a "
                              f"{command.name} -d {quoted(capital(command.summary))}"
                              for command in commands),
        "common": "\n".join(row(option, []) for option in commands[0].common),
        "options": "\n".join(row(option, [f"-n '__purser_cli_in {command.name}'"])
                             for command in commands for option in command.options),
    }


def zsh(commands):
    def row(option):
        text = "[" + sentence(option) + "]"
        value = f":{option.value.lower().split('|')[0]}" if option.value else ""
        if option.choices:
            value += f":({' '.join(option.choices)})"
        if option.short:
            names = "'(- *)'{" + f"-{option.short},{option.name}" + "}"
            return names + quoted(text + value)
        excludes = f"({' '.join(option.excludes)})" if option.excludes else ""
        return quoted(excludes + option.name + text + value)

    def case(command):
        words = [row(option) for option in command.options]
        words += [quoted(f"1:{command.argument.lower()}")] if command.argument else []
        if not words:
            return ""
        lines = " \\\n            ".join(["_arguments $common", *words])
        return f"    {command.name})\n        {lines}\n        ;;\n"

    return {
        "common": "\n".join(f"        {row(option)}" for option in commands[0].common),
        "commands": "\n".join(f"        {quoted(command.name + ':' + command.summary)}"
                              for command in commands),
        "cases": "".join(case(command) for command in commands).rstrip("\n"),
    }


def commands_of(program):
    listed = ask(program).partition("Commands")[2].partition("\n\n")[0]
    rows = re.findall(r"^  ([a-z]+)(?: ([A-Z]+))? +(\S.*)$", listed, re.MULTILINE)
    return [Command(program, *row) for row in rows]


def main(program, templates, folder):
    commands = commands_of(program)
    os.makedirs(folder, exist_ok=True)
    for name, fill in (("purser-cli.bash", bash), ("purser-cli.fish", fish),
                       ("_purser-cli", zsh)):
        with open(os.path.join(templates, name + ".in"), encoding="utf-8") as template:
            text = template.read()
        for key, value in fill(commands).items():
            assert f"@{key}@" in text, (name, key)
            text = text.replace(f"@{key}@", value)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
