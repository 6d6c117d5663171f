# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bundle for macOS is made from, as far as it can be judged without a Mac: the property
list, the icon, the entitlements; and what the scripts would run, by stand-ins for macOS' tools."""
import os
import plistlib
import re
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MACOS = ROOT / "packaging" / "macos"
ICONS = ROOT / "resources" / "icons"

KEYS = {
    "CFBundleAllowMixedLocalizations": True,
    "CFBundleDevelopmentRegion": "en",
    "CFBundleDisplayName": "Purser",
    "CFBundleExecutable": "Purser",
    "CFBundleIconFile": "purser",
    "CFBundleIdentifier": "org.example.test",
    "CFBundleInfoDictionaryVersion": "6.0",
    "CFBundleLocalizations": ["en", "fr"],
    "CFBundleName": "Purser",
    "CFBundlePackageType": "APPL",
    "CFBundleShortVersionString": os.environ["PURSER_VERSION"],
    "CFBundleSignature": "????",
    "CFBundleSupportedPlatforms": ["MacOSX"],
    "CFBundleVersion": os.environ["PURSER_VERSION"],
    "LSApplicationCategoryType": "public.app-category.developer-tools",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright":
        "© The Purser developers. GNU General Public License, version 3 or later.",
    "NSPrincipalClass": "NSApplication",
    "NSSupportsAutomaticGraphicsSwitching": True,
}
# Type of the entry: pixels on a side, 16 to 512 and the same for double resolution.
PNG_ENTRIES = {"ic07": 128, "ic08": 256, "ic09": 512, "ic11": 32, "ic12": 64, "ic13": 256,
               "ic14": 512, "ic10": 1024}
SMALL_ENTRIES = {"is32": 16, "s8mk": 16, "il32": 32, "l8mk": 32}

# Each stand-in writes down how it was called. otool and lipo say what the test's variables hold.
STAND_IN = "#!/bin/sh\n" + """\
printf '%s' "${0##*/}" >>"$CALLS"
for word in "$@"; do printf ' %s' "$word" >>"$CALLS"; done
echo >>"$CALLS"
case ${0##*/}:$1 in
otool:-L) printf '%s:\\n\\t@rpath/QtCore (compatibility version 6.0.0)\\n' "$2"
    printf '\\t%s (compatibility version 1.0.0, current version 1.0.0)\\n' "$NEEDED" ;;
otool:-l) printf '   cmd LC_RPATH\\n  cmdsize 32\\n     path %s (offset 12)\\n' "$RPATH" ;;
lipo:*) echo "$ARCHITECTURES" ;;
file:*) echo 'Mach-O universal binary with 2 architectures' ;;
esac
"""


def icns_entries(data):
    magic, length = struct.unpack_from(">4sI", data)
    assert magic == b"icns" and length == len(data)
    position = 8
    while position < length:
        kind, size = struct.unpack_from(">4sI", data, position)
        yield kind.decode("ascii"), data[position + 8:position + size]
        position += size


