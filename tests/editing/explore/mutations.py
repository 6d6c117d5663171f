#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each mend of the promise once, by name, in a copy of the sources, and looks whether
tst_exploration finds it. Arguments are parts of names: those mutations alone. Run it with
./dev mutations, which sets up what it needs."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
COPY = ROOT / "build" / "mutations"
JOURNAL = "app/journal/journal.cpp"
QUERIES = "app/journal/journalqueries.cpp"
SUBMIT = "app/editing/tokeneditor_submit.cpp"
EVIDENCE = "app/editing/evidence.cpp"
SETTLER = "app/editing/settler.cpp"
MOMENT = "app/system/moment.cpp"
FATE = "app/editing/draftfate.cpp"
WORKPLACE = "app/editing/workplace.cpp"

# Name, then each place of it: file, what stands there (once), what is put there instead. In front
# of them the pair in which it shows, where the time of a short run hardly suffices to come to it:
# that one is played to its end.
MUTATIONS = [
    ("what was written since the read sends nobody back",
     (JOURNAL, "if (isStale) {", "if (false) {")),
    ("only one's own account's rows send back",
     (JOURNAL, """ofToken + "seq > ? LIMIT 1"_L1,
                                 ofTokenValues(record.key) + QVariantList{guard.read.seq},""",
      """ofToken + "account_id = ? AND seq > ? LIMIT 1"_L1,
                                 ofTokenValues(record.key)
                                     + QVariantList{record.key.accountId, guard.read.seq},""")),
    ("the journal's number is asked for after the read",
     (SUBMIT, "                writeIntent(*bearer);",
      """                m_log.journal().ask(
                    this, [](Journal &journal) { return journal.mark(); },
                    thisStep([this, held = *bearer](const auto &mark) {
                        m_submission.mark = *mark;
                        writeIntent(held);
                    }));""")),
    ("an undecided change is in nobody's way",
     (JOURNAL, "if (isUndecided && !guard.evenIfUndecided) {", "if (false) {")),
    ("another account's undecided change is in nobody's way",
     (JOURNAL, """ofToken + notApartSql(u"changes"_s) + " AND "_L1 + UndecidedSql""",
      """ofToken + "account_id = ? AND "_L1 + UndecidedSql"""),
     (JOURNAL, "ofTokenValues(record.key) + QVariantList{jsonArray(guard.apart)},",
      "ofTokenValues(record.key) + QVariantList{record.key.accountId},")),
    ("rivals are not weighed",
     (SETTLER, "weighRivals(change, *rivals, m_clock.moment());", "")),
    ("rivals are those written later by the wall clock",
     (QUERIES, "AND (other.seq > one.read_seq ", "AND (other.created_at > one.created_at ")),
    ("rivals are those of one's own account",
     "settle x send the same anyway, lost, two accounts",
     (QUERIES, "ON other.id <> one.id AND other.service_url",
      "ON other.id <> one.id AND other.account_id = one.account_id AND other.service_url")),
    ("an undecided older change is no rival",
     "settle x send the same anyway, held back, two accounts",
     (QUERIES, '"OR other."_L1\n            + UndecidedSql',
      '"OR 0 AND other."_L1\n            + UndecidedSql')),
    ("a change closed by hand is no rival",
     "send the same anyway x submit, after one held back, two accounts",
     (QUERIES, "other.outcome = 'abandoned' AND other.settled_how = 'user'", "0")),
    ("a change closed by hand is past at once",
     "send the same anyway x submit, after one held back, two accounts",
     (EVIDENCE, "    const ChangeRecord &record = change.record;\n    if (!record.readSeq",
      "    return true;\n    const ChangeRecord &record = change.record;\n    if (!record.readSeq")),
    ("a field that a rival set is proof",
     "settle x set it back anyway, applied, two accounts",
     (EVIDENCE, "    if (change.sentAlone) {\n        return story;", "    if (true) {\n        return story;")),
    ("not applied without any wait",
     (EVIDENCE, "return isLongOver(change, sighting) ? Verdict::NotApplied : Verdict::NotSeenYet;",
      "return Verdict::NotApplied;")),
    ("half a minute by the wall clock",
     "settle x submit, held back, one account",
     (MOMENT, "return std::max(Milliseconds(0), to.monotonic - from.monotonic);",
      "return std::max(Milliseconds(0), wallTime(from, to));")),
    ("what another life sent is over when it is taken over",
     (EVIDENCE, "if (change.mayHaveWaited.count() == 0) {",
      "if (change.mayHaveWaited.count() != 0) {\n        return true;\n    }\n    if (true) {")),
    ("the body leaves however old its intent is",
     (SUBMIT, "return atMost(written, clock->moment()) <= LongestIntent;", "return true;"),
     (SUBMIT, "} else if (m_cancelled || isTooOld()) {", "} else if (m_cancelled) {")),
    ("an intent's age is the time awake",
     (MOMENT, """return std::max({Milliseconds(0), to.monotonic - from.monotonic, to.sinceBoot - from.sinceBoot,
                     wallTime(from, to)});""",
      "return std::max(Milliseconds(0), to.monotonic - from.monotonic);")),
    ("\"Send anyway\" closes other accounts' rows",
     (JOURNAL, '"AND account_id = ? AND run = ? AND outcome', '"AND ? <> \'\' AND run = ? AND outcome')),
    ("\"Send anyway\" closes other runs' rows",
     (JOURNAL, '"AND account_id = ? AND run = ? AND outcome',
      '"AND account_id = ? AND ? <> \'\' AND outcome')),
    ("a draft is matched with the newest change",
     (QUERIES, 'readChange(u"WHERE submit = ?"_s', 'readChange(u"WHERE ? <> \'\' ORDER BY id DESC LIMIT 1"_s')),
    ("a draft is matched with nothing",
     (QUERIES, 'readChange(u"WHERE submit = ?"_s', 'readChange(u"WHERE submit = ? AND 0"_s')),
    ("a change is taken back twice",
     (JOURNAL, "return !failed && isUndone ? JournalProblem{ProblemKind::AlreadyUndone, {}} : failed;",
      "return failed;")),
]


