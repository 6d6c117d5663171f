# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed, to the last file.

usage: test_install_tree.py                  installs the build under test, and looks at that
       test_install_tree.py USR deb|rpm|tar  looks at what a package holds
"""

import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

ICONS = (16, 22, 24, 32, 48, 64, 128, 256, 512)
PROGRAMS = ("purser", "purser-cli", "purser-sandbox")
DOCUMENTS = {"README.md", "SECURITY.md"} | {
    f"docs/{name}.md"
    for name in ("accounts", "changing-a-token", "command-line", "journal", "limits")}


def expected(kind, app_id):
    files = {f"bin/{name}" for name in PROGRAMS}
    files |= {f"share/icons/hicolor/{size}x{size}/apps/purser.png" for size in ICONS}
    files |= {f"share/man/man1/{name}.1.gz" for name in PROGRAMS}
    files |= {f"share/bash-completion/completions/{name}" for name in PROGRAMS}
    files |= {f"share/fish/vendor_completions.d/{name}.fish" for name in PROGRAMS}
    zsh = "vendor-completions" if kind == "deb" else "site-functions"
    files |= {f"share/zsh/{zsh}/_{name}" for name in PROGRAMS}
    documents = DOCUMENTS | ({"changelog.gz", "changelog.Debian.gz", "copyright"}
                             if kind == "deb" else {"CHANGELOG.md"})
    files |= {f"share/doc/purser/{name}" for name in documents}
    files.add("share/lintian/overrides/purser" if kind == "deb"
              else "share/licenses/purser/LICENSE")
    files |= {f"share/applications/{app_id}.desktop", f"share/metainfo/{app_id}.metainfo.xml",
              "share/icons/hicolor/scalable/apps/purser.svg"}
    return files


class InstallTree(unittest.TestCase):
    folder = kind = None

    @classmethod
    def setUpClass(cls):
        if cls.folder is None:
            place = tempfile.TemporaryDirectory()
            cls.addClassCleanup(place.cleanup)
            cls.folder, cls.kind = pathlib.Path(place.name, "usr"), "install"
            subprocess.run([os.environ["PURSER_CMAKE"], "--install", os.environ["PURSER_BUILD"],
                            "--prefix", cls.folder], check=True, stdout=subprocess.DEVNULL)
        [entry] = (cls.folder / "share/applications").iterdir()
        cls.app_id = entry.stem

    def files(self):
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")
                if not path.is_dir()}

    def test_every_file_is_where_it_belongs_and_there_is_no_other(self):
        found = self.files()
        if self.kind == "tar":  # has its libraries beside, which its own check looks at
            found = {name for name in found if name.startswith(("bin/purser", "share/"))
                     and not name.startswith(("share/qt6/", "share/doc/purser/licenses/"))}
        self.assertEqual(found, expected(self.kind, self.app_id))

    def test_icons_have_the_size_that_their_folder_says(self):
        for size in ICONS:
            icon = self.folder / f"share/icons/hicolor/{size}x{size}/apps/purser.png"
            self.assertEqual(struct.unpack(">II", icon.read_bytes()[16:24]), (size, size))

    def test_only_programs_can_be_run_and_nobody_else_can_write(self):
        for name in self.files():
            path = self.folder / name
            if not path.is_symlink() and name.startswith(("bin/", "share/")):
                mode = 0o755 if name.startswith("bin/purser") else 0o644
                self.assertEqual((name, oct(path.stat().st_mode & 0o7777)), (name, oct(mode)))

    def test_the_window_bears_the_name_of_its_desktop_entry(self):
        program = (self.folder / "bin/purser").read_bytes()
        self.assertIn(self.app_id.encode("utf-16-le"), program)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        InstallTree.folder, InstallTree.kind = pathlib.Path(sys.argv[1]), sys.argv[2]
        del sys.argv[1:]
    unittest.main()
