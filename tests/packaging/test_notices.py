# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of parts and what is made from it: complete, up to date, every library in it."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "packaging" / "release"
sys.path.insert(0, str(RELEASE))

import parts as table  # noqa: E402

CARRYING = ["tar", "windows", "macos"]


def notices(*arguments):
    return subprocess.run(
        [sys.executable, RELEASE / "notices", *arguments], capture_output=True, text=True
    )


class TestTable(unittest.TestCase):
    def test_every_part_says_what_it_is(self):
        for part in table.load():
            with self.subTest(part=part["id"]):
                for key in ["name", "use", "licence", "homepage", "supplier", "packages"]:
                    self.assertTrue(part[key])
                self.assertTrue(all(part["copyright"]))
                self.assertLessEqual(set(part["packages"]), set(table.KINDS))
                for where in part["packages"].values():
                    self.assertIn(where["how"], ["carried", "depends"])

    def test_no_part_is_named_twice(self):
        ids = [part["id"] for part in table.load()]
        self.assertEqual(sorted(ids), sorted(set(ids)))

    def test_every_carried_copy_has_its_licence_text(self):
        for part in table.load():
            for kind in CARRYING:
                if part["packages"].get(kind, {}).get("how") == "carried":
                    with self.subTest(part=part["id"], package=kind):
                        in_archive = kind == "tar" and "debian" in part
                        public_domain = part["licence"] == "LicenseRef-SHA1-Public-Domain"
                        self.assertTrue(part.get("texts") or in_archive or public_domain)

    def test_texts_are_there_and_used(self):
        used = {f"{name}.txt" for part in table.load() for name in part.get("texts", [])}
        self.assertEqual(used, {path.name for path in table.TEXTS.iterdir()})

    def test_copyleft_copies_say_where_their_source_is(self):
        for part in table.load():
            for kind in ["windows", "macos"]:
                carried = part["packages"].get(kind, {}).get("how") == "carried"
                if carried and "GPL" in part["licence"]:
                    with self.subTest(part=part["id"], package=kind):
                        self.assertIn(kind, part["source"])
                        self.assertIn("version", part["packages"][kind])


class TestPins(unittest.TestCase):
    """Versions that are pinned in two places are the same in both."""

    def version(self, part_id, kind):
        part = next(part for part in table.load() if part["id"] == part_id)
        return part["packages"][kind]["version"]

    def test_macos(self):
        text = (ROOT / "packaging" / "macos" / "versions").read_text(encoding="utf-8")
        pins = dict(line.split("=", 1) for line in text.splitlines() if line[:1].isalpha())
        self.assertEqual(pins["QT_VERSION"], self.version("qt", "macos"))
        self.assertEqual(pins["QTKEYCHAIN_VERSION"], self.version("qtkeychain", "macos"))
        self.assertEqual(pins["LIBMICROHTTPD_VERSION"], self.version("libmicrohttpd", "macos"))

    def test_windows(self):
        sources = ROOT / "packaging" / "windows" / "sources"
        if not sources.exists():
            self.skipTest("no list of Windows' sources here")
        text = sources.read_text(encoding="utf-8")
        for part_id, file in [
            ("qt", "qt6-base_{}.debian.tar.xz"),
            ("qtkeychain", "qtkeychain_{}.orig.tar.gz"),
            ("sqlite", "sqlite3_{}.debian.tar.xz"),
            ("libmicrohttpd", "libmicrohttpd_{}.orig.tar.gz"),
        ]:
            with self.subTest(part=part_id):
                self.assertIn(file.format(self.version(part_id, "windows")), text)


class TestNotices(unittest.TestCase):
    def test_the_file_is_up_to_date(self):
        written = (ROOT / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8")
        self.assertEqual(
            written, notices().stdout,
            "run packaging/release/notices --output THIRD-PARTY-NOTICES",
        )

    def test_those_of_one_package_name_its_parts_alone(self):
        text = notices("--package", "windows").stdout
        self.assertIn("winpthreads", text)
        self.assertNotIn("libsecret\n  For:", text)

    def check_libraries(self, kind, names):
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
            return notices("--package", kind, "--libraries", folder, "--list")

    def test_known_libraries_pass(self):
        for kind, names in {
            "windows": ["Qt6Core.dll", "plugins/sqldrivers/qsqlite.dll", "libgcc_s_seh-1.dll",
                        "libstdc++-6.dll", "libwinpthread-1.dll", "qt6keychain.dll",
                        "libmicrohttpd-12.dll"],
            "tar": ["lib/libQt6Core.so.6", "lib/libicudata.so.72", "lib/libxkbcommon.so.0",
                    "lib/libxcb-icccm.so.4", "plugins/platforms/libqxcb.so"],
            "macos": ["Frameworks/libqt6keychain.1.dylib", "PlugIns/platforms/libqcocoa.dylib"],
        }.items():
            with self.subTest(package=kind):
                result = self.check_libraries(kind, names)
                self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_a_library_without_a_row_is_refused(self):
        for kind, name in [("windows", "plugins/tls/qopensslbackend.dll"),
                           ("windows", "libfoo-1.dll"), ("tar", "lib/libfoo.so.3"),
                           ("tar", "lib/libxml2.so.2"),
                           ("macos", "Frameworks/libsecret-1.0.dylib")]:
            with self.subTest(package=kind, library=name):
                result = self.check_libraries(kind, [name])
                self.assertEqual(result.returncode, 1)
                self.assertIn(name.rsplit("/", maxsplit=1)[-1], result.stderr)


if __name__ == "__main__":
    unittest.main()