def png_size(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[12:16] == b"IHDR"
    return struct.unpack_from(">II", data, 16)


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class TestPropertyList(InFolder):
    def made(self):
        path = self.folder / "Info.plist"
        subprocess.run(
            [os.environ["PURSER_CMAKE"], "-D", f"PROJECT_VERSION={os.environ['PURSER_VERSION']}",
             "-D", "PURSER_APP_ID=org.example.test", "-D", "CMAKE_OSX_DEPLOYMENT_TARGET=13.0",
             "-D", f"PURSER_INFO_PLIST={path}", "-P", MACOS / "infoplist.cmake"],
            check=True,
        )
        return path

    def test_every_key_is_there_and_no_other(self):
        self.assertEqual(plistlib.loads(self.made().read_bytes()), KEYS)

    def test_it_is_made_for_the_version_of_the_project(self):
        text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertIn(f"project(purser VERSION {os.environ['PURSER_VERSION']} ", text)

    def test_another_reader_reads_the_same(self):
        binary = self.folder / "Info.bin"
        for source in [self.made(), MACOS / "purser.entitlements"]:
            with self.subTest(file=source.name):
                subprocess.run(["plistutil", "-i", source, "-f", "bin", "-o", binary], check=True)
                self.assertEqual(
                    plistlib.loads(binary.read_bytes()), plistlib.loads(source.read_bytes())
                )

    def test_the_oldest_system_is_the_same_everywhere(self):
        versions = (MACOS / "versions").read_text(encoding="utf-8")
        self.assertIn(f"\nMACOS_MINIMUM={KEYS['LSMinimumSystemVersion']}\n", versions)
        cmake = (MACOS / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertIn(f"CMAKE_OSX_DEPLOYMENT_TARGET {KEYS['LSMinimumSystemVersion']})", cmake)

    def test_every_translation_is_announced(self):
        files = (ROOT / "resources" / "translations").glob("purser_*.ts")
        languages = [re.fullmatch(r"purser_(\w+)", file.stem).group(1) for file in files]
        self.assertEqual(sorted(languages), KEYS["CFBundleLocalizations"])


class TestEntitlements(unittest.TestCase):
    def test_the_hardened_runtime_has_no_exception(self):
        self.assertEqual(plistlib.loads((MACOS / "purser.entitlements").read_bytes()), {})

    def test_there_is_no_comment_for_macos_to_stumble_over(self):
        self.assertNotIn("<!--", (MACOS / "purser.entitlements").read_text(encoding="utf-8"))


class TestIcon(InFolder):
    def entries(self):
        return dict(icns_entries((MACOS / "purser.icns").read_bytes()))

    def test_it_holds_every_size(self):
        entries = self.entries()
        self.assertEqual(set(entries), {*PNG_ENTRIES, *SMALL_ENTRIES})
        for kind, size in PNG_ENTRIES.items():
            with self.subTest(entry=kind):
                self.assertEqual(png_size(entries[kind]), (size, size))
        for kind in ["s8mk", "l8mk"]:
            self.assertEqual(len(entries[kind]), SMALL_ENTRIES[kind] ** 2)

    def test_it_is_the_icon_of_the_other_systems(self):
        entries = self.entries()
        for kind, size in PNG_ENTRIES.items():
            png = ICONS / f"purser-{size}.png"
            if png.exists():
                with self.subTest(entry=kind):
                    self.assertEqual(entries[kind], png.read_bytes(), "run packaging/macos/icns")

    def test_another_reader_reads_it(self):
        subprocess.run(["icns2png", "-x", "-o", self.folder, MACOS / "purser.icns"],
                       check=True, capture_output=True)
        for size in [16, 32, 256, 512, 1024]:
            with self.subTest(size=size):
                file = self.folder / f"purser_{size}x{size}x32.png"
                self.assertEqual(png_size(file.read_bytes()), (size, size))


class TestScripts(InFolder):
    """The scripts, run on a bundle of empty files with stand-ins for macOS' tools."""

    def setUp(self):
        super().setUp()
        self.tools = self.folder / "tools"
        self.bundle = self.folder / "Purser.app"
        qt = self.folder / "qt"
        for name in ["codesign", "xcrun", "spctl", "otool", "lipo", "file", "install_name_tool"]:
            self.make_tool(self.tools / name)
        self.make_tool(qt / "bin" / "macdeployqt")
        for path in [
            self.bundle / "Contents/MacOS/Purser",
            self.bundle / "Contents/MacOS/purser-cli",
            self.bundle / "Contents/MacOS/purser-sandbox",
            self.bundle / "Contents/Frameworks/libqt6keychain.1.dylib",
            self.bundle / "Contents/Frameworks/QtCore.framework/Versions/A/QtCore",
            self.bundle / "Contents/PlugIns/platforms/libqcocoa.dylib",
            self.bundle / "Contents/Resources/purser.icns",
            qt / "plugins/platforms/libqcocoa.dylib",
            qt / "plugins/sqldrivers/libqsqlite.dylib",
            qt / "plugins/sqldrivers/libqsqlpsql.dylib",
            qt / "plugins/styles/libqmacstyle.dylib",
            qt / "plugins/tls/libqsecuretransportbackend.dylib",
            qt / "translations/qtbase_fr.qm",
        ]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    def make_tool(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STAND_IN)
        path.chmod(0o755)

    def run_script(self, name, *arguments, **variables):
        calls = self.folder / "calls"
        calls.write_text("")
        environment = {
            "PATH": f"{self.tools}:/usr/bin:/bin", "CALLS": str(calls),
            "NEEDED": "/usr/lib/libSystem.B.dylib", "RPATH": "@executable_path/../Frameworks",
            "ARCHITECTURES": "x86_64 arm64", **variables,
        }
        result = subprocess.run([MACOS / name, *arguments], env=environment,
                                capture_output=True, text=True, check=False)
        text = calls.read_text().replace(f"{self.folder}/", "")
        return result, text.splitlines()

    def deploy(self, **variables):
        return self.run_script("deploy", self.bundle, self.folder / "qt/bin/macdeployqt",
                               "x86_64;arm64", **variables)

    def test_the_plugins_that_are_needed_go_in_and_no_other(self):
        result, calls = self.deploy()
        self.assertEqual(result.returncode, 0, result.stderr)
        plugins = sorted(p.name for p in self.bundle.glob("Contents/PlugIns/*/*"))
        self.assertEqual(plugins, ["libqcocoa.dylib", "libqmacstyle.dylib",
                                   "libqsecuretransportbackend.dylib", "libqsqlite.dylib"])
        self.assertTrue((self.bundle / "Contents/Resources/translations/qtbase_fr.qm").exists())
        settings = (self.bundle / "Contents/Resources/qt.conf").read_text()
        self.assertIn("Plugins = PlugIns\n", settings)
        deployed = next(call for call in calls if call.startswith("macdeployqt "))
        for program in ["MacOS/purser-cli", "MacOS/purser-sandbox",
                        "PlugIns/sqldrivers/libqsqlite.dylib"]:
            self.assertIn(f"-executable=Purser.app/Contents/{program}", deployed)

    def test_paths_of_the_building_machine_are_dropped(self):
        _, calls = self.deploy(RPATH="/opt/qt/lib")
        self.assertIn("install_name_tool -delete_rpath /opt/qt/lib"
                      " Purser.app/Contents/MacOS/purser-cli", calls)
        _, calls = self.deploy()
        self.assertFalse([call for call in calls if call.startswith("install_name_tool")])

    def test_a_library_from_outside_the_bundle_is_refused(self):
        result, _ = self.deploy(NEEDED="/opt/homebrew/lib/libmicrohttpd.12.dylib")
        self.assertEqual(result.returncode, 1)
        self.assertIn("libmicrohttpd.12.dylib", result.stderr)

    def test_half_a_universal_binary_is_refused(self):
        result, _ = self.deploy(ARCHITECTURES="arm64")
        self.assertEqual(result.returncode, 1)
        self.assertIn("not for x86_64", result.stderr)

    def test_signing_goes_from_the_inside_out(self):
        result, calls = self.run_script("sign", self.bundle, PURSER_SIGN_IDENTITY="Somebody")
        self.assertEqual(result.returncode, 0, result.stderr)
        runtime = "codesign --force --timestamp --options runtime --sign Somebody"
        entitled = f"{runtime} --entitlements {MACOS}/purser.entitlements Purser.app"
        self.assertEqual(calls, [
            f"{runtime} Purser.app/Contents/Frameworks/libqt6keychain.1.dylib",
            f"{runtime} Purser.app/Contents/PlugIns/platforms/libqcocoa.dylib",
            f"{runtime} Purser.app/Contents/Frameworks/QtCore.framework",
            f"{entitled}/Contents/MacOS/purser-cli",
            f"{entitled}/Contents/MacOS/purser-sandbox",
            entitled,
            "codesign --verify --deep --strict --verbose=2 Purser.app",
        ])

    def test_without_an_identity_the_signature_has_no_name(self):
        result, calls = self.run_script("sign", self.bundle)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(calls[-2], "codesign --force --sign - Purser.app")
        self.assertFalse([call for call in calls if "runtime" in call])

    def test_a_signature_that_fails_stops_it(self):
        (self.tools / "codesign").write_text("#!/bin/sh\nexit 1\n")
        self.assertNotEqual(self.run_script("sign", self.bundle)[0].returncode, 0)

    def test_notarising_is_skipped_without_identity_or_credentials(self):
        result, calls = self.run_script("notarise", "x.dmg", PURSER_NOTARY_PROFILE="profile")
        self.assertEqual((result.returncode, calls), (0, []))
        result, calls = self.run_script("notarise", "x.dmg", PURSER_SIGN_IDENTITY="Somebody")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(calls, ["codesign --force --timestamp --sign Somebody x.dmg"])

    def test_notarising_waits_staples_and_looks(self):
        key = {"PURSER_NOTARY_KEY": "k.p8", "PURSER_NOTARY_KEY_ID": "ID",
               "PURSER_NOTARY_ISSUER": "ISSUER"}
        for variables, credentials in [
            ({"PURSER_NOTARY_PROFILE": "profile"}, "--keychain-profile profile"),
            (key, "--key k.p8 --key-id ID --issuer ISSUER"),
        ]:
            with self.subTest(credentials=credentials):
                result, calls = self.run_script(
                    "notarise", "x.dmg", PURSER_SIGN_IDENTITY="Somebody", **variables)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual(calls, [
                    "codesign --force --timestamp --sign Somebody x.dmg",
                    f"xcrun notarytool submit x.dmg --wait {credentials}",
                    "xcrun stapler staple x.dmg",
                    "xcrun stapler validate x.dmg",
                    "spctl --assess --type open --context context:primary-signature --verbose=2"
                    " x.dmg",
                ])

    def test_half_a_key_is_no_key(self):
        result, calls = self.run_script("notarise", "x.dmg", PURSER_SIGN_IDENTITY="Somebody",
                                        PURSER_NOTARY_KEY="k.p8")
        self.assertNotEqual(result.returncode, 0)
        self.assertEqual(len(calls), 1)


if __name__ == "__main__":
    unittest.main()
