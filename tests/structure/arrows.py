#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which room may include which: arrows.py [FOLDER] checks the sources below FOLDER/app and
FOLDER/ui (by default this checkout's) against the table, and ends with 1 where one breaks it.
arrows.py --self-test checks this program."""
import re
import sys
import tempfile
from pathlib import Path

# What a room may include beside itself; what lies further down an arrow is not implied.
GROUND = {"domain", "system"}
CORE = GROUND | {"credentials", "accounts", "journal", "api"}
USE_CASE = CORE | {"editing", "wording"}
ALLOWED = {
    "app/domain": set(),
    "app/system": {"domain"},
    "app/accounts": GROUND,
    "app/credentials": GROUND | {"accounts"},
    "app/journal": GROUND,
    "app/api": GROUND | {"credentials"},
    "app/editing": CORE,
    "app/wording": CORE | {"editing"},
    "app/cli": USE_CASE,
    "app/cli/commands": USE_CASE | {"cli"},
    "app/sandbox": GROUND,
    "app": USE_CASE | {"kit", "window"},
    "ui/kit": GROUND | {"accounts", "editing", "wording"},
    "ui/fields": USE_CASE | {"kit"},
    "ui/tokens": USE_CASE | {"kit"},
    "ui/token": USE_CASE | {"fields", "kit", "tokens"},
    "ui/history": USE_CASE | {"fields", "kit", "tokens"},
    "ui/session": USE_CASE | {"fields", "kit", "tokens"},
    "ui/window": USE_CASE | {"fields", "kit", "tokens", "token", "history", "session"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)

SYSTEM_INCLUDE = re.compile(r'^\s*#\s*include\s*<([^>]+)>', re.MULTILINE)
ROOMS = {room.partition("/")[2] for room in ALLOWED}


def problems(root):
    """A line for each include that the table doesn't allow, and for each room it doesn't know."""
    found = []
    for path in sorted(p for top in ("app", "ui") for p in (root / top).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        room = path.parent.relative_to(root).as_posix()
        if room not in ALLOWED:
            found.append(f"{path.relative_to(root)}: no room of the table")
            continue
        text = path.read_text(encoding="utf-8")
        for include in SYSTEM_INCLUDE.findall(text):
            if include.rpartition("/")[0] in ROOMS - {""}:
                found.append(f"{path.relative_to(root)}: <{include}> is a room's: use quotes")
        for include in INCLUDE.findall(text):
            folder, slash, _ = include.rpartition("/")
            if slash and folder != room.partition("/")[2] and folder not in ALLOWED[room]:
                found.append(f"{path.relative_to(root)}: {room} may not include {include}")
            if not slash and include != "commit.h":
                found.append(f"{path.relative_to(root)}: {include} is named without its room")
    return found


def circles(table):
    """The rooms that the table itself lets reach themselves."""
    below = {room.partition("/")[2]: allowed for room, allowed in table.items()}

    def reach(room, seen):
        for next_room in below.get(room, ()):
            if next_room not in seen:
                seen.add(next_room)
                reach(next_room, seen)
        return seen

    return [room for room in below if room in reach(room, set())]


def self_test():
    cases = [
        ("app/domain/a.h", '#include "domain/b.h"\n#include <QString>\n', 0),
        ("app/domain/a.h", '#include "editing/b.h"\n', 1),
        ("app/editing/a.cpp", '#include "wording/wording.h"\n', 1),
        ("app/editing/a.cpp", ' # include "kit/icons.h"\n', 1),
        ("ui/token/a.cpp", '#include "fields/b.h"\n#include "editing/c.h"\n', 0),
        ("ui/token/a.cpp", '#include "session/b.h"\n', 1),
        ("ui/kit/a.cpp", '#include "journal/b.h"\n', 1),
        ("app/domain/a.cpp", '#include <editing/remedy.h>\n#include <sys/stat.h>\n', 1),
        ("ui/kit/a.cpp", '#include "b.h"\n', 1),
        ("ui/attic/a.cpp", "", 1),
        ("app/main.cpp", '#include "commit.h"\n#include "window/mainwindow.h"\n', 0),
    ]
    for name, text, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
            found = problems(Path(folder))
            assert len(found) == expected, (name, text, found)
    assert circles({"app/a": {"b"}, "app/b": {"c"}, "app/c": set()}) == []
    assert circles({"app/a": {"b"}, "app/b": {"c"}, "app/c": {"b"}}) == ["b", "c"]


def main(arguments):
    if arguments == ["--self-test"]:
        self_test()
        return 0
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    found = problems(root) + [f"{room} reaches itself by the table" for room in circles(ALLOWED)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
