//! That the pages of progress reports say what was reckoned from the database (`record.mjs`). Pages are read in the browser:
//! every row of every table, every question with every word beside it, and where a cell leads.

import assert from "node:assert/strict";
import { instrumentOf } from "./record.mjs";

const spaced = (text) => String(text).replace(/\s+/g, " ").trim();

// Reading a page.

/** For each of these parts of a page, the texts of these parts of it, shown or folded away, but for what is in those. */
export const grid = (found, cells, but) =>
  found.evaluateAll(
    (elements, [cells, but]) => {
      const text = (element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const parts = [];
        while (walker.nextNode()) if (!but || !walker.currentNode.parentElement.closest(but)) parts.push(walker.currentNode.data);
        return parts.join(" ").replace(/\s+/g, " ").trim();
      };
      return elements.map((element) => [...element.querySelectorAll(cells)].map(text));
    },
    [cells, but],
  );

const tableOf = (visitor, name) => visitor.page.getByRole("table", { name, exact: true });

const rowsOf = (table) => grid(table.locator("tr"), "th, td");

// What it is to say.

const nameOf = (visitor, { name, invented }) => (invented ? visitor.say("publications-demonstration", { state: name }) : name);

/** A day as a page writes it: of `2026-03-09`, of `2026-03`, of `2026`, or of a moment. */
function written(visitor, date) {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return [day, month && visitor.say(`month-${month}`), year].filter(Boolean).join(" ");
}

const grouped = (number) => (number < 10_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, " "));

/** What a choice is called in its questionnaire. */
const label = (visitor, kind, code, other) => {
  const { label } = Object.values(kind)[0].find((choice) => choice.code === code);
  return other && code === "other" ? visitor.say("answers-other", { code: label, which: `\u2068${other}\u2069` }) : label;
};

/** A value in words. */
function valued(visitor, { kind }, { type, ...of }) {
  const number = () => (of.estimate ? visitor.say("answers-estimate", { number: grouped(of.number) }) : grouped(of.number));
  const types = {
    progress: () => `${visitor.say(`progress-${of.as_stated}`)} ${visitor.say("progress-as-stated")}`,
    choice: () => label(visitor, kind, of.code, of.other),
    choices: () => of.codes.map((code) => label(visitor, kind, code, of.other)).join(", "),
    number: () => (kind.number.unit ? visitor.say("progress-number", { number: number(), unit: kind.number.unit }) : number()),
    date: () => written(visitor, of.date),
    text: () => of.text,
    links: () => "",
  };
  return types[type]();
}

/** What stands beside a question: the answer, then the links. */
export function answered(visitor, question, { answer, reason, value, evidence = [] }) {
  const withheld = () => visitor.say("answers-withheld", { reason: visitor.say(`withhold-reason-${reason}`) });
  const says = { given: () => valued(visitor, question, value), withheld }[answer] ?? (() => visitor.say(`answers-${answer}`));
  const links = [...(value?.links ?? []), ...evidence];
  const pointing = links.length > 0 ? `${visitor.say("progress-evidence")} ${links.join(" ")}` : "";
  return [says(), pointing].map(spaced).filter((words) => words !== "");
}

const rowOf = (visitor, [question, said]) => [spaced(question.text), ...answered(visitor, question, said)];

// The pages.

/** The list of cycles: the chart, and the table beside it. */
export async function cycles(visitor, record) {
  await visitor.open("/cycles");
  const years = record.cycles.map(({ year }) => year);
  const every = Array.from({ length: years[0] - years.at(-1) + 1 }, (_, at) => years[0] - at);
  const figures = every.map((year) => (years.includes(year) ? record.figuresOf(year) : { cycle: year }));
  const [, ...rows] = await rowsOf(tableOf(visitor, visitor.say("cycles-chart")));
  assert.deepEqual(rows, figures.map((of) => cycleRow(visitor, of)));
  const chart = visitor.page.getByRole("img", { name: visitor.say("cycles-chart"), exact: true });
  const [texts] = await grid(chart, "text");
  assert.deepEqual(texts, figures.flatMap((of) => [String(of.cycle), bar(visitor, of)]));
}

