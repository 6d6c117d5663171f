# SPDX-License-Identifier: GPL-3.0-or-later
"""What Purser uses of others, from packaging/parts.json, for the scripts beside this file."""
import fnmatch
import functools
import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "packaging" / "licences"
KINDS = {
    "deb": "the Debian package",
    "rpm": "the RPM package",
    "tar": "the archive for any Linux",
    "windows": "the packages for Windows",
    "macos": "the disk image for macOS",
}
LIBRARY = re.compile(r"\.(so(\.[0-9.]+)?|dll|dylib)$", re.IGNORECASE)


def load():
    return json.loads((ROOT / "packaging" / "parts.json").read_text(encoding="utf-8"))["parts"]


def parts_of(kind):
    return [part for part in load() if kind in part["packages"]]


def project_version():
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(purser VERSION ([0-9.]+)", text, re.MULTILINE).group(1)


def ask_dpkg(*arguments):
    """The lines of its answer; none where there is no dpkg, or it knows nothing."""
    try:
        answer = subprocess.run(
            ["dpkg-query", *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    return answer.stdout.splitlines()


@functools.lru_cache(maxsize=None)
def debian_versions():
    answer = ask_dpkg("-W", "-f=${Package}=${Version}\n")
    return dict(line.split("=", 1) for line in answer)


def debian_package_with(name):
    owners = ask_dpkg("-S", f"*/{name}")
    return owners[0].split(":")[0] if owners else None


def version_of(part, kind):
    stated = part["packages"][kind].get("version")
    if stated or kind != "tar" or "debian" not in part:
        return stated
    # The Linux archive is packed from what Debian has installed here.
    return debian_versions().get(part["debian"])


def owner_of(name, parts):
    """The part that a library belongs to, by the longest of the patterns that its name fits."""
    if name.lower().endswith(".dll"):  # whose case means nothing
        name = name.lower()
        parts = [{**part, "files": [p.lower() for p in part.get("files", [])]} for part in parts]
    fitting = [
        (len(pattern), part)
        for part in parts
        for pattern in part.get("files", [])
        if fnmatch.fnmatchcase(name, pattern)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def libraries_in(folder):
    """Every library and framework below a folder, links aside."""
    for path in sorted(Path(folder).rglob("*")):
        if path.is_symlink():
            continue
        if path.suffix == ".framework" or (path.is_file() and LIBRARY.search(path.name)):
            yield path
