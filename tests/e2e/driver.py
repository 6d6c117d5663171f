# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person and a screen reader do: finds Purser's widgets through the accessibility bus,
and clicks and types with the mouse and the keyboard of the display."""

import os
import re
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("PURSER_PATIENCE", "20"))  # seconds; only failures take long
STATE = Atspi.StateType
# What Qt and the sanitizers print about mistakes in the program; the system's own remarks, such
# as those of a graphics driver, are none.
COMPLAINTS = re.compile(r"\bQ(Object|MetaObject|Widget|Layout|Accessible|Thread|Timer)\b"
                        r"|ASSERT|runtime error|Sanitizer")


def program(name):
    """The path of one of the three programs; the tests are told by the environment."""
    return os.environ[name.upper().replace("-", "_")]


def wait_until(condition, seconds=None, what="the condition"):
    """Polls until condition() is true and gives its value; an AssertionError after the bound."""
    deadline = time.monotonic() + (PATIENCE if seconds is None else seconds)
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain for " + (what() if callable(what) else what))
        time.sleep(0.03)


def keys(*names):
    """Presses keys, by the names that xdotool knows: keys("ctrl+a", "Tab")."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "20", *names], check=True)


def type_keys(text):
    """Types a text; it goes through standard input, so that it is in no argument list."""
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "20", "--file", "-"],
                   input=text.encode(), check=True)


def click_at(x, y):
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)


def turn_wheel_at(x, y):
    """One notch down and two up, as a mouse does."""
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "5", "click", "4",
                    "click", "4"], check=True)


