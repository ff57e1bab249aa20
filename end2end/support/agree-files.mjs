//! That the files of progress reports say what was reckoned from the database (`record.mjs`), line by line and member by
//! member: no line more, none less, none elsewhere.

import assert from "node:assert/strict";
import { instrumentOf, tabled } from "./record.mjs";
import { table } from "./report.mjs";
import { unpacked } from "./wire.mjs";

const text = async (visitor, path) => (await visitor.asks(path)).text();

const json = async (visitor, path) => (await visitor.asks(path)).json();

/** Every line of a table says for itself what it is; then come these lines and no others. */
function holds(visitor, name, csv, expected) {
  const lines = table(csv).map(({ notice, ...line }) => {
    assert.equal(notice, visitor.say("participation-is-no-assessment"), name);
    return line;
  });
  assert.deepEqual(lines, expected, name);
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
  holds(visitor, "cycles.csv", await text(visitor, "/data/cycles.csv"), lines);
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
  holds(visitor, `${year}.csv`, await text(visitor, `/data/cycles/${year}.csv`), cells);
  holds(visitor, `${year}.answers.csv`, await text(visitor, `/data/cycles/${year}.answers.csv`), answers(record, year));
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
  record.reportsOf(year).flatMap(({ cycle, state, published, version, said }) =>
    version.questions.filter(({ id }) => said.has(id)).map(({ section, id, text, serves }) =>
      words({ cycle, ...inTable(state), published, questionnaire: version.version, section, question: id, text, serves: serves.join(" "), ...tabled(said.get(id)) }),
    ),
  );

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
  holds(visitor, `${id}.csv`, await text(visitor, `/data/commitments/${id}.csv`), lines);
}

/** One State's report. */
export async function report(visitor, record, { cycle, state }) {
  const expected = asJson(visitor, record.report(state.code, cycle), await site(visitor));
  assert.deepEqual(await json(visitor, `/data/reports/${cycle}-${state.code}.json`), expected);
}

function asJson(visitor, { cycle, state, published, tier, version, about, since, said, hash }, at) {
  const answers = since === undefined ? { answers: Object.fromEntries(said) } : { nothing_new_since: since };
  const asked = { questionnaire: version.version, questionnaire_sha256: version.hash, asked_about: about };
  const notice = visitor.say("participation-is-no-assessment");
  return { notice, address: `${at}/cycles/${cycle}/${state.code}`, cycle, state: named(state), published, content: { approved_sha256: hash, tier, ...asked, ...answers } };
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
