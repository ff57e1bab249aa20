//! That the files of progress reports say what was reckoned from the database (`record.mjs`), line by line and member by
//! member, in JSON, in CSV and in workbooks: no line more, none less, none elsewhere.

import assert from "node:assert/strict";
import { instrumentOf, tabled } from "./record.mjs";
import { table } from "./report.mjs";
import { unpacked } from "./wire.mjs";
import { sheet } from "./workbook.mjs";

const text = async (visitor, path) => (await visitor.asks(path)).text();

const json = async (visitor, path) => (await visitor.asks(path)).json();

/** A table, as CSV and as a workbook: every line says for itself what it is; these are the lines and no others. */
async function holds(visitor, path, expected) {
  const notice = visitor.say("participation-is-no-assessment");
  const lines = expected.map((line) => ({ ...line, notice }));
  assert.deepEqual(table(await text(visitor, `${path}.csv`)), lines, `${path}.csv`);
  assert.deepEqual(sheet(await (await visitor.asks(`${path}.xlsx`)).body()), lines, `${path}.xlsx`);
}

const words = (line) => Object.fromEntries(Object.entries(line).map(([name, cell]) => [name, String(cell ?? "")]));

const named = ({ code, name, invented }) => ({ code, name, invented });

const inTable = ({ code, name, invented }) => ({ state: code, state_name: name, invented });

/** Where the site says that it is: addresses in files begin with it. */
const site = async (visitor) => new URL((await json(visitor, "/data/cycles.json")).cycles[0].address).origin;

/** The list of cycles. */
export async function cycles(visitor, record) {
  const at = await site(visitor);
  const figures = record.cycles.map(({ year }) => record.figuresOf(year));
  const expected = figures.map((of) => ({ ...of, address: `${at}/cycles/${of.cycle}`, json: `${at}/data/cycles/${of.cycle}.json` }));
  assert.deepEqual((await json(visitor, "/data/cycles.json")).cycles, expected);
  const lines = expected.map(({ cycle, participating, reported, partial, further, address }) => words({ cycle, participating, reported, partial, further, address }));
  await holds(visitor, "/data/cycles", lines);
}

/** A cycle: figures, table, tallies, and every answer in it. */
export async function cycle(visitor, record, year) {
  const at = await site(visitor);
  const whole = await json(visitor, `/data/cycles/${year}.json`);
  const { questionnaire, opens, due, closes } = record.plan(year);
  assert.deepEqual([whole.questionnaire, whole.opens, whole.due, whole.closes], [questionnaire, opens, due, closes]);
  const { address, json: file, ...figures } = whole.figures;
  assert.deepEqual([figures, address, file], [record.figuresOf(year), `${at}/cycles/${year}`, `${at}/data/cycles/${year}.json`]);
  assert.deepEqual(whole.regions, record.regionsOf(year));
  const table = record.reportsOf(year).map((report) => row(record, report, at));
  assert.deepEqual(whole.table, table.map(({ words, ...rest }) => (words ? { ...rest, words } : rest)));
  assert.deepEqual(whole.commitments, record.talliesOf(year));
  assert.deepEqual(whole.reports, record.reportsOf(year).map((report) => asJson(visitor, report, at)));
  const cells = table.flatMap(({ state, cells, ...rest }) => Object.entries(cells).map(([commitment, cell]) => inCell(year, state, rest, commitment, cell)));
  await holds(visitor, `/data/cycles/${year}`, cells);
  await holds(visitor, `/data/cycles/${year}.answers`, answers(record, year));
}

function row(record, report, at) {
  const { state, published, tier, cycle } = report;
  const words = record.wordsOf(report)?.cycle;
  return { state: named(state), region: state.region, published, tier, words, cells: record.cellsOf(report), report: `${at}/data/reports/${cycle}-${state.code}.json` };
}

const inCell = (cycle, state, { region, published, tier, words: of, report }, commitment, cell) =>
  words({ cycle, ...inTable(state), region, published, tier, words: of, commitment, cell, report });

/** A line for each question of each form. */
const answers = (record, year) =>
  record.reportsOf(year).flatMap((report) => {
    const { cycle, state, published, version } = report;
    return asked(report).map((line) => words({ cycle, ...inTable(state), published, questionnaire: version.version, ...line }));
  });