function cycleRow(visitor, { cycle, participating, reported, partial, further }) {
  if (participating === undefined) return [String(cycle), visitor.say("cycles-no-cycle")];
  const more = further === undefined ? [] : [visitor.say("cycles-further", { number: further })];
  const year = partial ? [cycle, visitor.say("cycles-so-far")] : [cycle];
  return [year.join(" "), String(participating), [reported, ...more].join(" ")];
}

function bar(visitor, { participating, reported, partial }) {
  if (participating === undefined) return visitor.say("cycles-no-cycle");
  return visitor.say(partial ? "cycles-of-so-far" : "cycles-of", { number: reported, participating });
}

/** A cycle: its figures by region, the table of each instrument, and commitment by commitment. */
export async function cycle(visitor, record, year) {
  await visitor.open(`/cycles/${year}`);
  const { participating, reported, partial, further } = record.figuresOf(year);
  await visitor.says("cycle-participating", { number: participating });
  await visitor.says("cycle-reported", { number: reported });
  await visitor[partial ? "says" : "saysNothingOf"]("cycle-partial");
  if (further !== undefined) await visitor.says("cycles-further", { number: further });
  const [, ...regions] = await rowsOf(tableOf(visitor, visitor.say("cycle-regions")));
  const expected = record.regionsOf(year).map(({ region, ...of }) => [visitor.say(`regional-group-${region}`), String(of.participating), String(of.reported)]);
  assert.deepEqual(regions, [...expected, [visitor.say("cycle-total"), String(participating), String(reported)]]);
  await tallies(visitor, record, year);
  const asked = new Set(Object.keys(record.talliesOf(year)).map(instrumentOf));
  for (const instrument of asked) await matrix(visitor, record, year, instrument);
}

async function tallies(visitor, record, year) {
  const region = visitor.page.getByRole("region", { name: visitor.say("cycle-tally"), exact: true });
  const rows = await grid(region.locator("tbody tr"), "th, td");
  const found = rows.map(([item, ...figures]) => [item, figures.map(Number)]);
  const expected = Object.entries(record.talliesOf(year)).map(([id, figures]) => [`${id} ${record.commitments.get(id).title}`, Object.values(figures)]);
  assert.deepEqual(new Map(found), new Map(expected));
}

