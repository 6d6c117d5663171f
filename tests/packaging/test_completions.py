# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell completions, asked in the shells themselves: all that help names is offered."""

import os
import re
import shlex
import subprocess
import unittest

from programs import all_helps, commands, help_of

FOLDER = os.path.join(os.environ.get("PURSER_BUILD", ""), "packaging", "linux", "completions")
# bash: what its completion functions see when the cursor is at the end of the line.
BASH = """
source {file}
COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
${{2:-$(complete -p {program} | sed 's/.*-F \\([^ ]*\\) .*/\\1/')}}
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
FISH = "source {file}; complete -C {line}"
# zsh: its own functions for the screen are replaced by ones that print what they were told.
ZSH = """
_arguments() {{
    if [[ $1 == -C ]]; then
        state={state} words=({rest})
        print -l -- "${{@[2,-1]}}"
        return 1
    fi
    print -l -- "$@"
}}
_describe() {{ print -l -- "${{(P@)4}}" }}
words=({rest})
source {file}
"""


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                            stdin=subprocess.DEVNULL, env=dict(os.environ, LC_ALL="C.UTF-8"))
    assert result.returncode in (0, 1) and not result.stderr, result.stderr.decode()
    return result.stdout.decode()


def by_bash(program, *words):
    script = BASH.format(file=shlex.quote(f"{FOLDER}/{program}.bash"), program=program,
                         words=" ".join(shlex.quote(word) for word in (program, *words)))
    return set(run("bash", "--norc", "-c", script).split())


def by_fish(program, *words):
    line = shlex.quote(" ".join((program, *words)))
    script = FISH.format(file=shlex.quote(f"{FOLDER}/{program}.fish"), line=line)
    return {row.split("\t")[0] for row in run("fish", "--no-config", "-c", script).split("\n")}


def by_zsh(program, *words):
    """All that the function offers at this place; zsh itself would choose by the last word."""
    state = "arguments" if len(words) > 1 else "command"
    script = ZSH.format(file=shlex.quote(f"{FOLDER}/_{program}"), state=state,
                        rest=" ".join(shlex.quote(word) for word in words) or "''")
    found = set()
    for row in run("zsh", "-f", "-c", script).split("\n"):
        row = re.sub(r"^(\*|\([^)]*\))", "", row)
        if row:
            found.add(re.split(r"[\[:]", row)[0])
    return found


class Completions(unittest.TestCase):
    def test_every_option_of_the_help_is_offered(self):
        for program, command, names in all_helps():
            before = [command] if command else []
            with self.subTest(shell="bash", program=program, command=command):
                offered = by_bash(program, *before, "-")
                self.assertLessEqual(names, offered)
                self.assertLessEqual(offered - {"--help-all"}, names)
            with self.subTest(shell="fish", program=program, command=command):
                offered = by_fish(program, *before, "--") | by_fish(program, *before, "-")
                self.assertLessEqual(names, offered)
            with self.subTest(shell="zsh", program=program, command=command):
                offered = by_zsh(program, *before, "-")
                self.assertLessEqual(names, offered)

    def test_every_command_of_the_help_is_offered_and_no_other(self):
        known = set(commands())
        self.assertEqual(by_bash("purser-cli", ""), known)
        self.assertEqual(by_bash("purser-cli", "--account", "Work", ""), known)
        self.assertEqual(by_bash("purser-cli", "--json", "s"), {"set", "show", "settle"})
        self.assertEqual(by_fish("purser-cli", "''") & known, known)
        self.assertEqual(by_fish("purser-cli", "--account", "Work", "h"), {"history", ""})
        self.assertLessEqual(known, by_zsh("purser-cli", ""))

    def test_values_are_offered_where_there_is_a_choice(self):
        outcomes = set(re.findall(r"[a-z_]{3,}", re.search(
            r"--outcome WORD  (.*?)\n  --text", help_of("purser-cli", "history"), re.DOTALL)[1]))
        kinds = set(re.search(r"Kinds: (.*?)\.", help_of("purser-sandbox"), re.DOTALL)[1].split())
        rows = [
            ("purser-cli", ["set", "x", "--active", ""], {"on", "off"}),
            ("purser-cli", ["set", "x", "--active", "=", "o"], {"on", "off"}),
            ("purser-cli", ["set", "x", "--active", "="], {"on", "off"}),
            ("purser-cli", ["set", "x", "--expires", ""], {"never"}),
            ("purser-cli", ["set", "x", "--balance", ""], set()),
            ("purser-cli", ["set", "x", "--balance", "-"], set()),
            ("purser-cli", ["history", "--outcome", ""], outcomes | {"or"}),
            ("purser-sandbox", ["--fail", ""], kinds),
            ("purser-sandbox", ["--port", ""], set()),
        ]
        for program, words, values in rows:
            with self.subTest(words=words):
                self.assertEqual(by_bash(program, *words), values - {"or"})
                if "=" not in words and values:
                    offered = by_fish(program, *(word or "''" for word in words))
                    self.assertEqual(offered - {""}, values - {"or"})

    def test_nothing_is_offered_after_the_end_of_options(self):
        self.assertEqual(by_bash("purser-cli", "show", "--", "-"), set())
        self.assertEqual(by_bash("purser-cli", "show", ""), set())

    def test_shells_that_read_the_files_find_no_fault(self):
        for name in sorted(os.listdir(FOLDER)):
            shell = ("bash" if name.endswith(".bash")
                     else "fish" if name.endswith(".fish") else "zsh")
            with self.subTest(file=name):
                self.assertEqual(run(shell, "-n", os.path.join(FOLDER, name)), "")

    def test_bash_completion_finds_them_by_the_name_of_the_program(self):
        for name in ("purser", "purser-cli", "purser-sandbox"):
            script = f"source {shlex.quote(f'{FOLDER}/{name}.bash')}; complete -p {name}"
            self.assertIn(f" {name}\n", run("bash", "--norc", "-c", script))


if __name__ == "__main__":
    unittest.main()
