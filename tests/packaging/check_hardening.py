# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at programs with readelf: are they built as hardened as they are said to be?

usage: check_hardening.py [--rpath RPATH] PROGRAM...
"""

import re
import subprocess
import sys


def readelf(option, program):
    return subprocess.run(["readelf", "--wide", option, program], check=True,
                          stdout=subprocess.PIPE, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
                          stderr=subprocess.DEVNULL).stdout.decode()


def faults(program, rpath=None):
    """Sentences about what is missing; none, if all is there."""
    header, segments = readelf("--file-header", program), readelf("--program-headers", program)
    dynamic, symbols = readelf("--dynamic", program), readelf("--dyn-syms", program)
    sections = readelf("--section-headers", program)
    # These have a fortified form wherever they are called; memcpy and others only here and there.
    plain = re.findall(r" (v?[fs]?n?printf|syslog)@", symbols)
    copies = re.findall(r"_COPY .*@Qt_", readelf("--relocs", program))
    found = re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", dynamic)
    rows = {
        "is no position-independent executable":
            re.search(r"Type: +DYN", header) and re.search(r"FLAGS_1.*\bPIE\b", dynamic),
        "has no RELRO": "GNU_RELRO" in segments,
        "binds lazily (no BIND_NOW)": re.search(r"FLAGS_1?\).*\b(BIND_)?NOW\b", dynamic),
        "has an executable stack": re.search(r"GNU_STACK\b.* RW +0x", segments),
        "has a segment that is writable and executable": not re.search(r" RWE ", segments),
        "has relocations in its code (TEXTREL)": "TEXTREL" not in dynamic,
        "has no stack protector": "__stack_chk_fail" in symbols,
        f"calls {plain} unfortified": not plain,
        f"has copies of {len(copies)} of Qt's variables, and will crash": not copies,
        "is not stripped": not re.search(r"\.(symtab|debug_info)\b", sections),
        f"has the search path {found}": found == ([rpath] if rpath else []),
    }
    return [f"{program} {fault}" for fault, is_right in rows.items() if not is_right]


def main():
    arguments, rpath = sys.argv[1:], None
    if arguments[0] == "--rpath":
        rpath, arguments = arguments[1], arguments[2:]
    found = [fault for program in arguments for fault in faults(program, rpath)]
    print("\n".join(found) or f"    {len(arguments)} programs: PIE, RELRO, BIND_NOW, NX, "
                              "stack protector, FORTIFY, stripped")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
