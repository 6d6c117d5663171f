#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of the Windows packages without building them."""
import importlib.machinery
import importlib.util
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOM = ROOT / "packaging/windows"
FILES = ["purser.exe", "purser-cli.exe", "Qt6Core.dll", "plugins/tls/qschannelbackend.dll"]


def script(name):
    """A program of the room's, as a module."""
    loader = importlib.machinery.SourceFileLoader(f"windows_{name}", str(ROOM / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


class Stage(unittest.TestCase):
    """A folder such as is installed, with empty files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name in FILES:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()


class Sources(unittest.TestCase):
    def test_every_source_is_pinned_and_names_no_host(self):
        rows = [r for r in (ROOM / "sources").read_text().splitlines() if not r.startswith("#")]
        self.assertGreater(len(rows), 4)
        for row in rows:
            self.assertRegex(row, r"^[0-9a-f]{64} pool/main/\w+/[\w-]+/[\w.+~-]+$")

    def test_a_source_that_the_mirror_lacks_ends_with_a_sentence(self):
        """With a table of one file that no mirror has; nothing is built."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file in ["deps", "toolchain.cmake"]:
                (folder / file).write_bytes((ROOM / file).read_bytes())
            (folder / "sources").write_text(f"{'0' * 64} pool/main/p/purser/purser_0.orig.tar.gz\n")
            done = subprocess.run(
                ["bash", str(folder / "deps"), str(folder / "cache")],
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
        self.assertEqual(done.returncode, 1)
        self.assertIn("mirror does not offer", done.stderr)
        self.assertIn("packaging/windows/sources", done.stderr)


class Resources(unittest.TestCase):
    def test_the_manifest_says_what_the_programs_can(self):
        root = ET.fromstring((ROOM / "program.manifest.in").read_text(encoding="utf-8"))
        values = {e.tag.split("}")[1]: (e.text or "").strip() for e in root.iter()}
        for key, value in script("check").WINDOWS_SETTINGS.items():
            with self.subTest(key):
                self.assertEqual(values.get(key), value)

    def test_the_icon_has_every_size(self):
        data = (ROOM / "purser.ico").read_bytes()
        _, kind, count = struct.unpack_from("<HHH", data)
        self.assertEqual(kind, 1)
        widths = {struct.unpack_from("<B", data, 6 + 16 * i)[0] or 256 for i in range(count)}
        self.assertEqual(widths, {16, 24, 32, 48, 64, 128, 256})


class Installers(Stage):
    def test_what_is_staged_is_what_is_checked(self):
        staged = {f"plugins/{name}" for name in script("stage").PLUGINS}
        self.assertEqual(staged, script("check").PLUGINS)

    def test_the_uninstaller_removes_each_file_then_each_folder(self):
        done = subprocess.run(
            [ROOM / "uninstall-list", self.folder], capture_output=True, text=True, check=True
        )
        lines = done.stdout.splitlines()
        for name in FILES:
            self.assertIn('Delete "$INSTDIR\\%s"' % name.replace("/", "\\"), lines)
        inner = lines.index('RMDir "$INSTDIR\\plugins\\tls"')
        self.assertLess(lines.index('Delete "$INSTDIR\\plugins\\tls\\qschannelbackend.dll"'), inner)
        self.assertLess(inner, lines.index('RMDir "$INSTDIR\\plugins"'))
        self.assertFalse([line for line in lines if "/r" in line])

    def test_the_msi_has_a_component_for_each_file(self):
        wix = script("msi").description(self.folder, "1.2.3")
        files = [e.get("Source").removeprefix("stage/") for e in wix.iter("File")]
        self.assertEqual(sorted(files), sorted(FILES))
        guids = [e.get("Guid") for e in wix.iter("Component")]
        self.assertEqual(len(set(guids)), len(FILES))

    def test_windows_knows_later_versions_for_the_same_program(self):
        describe = script("msi").description
        products = [describe(self.folder, v).find("Product") for v in ("1.0.0", "1.1.0")]
        self.assertEqual(len({p.get("UpgradeCode") for p in products}), 1)
        self.assertEqual(len({p.get("Id") for p in products}), 2)
        guids = [sorted(e.get("Guid") for e in p.iter("Component")) for p in products]
        self.assertEqual(guids[0], guids[1])

    def test_the_installer_asks_for_no_administrator(self):
        text = (ROOM / "installer.nsi").read_text(encoding="utf-8")
        self.assertIn("RequestExecutionLevel user", text)
        self.assertIn("Target amd64-unicode", text)
        self.assertFalse(re.findall(r"\bHKLM\b", text))


if __name__ == "__main__":
    unittest.main(verbosity=2)