/** The table of one instrument: a row for each State, and where each of its cells leads. */
async function matrix(visitor, record, year, instrument) {
  await visitor.open(`/cycles/${year}?of=${instrument}`);
  const table = tableOf(visitor, visitor.say(`instrument-${instrument}`));
  const [[, , ...heads], ...rows] = await rowsOf(table);
  const ids = heads.map((head) => head.split(" ")[0]);
  const reports = record.reportsOf(year);
  const expected = reports.map((report) => matrixRow(visitor, record, report, ids));
  assert.deepEqual(rows.filter(({ length }) => length > 1), expected);
  const bodies = rows.filter(({ length }) => length === 1).flat();
  assert.deepEqual(bodies, [...new Set(reports.map(({ state }) => visitor.say(`regional-group-${state.region}`)))]);
  const links = await table.locator("td a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(links, reports.flatMap((report) => leads(record, report, ids, instrument)));
}

function matrixRow(visitor, record, report, ids) {
  const words = record.wordsOf(report);
  const tier = words && words !== report ? visitor.say("cycle-words-of", { year: words.cycle }) : visitor.say(`tier-${report.tier}`);
  const cells = record.cellsOf(report);
  const said = ids.map((id) => visitor.say(`cell-${{ undefined: "not-asked", "nothing-to-read": "nothing" }[cells[id]] ?? cells[id]}`));
  return [nameOf(visitor, report.state), `${written(visitor, report.published)} ${tier}`, ...said];
}

/** Cells with something to read lead to where the State's words stand. */
function leads(record, report, ids, instrument) {
  const cells = record.cellsOf(report);
  const readable = ids.filter((id) => cells[id] !== undefined && cells[id] !== "nothing-to-read");
  return readable.map((id) => `/cycles/${record.wordsOf(report).cycle}/${report.state.code}?by=${instrument}#${id}`);
}

/** One State's report: every question, in page order, with all that is said to it; and those it was not asked. */
export async function report(visitor, record, { cycle, state }) {
  const { since, version, said, hash } = record.report(state.code, cycle);
  await visitor.open(`/cycles/${cycle}/${state.code}`);
  await visitor.shows(hash);
  const main = visitor.page.getByRole("main");
  const rows = await grid(main.locator("dl.answers > div"), "dt, dd");
  if (since !== undefined) {
    await visitor.says("public-report-nothing-new", { state: nameOf(visitor, state), year: since });
    return assert.deepEqual(rows, []);
  }
  const questions = version.questions.map((question) => [question, said.get(question.id)]);
  const isAsked = ([, { answer }]) => answer !== "not-asked";
  assert.deepEqual(rows, questions.filter(isAsked).map((one) => rowOf(visitor, one)));
  const notAsked = await grid(main.locator("details"), "li");
  assert.deepEqual(notAsked.flat(), questions.filter((one) => !isAsked(one)).map(([{ text }]) => spaced(text)));
}

/** What States say on a commitment. */
export async function commitment(visitor, record, id) {
  await visitor.open(`/commitments/${id}`);
  const said = visitor.page.getByRole("region", { name: visitor.say("commitment-said"), exact: true });
  const on = record.saidOn(id);
  if (on.length === 0) await visitor.says("commitment-said-none");
  const titles = on.map(({ report: { state, cycle } }) => visitor.say("commitment-said-by", { state: nameOf(visitor, state), year: cycle }));
  assert.deepEqual((await grid(said, "h3")).flat(), titles);
  const lists = await grid(said.locator("dl"), "dt, dd");
  assert.deepEqual(lists, on.map(({ answers }) => answers.flatMap((one) => rowOf(visitor, one))));
}

/** The order of the kinds on a State's page. */
const KINDS = ["changed", "new", "gone", "no-longer-asked", "same"];

/** A State's page: its reports over the years, and how each answer changed. */
export async function history(visitor, record, code) {
  const state = record.states.get(code);
  for (const path of [`/participants/${code}`, `/participants/${code}/reports`]) {
    await visitor.open(path);
    const links = visitor.page.getByRole("link", { name: new RegExp(`^${visitor.say("cycle-title", { year: "" })}`) });
    const lines = visitor.page.getByRole("main").getByRole("listitem").filter({ has: links });
    assert.deepEqual(await grid(lines, "time, h3, p"), record.reportsBy(code).map((report) => reportLine(visitor, report)));
  }
  await visitor.isAt("history-title", { state: nameOf(visitor, state) });
  const changes = record.changesOf(code);
  if (changes.length === 0) await visitor.says("history-none");
  for (const one of changes) await changed(visitor, code, one);
}

function reportLine(visitor, { published, cycle, tier, since }) {
  const said = since === undefined ? visitor.say(`tier-${tier}`) : visitor.say("history-nothing-new", { year: since });
  return [written(visitor, published), visitor.say("cycle-title", { year: cycle }), said];
}

async function changed(visitor, code, { now, then, answers }) {
  await visitor.open(`/participants/${code}/reports?year=${now.cycle}`);
  const region = visitor.page.getByRole("region", { name: visitor.say("history-changes", { now: now.cycle, then: then.cycle }), exact: true });
  const kinds = KINDS.map((kind) => [kind, answers.filter((answer) => answer.kind === kind)]).filter(([, of]) => of.length > 0);
  const titles = kinds.map(([kind, of]) => `${visitor.say(`change-${kind}`)} ${visitor.say("history-count", { number: of.length })}`);
  assert.deepEqual((await grid(region, "h3")).flat(), titles);
  const rows = await grid(region.locator("dl > div"), "dt, dd");
  assert.deepEqual(rows, kinds.flatMap(([, of]) => of.map((answer) => inBothYears(visitor, answer, now.cycle, then.cycle))));
}

function inBothYears(visitor, { kind, then, now }, year, before) {
  const [question] = now ?? then;
  const said = (one, of) => (one ? [...(kind === "same" ? [] : [String(of)]), ...answered(visitor, ...one)] : []);
  return [spaced(question.text), ...said(kind === "same" ? undefined : then, before), ...said(now, year)];
}