/** Each question of a report with what is said to it; of one that has nothing new, none. */
const asked = ({ version, said }) =>
  version.questions
    .filter(({ id }) => said.has(id))
    .map(({ section, id, text, serves }) => ({ section, question: id, text, serves: serves.join(" "), ...tabled(said.get(id)) }));

/** What a commitment's files say, and the questions they say it to. */
export async function commitment(visitor, record, id) {
  const at = await site(visitor);
  const { commitment, said } = await json(visitor, `/data/commitments/${id}.json`);
  const { title, symbol, status } = record.commitments.get(id);
  assert.deepEqual([commitment.instrument, commitment.title, commitment.symbol, commitment.status], [instrumentOf(id), title, symbol, status]);
  const on = record.saidOn(id);
  const expected = on.map(({ report: { cycle, state, version }, answers }) => ({
    cycle,
    state: named(state),
    questionnaire: version.version,
    answers: Object.fromEntries(answers.map(([{ id }, said]) => [id, said])),
    report: `${at}/data/reports/${cycle}-${state.code}.json`,
  }));
  assert.deepEqual(said, expected, id);
  const lines = on.flatMap(({ report: { cycle, state, version }, answers }) =>
    answers.map(([{ id: question, text }, said]) => words({ commitment: id, cycle, ...inTable(state), questionnaire: version.version, question, text, ...tabled(said) })),
  );
  await holds(visitor, `/data/commitments/${id}`, lines);
}

/** One State's report. */
export async function report(visitor, record, { cycle, state }) {
  const of = record.report(state.code, cycle);
  const path = `/data/reports/${cycle}-${state.code}`;
  assert.deepEqual(await json(visitor, `${path}.json`), asJson(visitor, of, await site(visitor)));
  await holds(visitor, path, reported(of));
}

/** One State's reports over the years, the latest first. */
export async function history(visitor, record, code) {
  const at = await site(visitor);
  const { state, reports } = await json(visitor, `/data/histories/${code}.json`);
  assert.deepEqual(state, named(record.states.get(code)));
  assert.deepEqual(reports, record.reportsBy(code).map((of) => asJson(visitor, of, at)));
  await holds(visitor, `/data/histories/${code}`, record.reportsBy(code).flatMap(reported));
}

const NO_QUESTION = { section: "", question: "", text: "", serves: "", answer: "", reason: "", value: "", detail: "", evidence: "" };

/** A line for each question of a report; a single one without a question, where there is nothing new. */
function reported(report) {
  const { cycle, state, published, tier, since, version } = report;
  const start = { cycle, ...inTable(state), published, withdrawn: "", tier, nothing_new_since: since, questionnaire: version.version };
  const lines = since === undefined ? asked(report) : [NO_QUESTION];
  return lines.map((line) => words({ ...start, ...line }));
}

function asJson(visitor, { cycle, state, published, tier, version, about, since, said, hash }, at) {
  const answers = since === undefined ? { answers: Object.fromEntries(said) } : { nothing_new_since: since };
  const put = { questionnaire: version.version, questionnaire_sha256: version.hash, asked_about: about };
  const notice = visitor.say("participation-is-no-assessment");
  return { notice, address: `${at}/cycles/${cycle}/${state.code}`, cycle, state: named(state), published, content: { approved_sha256: hash, tier, ...put, ...answers } };
}

/** Every answer and every report of every cycle, as the file of everything has them. */
export async function everything(visitor, record) {
  const archive = await (await visitor.asks("/data/everything.zip")).body();
  const files = Object.fromEntries([...unpacked(archive)].map(([name, bytes]) => [name, bytes.toString("utf8")]));
  const years = record.cycles.map(({ year }) => year);
  const at = await site(visitor);
  const sorted = (lines) => lines.map((line) => JSON.stringify(line)).sort();
  const found = table(files["reports.csv"]).map(({ notice: _, ...line }) => line);
  assert.deepEqual(sorted(found), sorted(years.flatMap((year) => answers(record, year))), "reports.csv");
  const reports = files["reports.ndjson"].trim().split("\n").map((line) => JSON.parse(line));
  const place = ({ address }) => address;
  const inOrder = (all) => all.sort((one, other) => (place(one) < place(other) ? -1 : 1));
  assert.deepEqual(inOrder(reports), inOrder(record.reports.map((report) => asJson(visitor, report, at))), "reports.ndjson");
}