def drag(x1, y1, x2, y2):
    middle = str((x1 + x2) // 2)
    subprocess.run(["xdotool", "mousemove", str(x1), str(y1), "mousedown", "1",
                    "mousemove", middle, str(y1), "mousemove", str(x2), str(y2), "mouseup", "1"],
                   check=True)


class Clipboard:
    """The display's selections, read and written as another program would."""

    def __init__(self):
        self._owner = None

    def copy(self, text):
        self.clear()
        self._owner = subprocess.Popen(["xclip", "-quiet", "-selection", "clipboard", "-in"],
                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self._owner.stdin.write(text.encode())
        self._owner.stdin.close()
        wait_until(lambda: self.read() == text, what="the clipboard to hold the text")

    def clear(self):
        """Takes back what copy() put there."""
        if self._owner:
            self._owner.terminate()
            self._owner.wait()
            self._owner = None

    @staticmethod
    def read(selection="clipboard"):
        result = subprocess.run(["xclip", "-selection", selection, "-out"],
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return result.stdout.decode(errors="replace") if result.returncode == 0 else ""


class Widget:
    """One object of the accessible tree. Nothing is cached: each property asks the program."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def description(self):
        return self.accessible.get_description()

    @property
    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, -1)

    @property
    def length(self):
        """How many characters the field has; all that a password field tells of itself."""
        return Atspi.Text.get_character_count(self.accessible)

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible)

    def is_(self, *states):
        held = self.accessible.get_state_set()
        return all(held.contains(state) for state in states)

    @property
    def showing(self):
        return self.is_(STATE.SHOWING, STATE.VISIBLE)

    @property
    def enabled(self):
        return self.is_(STATE.ENABLED, STATE.SENSITIVE)

    @property
    def focused(self):
        return self.is_(STATE.FOCUSED)

    @property
    def checked(self):
        return self.is_(STATE.CHECKED)

    @property
    def half_checked(self):
        return self.is_(STATE.INDETERMINATE)

    @property
    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Widget(child)

    def all(self, cells=False):
        """The object and all below it, top down; a table's cells, of which there may be many,
        only if they are asked for."""
        yield self
        if self.role == "table" and not cells:
            return
        for child in self.children:
            yield from child.all(cells)

    @property
    def box(self):
        """x, y, width and height on the display."""
        box = self.accessible.get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def click(self):
        """A click of the mouse where the widget is, once it can be clicked."""
        wait_until(lambda: self.showing and self.enabled, what=lambda: f"{self} to be enabled")
        x, y, width, height = self.box
        # A check box takes clicks only on its mark and its words, which are at its left.
        click_at(x + (8 if self.role == "check box" else width // 2), y + height // 2)

    def focus(self):
        self.click()
        wait_until(lambda: self.focused, what=lambda: f"{self} to have the focus")

    def type(self, text):
        """Replaces the field's text by typing; it has to stay as typed."""
        self.focus()
        keys("ctrl+a", "Delete")
        if text:
            type_keys(text)
        if self.role == "password text":
            wait_until(lambda: self.length == len(text), what=lambda: f"all of {self}")
        else:
            wait_until(lambda: self.text == text,
                       what=lambda: f"“{text}” in {self}, which has “{self.text}”")

    def press(self):
        """Uses it as an assistive program does, without a mouse."""
        wait_until(lambda: self.showing and self.enabled, what=lambda: f"{self} to be enabled")
        if not Atspi.Action.do_action(self.accessible, 0):
            raise AssertionError(f"{self} can't be pressed")

    def set_text(self, text):
        """Replaces the field's text as an assistive program does, without a keyboard."""
        if not Atspi.EditableText.set_text_contents(self.accessible, text):
            raise AssertionError(f"{self} takes no text")

    def paste(self):
        """Replaces the field's text by what the clipboard holds."""
        self.focus()
        keys("ctrl+a", "ctrl+v")


class Purser:
    """A running purser. Its output goes to a file outside of its home."""

    def __init__(self, *arguments, home, environment=None):
        self._log = tempfile.TemporaryFile()
        variables = dict(os.environ, **home_environment(home), **(environment or {}))
        self.process = subprocess.Popen([program("purser"), *arguments], env=variables,
                                        stdin=subprocess.DEVNULL, stdout=self._log,
                                        stderr=subprocess.STDOUT)
        self._talks = "QT_LOGGING_RULES" in (environment or {})
        self._application = None

    @property
    def pid(self):
        return self.process.pid

    def log(self):
        self._log.seek(0)
        return self._log.read()

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"purser ended with {self.process.returncode}:\n"
                                 + self.log().decode(errors="replace"))
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == self.pid:
                    # What the program says counts, not what the library remembers.
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return Widget(child)
            except GLib.GError:
                continue  # one that is just ending
        return None

    @property
    def application(self):
        if self._application is None:
            self._application = wait_until(self._find_application,
                                           what="purser on the accessibility bus")
        return self._application

    def widgets(self, role, name):
        """All that are shown; none while the tree is changing under the walk."""
        try:
            return [widget for widget in self.application.all(cells=role == "table cell")
                    if widget.role == role and widget.name == name and widget.showing]
        except GLib.GError:
            if self.process.poll() is not None:
                raise AssertionError(f"purser ended with {self.process.returncode}") from None
            return []

    def shown(self, role, name):
        return bool(self.widgets(role, name))

    def find(self, role, name, seconds=None):
        """The one shown widget of this role and name, once there is one."""
        found = wait_until(lambda: self.widgets(role, name), seconds,
                           lambda: f"{role} “{name}”; shown are:\n{self.outline()}")
        if len(found) > 1:
            raise AssertionError(f"there are {len(found)} of {role} “{name}”")
        return found[0]

    def gone(self, role, name):
        wait_until(lambda: not self.shown(role, name), what=f"{role} “{name}” to go")

    def outline(self):
        """What is shown and has a name, a line each, for messages of failed tests."""
        lines = []
        for widget in self.application.all():
            try:
                if widget.showing and widget.name:
                    state = "" if widget.enabled else " (disabled)"
                    lines.append(f"  {widget}{state} {widget.description}")
            except GLib.GError:
                continue
        return "\n".join(lines)

    def focused(self):
        """The name of the widget that has the keyboard."""
        # The current tab always says that it has the focus, and a group says it of its fields:
        # the last one in the tree is the innermost.
        names = [widget.name for widget in self.application.all()
                 if widget.focused and widget.showing and widget.role != "page tab"]
        return names[-1] if names else None

    # The window's parts, by what the design calls them.

    def button(self, name):
        return self.find("push button", name)

    def field(self, name):
        return self.find("text", name)

    def spin(self, name):
        return self.find("spin button", name)

    def check(self, name):
        return self.find("check box", name)

    def shown_text(self, name):
        """What a label of this fixed name shows."""
        return self.find("label", name).description

    def message(self, words=""):
        """The message bar's text, once it has one with these words in it; of several, any."""
        any_of = (words,) if isinstance(words, str) else words

        def text():
            bars = self.widgets("frame", "Message")
            shown = bars[0].description if bars else None
            return shown if shown and any(one in shown for one in any_of) else None
        return wait_until(text, what=lambda: f"a message with “{words}”; shown are:\n"
                          + self.outline())

    def load(self, name):
        """Loads a token by typing its name."""
        self.field("Token name").type(name)
        keys("Return")
        self.wait_loaded(name)

    def wait_loaded(self, name):
        wait_until(lambda: self.shown_text("Loaded token") == name and self.spin("Balance").enabled,
                   what=lambda: f"{name} to be loaded; shown are:\n{self.outline()}")

    def menu_item(self, menu, item):
        """Opens a menu with the mouse and gives one of its items."""
        self.find("menu item", menu).click()
        return self.find("menu item", item)

    def quit(self):
        """Ends it as a person would, and gives its exit code."""
        keys("ctrl+q")
        return self.process.wait(PATIENCE)

    def stop(self):
        """Ends it, if it still runs; fails if it ended by itself in another way than quit()."""
        if self._log.closed:
            return
        ended_with = self.process.poll()
        if ended_with is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        said = self.log().decode(errors="replace")
        self._log.close()
        if ended_with not in (None, 0, -signal.SIGKILL):
            raise AssertionError(f"purser ended with {ended_with}:\n{said}")
        if not self._talks and COMPLAINTS.search(said):
            raise AssertionError(f"purser complained:\n{said}")


def home_environment(home):
    """The variables that make a folder somebody's home."""
    return {"HOME": home, "XDG_CONFIG_HOME": os.path.join(home, ".config"),
            "XDG_DATA_HOME": os.path.join(home, ".local", "share"),
            "XDG_CACHE_HOME": os.path.join(home, ".cache"),
            "XDG_STATE_HOME": os.path.join(home, ".local", "state")}


def sign_in_beforehand(home, url, jwt, account="Test"):
    """What the sign-in dialog would leave behind; the JWT goes through standard input."""
    result = subprocess.run([program("purser-cli"), "login", "--account", account, "--url", url],
                            env=dict(os.environ, **home_environment(home)), input=jwt.encode(),
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if result.returncode != 0:
        raise AssertionError("purser-cli login failed: " + result.stdout.decode())


def keyring_entries(*attributes):
    """What the keyring finds, as secret-tool prints it; attributes: name, value, ..."""
    result = subprocess.run(["secret-tool", "search", "--all", *attributes],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return result.stdout.decode()
