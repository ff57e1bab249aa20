//! That cycle, commitment and State pages, their files and the database agree with one another to the last number; and that
//! this would be noticed if they did not.

import assert from "node:assert/strict";
import * as files from "./agree-files.mjs";
import * as pages from "./agree-pages.mjs";
import { isSomething, Record, reportRows } from "./record.mjs";

/** Everything public about progress reports on this server, each against the rows of its database. */
export async function agrees(cast) {
  const rows = await reportRows(cast.server);
  const record = new Record(rows);
  const visitor = await reader(cast);
  await files.cycles(visitor, record);
  await pages.cycles(visitor, record);
  for (const { year } of record.cycles) {
    await files.cycle(visitor, record, year);
    await pages.cycle(visitor, record, year);
  }
  for (const id of record.commitments.keys()) await files.commitment(visitor, record, id);
  for (const id of worthOpening(record)) await pages.commitment(visitor, record, id);
  for (const report of record.reports) {
    await files.report(visitor, record, report);
    await pages.report(visitor, record, report);
  }
  for (const code of new Set(record.reports.map(({ state }) => state.code))) {
    await files.history(visitor, record, code);
    await pages.history(visitor, record, code);
  }
  await files.everything(visitor, record);
  await isNoticed(visitor, rows, record);
  return record;
}

/** Somebody who reads much. What the pages look like is looked at elsewhere. */
async function reader(cast) {
  const { quick } = cast;
  cast.quick = true;
  const visitor = await cast.anybody();
  cast.quick = quick;
  return visitor;
}

/** The pages of commitments on which there is something to read, and of one on which there is nothing. */
function worthOpening(record) {
  const ids = [...record.commitments.keys()];
  const isEmpty = (id) => record.saidOn(id).length === 0;
  return [...ids.filter((id) => !isEmpty(id)), ids.find(isEmpty)].filter(Boolean);
}

/** Had one State kept back what it says on one commitment, every file and page that shows it would disagree. */
async function isNoticed(visitor, rows, record) {
  const report = record.reports.filter(({ since }) => since === undefined).at(-1);
  const [id] = Object.entries(record.cellsOf(report)).find(([, cell]) => cell === "reported");
  const other = new Record(withholding(rows, report, id));
  const { cycle } = report;
  assert.equal(other.cellsOf(other.report(report.state.code, cycle))[id], "withheld");
  await disagrees(files.history(visitor, other, report.state.code));
  for (const say of [files, pages]) {
    await disagrees(say.cycle(visitor, other, cycle));
    await disagrees(say.commitment(visitor, other, id));
    await disagrees(say.report(visitor, other, report));
  }
}

const disagrees = (comparison) => assert.rejects(comparison, { code: "ERR_ASSERTION" });

/** The same rows, but for what this State approved to be read on this commitment. */
function withholding(rows, { cycle, state, version, said }, id) {
  const copy = structuredClone(rows);
  const { filing } = copy.report_publication.find((row) => row.cycle === cycle && row.state === state.code && row.withdrawn === null);
  const serving = version.questions.filter((question) => question.serves.includes(id) && isSomething(said.get(question.id)));
  for (const submission of copy.submission.filter((row) => row.filing === filing)) {
    const approved = JSON.parse(submission.content);
    for (const question of serving) approved.content.form.answers[question.id].answer = { withheld: "security" };
    submission.content = JSON.stringify(approved);
  }
  return copy;
}
