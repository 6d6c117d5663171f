# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop entry and the metainfo: valid, of one name, of this version, and in French too."""

import configparser
import os
import pathlib
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

APP_ID = os.environ["PURSER_APP_ID"]
FOLDER = pathlib.Path(os.environ["PURSER_BUILD"], "packaging", "linux")
ENTRY = FOLDER / f"{APP_ID}.desktop"
METAINFO = FOLDER / f"{APP_ID}.metainfo.xml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def run(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return result.returncode, result.stdout.decode()


class DesktopEntry(unittest.TestCase):
    def setUp(self):
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str
        parser.read(ENTRY, encoding="utf-8")
        self.groups = {name: dict(parser[name]) for name in parser.sections()}
        self.entry = self.groups["Desktop Entry"]

    def test_its_validator_finds_no_fault(self):
        self.assertEqual(run("desktop-file-validate", ENTRY), (0, ""))

    def test_it_starts_the_window_and_is_found_again_by_it(self):
        for key, value in {"Exec": "purser", "TryExec": "purser", "Icon": "purser",
                           "StartupWMClass": "purser", "Terminal": "false"}.items():
            self.assertEqual(self.entry[key], value)
        self.assertNotIn("MimeType", self.entry)

    def test_what_people_read_is_there_in_french(self):
        for name, group in self.groups.items():
            for key in {"GenericName", "Comment", "Keywords", "Name"} & set(group):
                if (name, key) != ("Desktop Entry", "Name"):  # a name of its own
                    with self.subTest(group=name, key=key):
                        self.assertNotEqual(group[f"{key}[fr]"], group[key])


class Metainfo(unittest.TestCase):
    def setUp(self):
        self.root = ElementTree.parse(METAINFO).getroot()

    def text(self, path):
        return self.root.find(path).text

    def test_its_validator_finds_no_fault(self):
        code, said = run("appstreamcli", "validate", "--no-net", "--strict", "--pedantic",
                         METAINFO)
        self.assertEqual(code, 0, said)
        self.assertNotRegex(said, r"(?m)^[EWIP]: ")

    def test_it_belongs_to_the_desktop_entry_and_to_this_version(self):
        self.assertEqual(self.text("id"), APP_ID)
        self.assertEqual(self.text("launchable"), ENTRY.name)
        self.assertEqual(self.root.find("releases/release").get("version"),
                         os.environ["PURSER_VERSION"])
        self.assertEqual(self.text("project_license"), "GPL-3.0-or-later")
        self.assertIsNotNone(self.root.find("content_rating"))

    def test_it_names_all_programs(self):
        self.assertEqual({node.text for node in self.root.findall("provides/binary")},
                         {"purser", "purser-cli", "purser-sandbox"})

    def test_what_people_read_is_there_in_french(self):
        for path in ("summary", "developer_name", "description/p", "description/ul/li",
                     "keywords/keyword", "releases/release/description/p"):
            with self.subTest(path=path):
                languages = [node.get(LANGUAGE) for node in self.root.findall(path)]
                self.assertEqual(languages, [None, "fr"] * (len(languages) // 2))
                self.assertTrue(languages)


if __name__ == "__main__":
    unittest.main()
