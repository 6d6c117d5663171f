# SPDX-License-Identifier: GPL-3.0-or-later
"""A JWT that nobody else has, and the search for it in everything that could have kept it."""

import base64
import json
import os
import pathlib
import random
import string
import time
import urllib.parse

LETTERS = string.ascii_letters + string.digits


def noise(length, letters=LETTERS):
    return "".join(random.SystemRandom().choices(letters, k=length))


def encoded(content):
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


class Canary:
    def __init__(self):
        self._claim = noise(32)
        header = encoded({"alg": "HS256", "typ": "JWT", "kid": noise(24)})
        claims = encoded({"jti": self._claim, "exp": int(time.time()) + 3600})
        # All characters that a bearer token may have, so that encodings of it differ from it.
        self.jwt = f"{header}.{claims}.{noise(60)}+/~_-{noise(20)}=="
        self._spellings = self._all_spellings()

    def _all_spellings(self):
        texts = [self.jwt, *self.jwt.split("."), self._claim]
        texts += [urllib.parse.quote(text, safe="") for text in texts]
        texts += [text.replace("/", "\\/") for text in texts]
        data = [text.encode() for text in texts]
        for text in (self.jwt, *self.jwt.split(".")):
            # What stands before it decides how base64 groups the bytes.
            for shift in range(3):
                grouped = base64.b64encode(b"x" * shift + text.encode())[4:-4]
                data += [grouped, grouped.replace(b"+", b"-").replace(b"/", b"_")]
        return data + [text.encode("utf-16-le") for text in texts]

    def is_in(self, data):
        """Whether any spelling of the canary, or of a part of it, is in the data."""
        return any(spelling in data for spelling in self._spellings)

    def letters_are_in(self, text):
        """Whether it is there as it would be typed, letter by letter."""
        return any(part in text for part in self.jwt.split("."))

    def files(self, *folders):
        """The files below these folders that hold it, in their name or their content."""
        found = []
        for folder in folders:
            for path in pathlib.Path(folder).rglob("*"):
                if self.is_in(os.fsencode(path)) or (is_plain_file(path)
                                                     and self.is_in(path.read_bytes())):
                    found.append(str(path))
        return found

    def processes(self):
        """What processes were told by an argument or their environment, as far as can be seen."""
        found = []
        for entry in pathlib.Path("/proc").glob("[0-9]*"):
            for kind in ("cmdline", "environ"):
                if self.is_in(process_data(entry / kind)):
                    found.append(f"{entry}/{kind}")
        return found


def is_plain_file(path):
    return path.is_file() and not path.is_symlink() and not path.is_socket()


def process_data(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""  # it has ended, or belongs to somebody else
