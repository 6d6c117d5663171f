# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts that a release runs: the tag, the notes, the sums, the bill of materials."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "packaging" / "release"
CHANGELOG = """\
# Changelog

## [Unreleased]

- Not out yet.

## [1.2.0] - 2031-05-04

### Added

- A thing.

## [1.1.0]

- Undated.

## [1.0.1] - 2031-02-01

## [1.0.0] - 2031-01-31

- The first.

[1.0.0]: https://example.com/
"""
# What SPDX 2.3 makes mandatory, clauses 6 to 11 (those of a package as in its JSON schema).
DOCUMENT = {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo"}
PACKAGE = {"SPDXID", "name", "downloadLocation"}
FILE = {"SPDXID", "fileName", "checksums"}


def run(*command, **more):
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **more
    )


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class TestChangelogSection(InFolder):
    def section(self, version):
        path = self.folder / "CHANGELOG.md"
        path.write_text(CHANGELOG, encoding="utf-8")
        return run(RELEASE / "changelog-section", version, path)

    def test_a_section_is_printed_without_its_heading(self):
        self.assertEqual(self.section("1.2.0").stdout, "### Added\n\n- A thing.\n")

    def test_the_last_one_ends_before_the_links(self):
        self.assertEqual(self.section("1.0.0").stdout, "- The first.\n")

    def test_what_is_absent_undated_or_empty_is_refused_with_a_sentence(self):
        for version in ["2.0.0", "1.1.0", "1.0.1", "Unreleased", "1x2.0"]:
            with self.subTest(version=version):
                result = self.section(version)
                self.assertEqual((result.returncode, result.stdout), (1, ""))
                self.assertIn("changelog-section: CHANGELOG.md", result.stderr)


class TestCheckTag(InFolder):
    def check(self, tag):
        release = self.folder / "packaging" / "release"
        shutil.copytree(RELEASE, release, dirs_exist_ok=True)
        (self.folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
        (self.folder / "CMakeLists.txt").write_text("project(purser VERSION 1.2.0 LANGUAGES CXX\n")
        return run(release / "check-tag", tag)

    def test_the_tag_of_the_sources_version_passes(self):
        self.assertEqual(self.check("v1.2.0").returncode, 0)

    def test_any_other_is_refused(self):
        for tag in ["v1.2.1", "1.2.0", "v1.2.0-rc1", "v1.0.0"]:
            with self.subTest(tag=tag):
                result = self.check(tag)
                self.assertEqual(result.returncode, 1)
                self.assertIn("it should be v1.2.0", result.stderr)

    def test_a_version_without_notes_is_refused(self):
        (self.folder / "x").touch()
        release = self.folder / "packaging" / "release"
        shutil.copytree(RELEASE, release)
        (self.folder / "CHANGELOG.md").write_text("# Changelog\n", encoding="utf-8")
        (self.folder / "CMakeLists.txt").write_text("project(purser VERSION 1.2.0 LANGUAGES CXX\n")
        self.assertNotEqual(run(release / "check-tag", "v1.2.0").returncode, 0)


class TestSums(InFolder):
    def test_every_file_is_summed_but_the_sums(self):
        for name in ["b.deb", "a 1.dmg"]:
            (self.folder / name).write_text(name)
        (self.folder / "SHA256SUMS").write_text("old")
        self.assertEqual(run(RELEASE / "sums", self.folder).returncode, 0)
        lines = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n"
                 for name in ["a 1.dmg", "b.deb"]]
        self.assertEqual((self.folder / "SHA256SUMS").read_text(), "".join(lines))

    def test_nothing_to_sum_is_no_success(self):
        self.assertEqual(run(RELEASE / "sums", self.folder).returncode, 1)