def run(command, **options):
    return subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, **options)


def copy_sources():
    """Writes only what differs, so that only that is compiled again."""
    source = COPY / "source"
    wanted = {pathlib.Path(file) for file in ("CMakeLists.txt", "CMakePresets.json")}
    for part in ("app", "ui", "resources", "tests", "cmake", "packaging"):
        for file in (ROOT / part).rglob("*"):
            if file.is_file() and "node_modules" not in file.parts:
                wanted.add(file.relative_to(ROOT))
    wanted |= {file.relative_to(ROOT) for file in ROOT.glob("*") if file.suffix == ".md"
               or file.name == "LICENSE"}
    for file in wanted:
        there = source / file
        content = (ROOT / file).read_bytes()
        if not there.exists() or there.read_bytes() != content:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)
            shutil.copymode(ROOT / file, there)
    for there in source.rglob("*"):
        if there.is_file() and there.relative_to(source) not in wanted:
            there.unlink()
    return source


def build(source):
    environment = dict(os.environ, CCACHE_BASEDIR=str(source), CCACHE_NOHASHDIR="1")
    if not (COPY / "build" / "build.ninja").exists():
        done = run(["cmake", "--preset", "core", "-S", str(source), "-B", str(COPY / "build")],
                   env=environment, cwd=source)
        if done.returncode != 0:
            sys.exit(done.stdout)
    return run(["cmake", "--build", str(COPY / "build"), "--target", "tst_exploration"],
               env=environment)


def explore(pair):
    """The first failure's row; empty where nothing was found."""
    command = [next(COPY.glob("build/**/tst_exploration"))]
    environment = dict(os.environ)
    if pair:
        command.append(f"whatTheJournalSaysOfAPairHappened:{pair}")
        environment.update(PURSER_LONG="1", QTEST_FUNCTION_TIMEOUT="3600000")
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        lines = iter(process.stdout.readline, "")
        for line in lines:
            if line.startswith("FAIL!"):
                row = re.search(r"Happened\((.*?)\) ", line)
                return (row.group(1) if row else line).strip()
        return "" if process.wait() == 0 else "it crashed"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def main():
    wanted = sys.argv[1:]
    chosen = [one for one in MUTATIONS
              if not wanted or any(part in one[0] for part in wanted)]
    source = copy_sources()
    first = build(source)
    if first.returncode != 0:
        sys.exit(first.stdout)
    missed = []
    for name, *rest in chosen:
        pair = rest[0] if isinstance(rest[0], str) else ""
        places = rest[1:] if pair else rest
        before = {}
        for file, is_there, instead in places:
            text = (source / file).read_text(encoding="utf-8")
            if text.count(is_there) != 1:
                sys.exit(f"{name}: {file} has its place {text.count(is_there)} times")
            before.setdefault(file, text)
            (source / file).write_text(text.replace(is_there, instead), encoding="utf-8")
        built = build(source)
        if built.returncode != 0:
            sys.exit(f"{name} does not build:\n{built.stdout}")
        start = time.monotonic()
        found = explore(pair)
        if not found:
            missed.append(name)
        print(f"{'found' if found else 'MISSED':6}  {time.monotonic() - start:4.0f} s  {name}"
              + (f"\n                in {found}" if found else ""), flush=True)
        for file, text in before.items():
            (source / file).write_text(text, encoding="utf-8")
    print(f"{len(chosen) - len(missed)} of {len(chosen)} found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