class TestSbom(InFolder):
    def bill(self, kind, content="package", epoch="1900000000", tree=None):
        file = self.folder / "purser.package"
        file.write_text(content)
        more = ["--folder", tree] if tree else []
        environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
        return run(sys.executable, RELEASE / "sbom", kind, file, *more, env=environment)

    def tree(self):
        tree = self.folder / "tree"
        (tree / "plugins").mkdir(parents=True)
        (tree / "Qt6Core.dll").write_text("core")
        (tree / "plugins" / "a.txt").write_text("text")
        return tree

    def test_every_kind_is_complete(self):
        for kind in ["deb", "rpm", "tar", "windows", "macos"]:
            with self.subTest(package=kind):
                bill = json.loads(self.bill(kind).stdout)
                self.assertEqual(bill["spdxVersion"], "SPDX-2.3")
                self.assertEqual(bill["dataLicense"], "CC0-1.0")
                self.assertLessEqual(DOCUMENT, set(bill))
                self.assertEqual(bill["creationInfo"]["created"], "2030-03-17T17:46:40Z")
                self.check_elements(bill)
                self.assertGreater(len(bill["packages"]), 4)

    def check_elements(self, bill):
        elements = bill["packages"] + bill.get("files", [])
        ids = [element["SPDXID"] for element in elements]
        self.assertEqual(len(ids), len(set(ids)))
        for package in bill["packages"]:
            self.assertLessEqual(PACKAGE, set(package))
            self.assertRegex(package["supplier"], r"^(Organization: |Person: |NOASSERTION$)")
        for file in bill.get("files", []):
            self.assertLessEqual(FILE, set(file))
            self.assertEqual(file["checksums"][0]["algorithm"], "SHA1")
        for name in ids:
            self.assertRegex(name, r"^SPDXRef-[A-Za-z0-9.-]+$")
        known = {*ids, "SPDXRef-DOCUMENT"}
        for relation in bill["relationships"]:
            self.assertIn(relation["spdxElementId"], known)
            self.assertIn(relation["relatedSpdxElement"], known)
        related = {relation["relatedSpdxElement"] for relation in bill["relationships"]}
        self.assertEqual(related, set(ids))
        named = {n for p in bill["packages"]
                 for n in re.findall(r"LicenseRef-[\w.-]+", p["licenseDeclared"])}
        explained = {entry["licenseId"] for entry in bill.get("hasExtractedLicensingInfos", [])}
        self.assertEqual(named, explained)

    def test_files_are_listed_with_their_part(self):
        bill = json.loads(self.bill("windows", tree=self.tree()).stdout)
        self.check_elements(bill)
        self.assertEqual([f["fileName"] for f in bill["files"]],
                         ["./Qt6Core.dll", "./plugins/a.txt"])
        self.assertIn({"spdxElementId": "SPDXRef-qt", "relationshipType": "CONTAINS",
                       "relatedSpdxElement": "SPDXRef-File-1"}, bill["relationships"])
        sums = sorted(hashlib.sha1(text).hexdigest() for text in [b"core", b"text"])
        self.assertEqual(
            bill["packages"][0]["packageVerificationCode"]["packageVerificationCodeValue"],
            hashlib.sha1("".join(sums).encode()).hexdigest(),
        )

    def test_the_same_package_gives_the_same_bill(self):
        self.assertEqual(self.bill("macos").stdout, self.bill("macos").stdout)

    def test_another_package_gets_another_namespace(self):
        one, other = (json.loads(self.bill("deb", content=c).stdout) for c in ["one", "other"])
        self.assertNotEqual(one["documentNamespace"], other["documentNamespace"])

    def test_each_package_of_a_folder_gets_one(self):
        packages = self.folder / "packages"
        packages.mkdir()
        for name in ["purser-1.x86_64.rpm", "purser-1-setup.exe", "purser-1.dmg", "notes.txt"]:
            (packages / name).write_text(name)
        tree = self.tree()
        archive = packages / "purser-1-linux-x86_64.tar.xz"
        subprocess.run(["tar", "-cJf", archive, "-C", tree, "."], check=True)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1900000000"}
        result = run(RELEASE / "sboms", packages, env=environment)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(
            sorted(path.name for path in packages.glob("*.json")),
            ["purser-1-linux-x86_64.tar.xz.spdx.json", "purser-1-setup.exe.spdx.json",
             "purser-1.dmg.spdx.json", "purser-1.x86_64.rpm.spdx.json"],
        )
        bill = json.loads((packages / f"{archive.name}.spdx.json").read_text())
        self.assertEqual(len(bill["files"]), 2)

    def test_a_package_that_can_not_be_unpacked_stops_it(self):
        (self.folder / "purser-1-linux-x86_64.tar.xz").write_text("no archive")
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1900000000"}
        self.assertNotEqual(run(RELEASE / "sboms", self.folder, env=environment).returncode, 0)

    def test_without_a_time_there_is_none(self):
        result = self.bill("deb", epoch="")
        self.assertEqual(result.returncode, 1)
        self.assertIn("SOURCE_DATE_EPOCH", result.stderr)


if __name__ == "__main__":
    unittest.main()
