//! What everyone may read of progress reports, reckoned anew from the rows of the database: from what national authorities
//! approved, from questionnaires as they were opened, and from who takes part. Nothing the portal made of them is asked:
//! neither its disclosures nor its table of public answers.
//!
//! An answer is read as the portal's files name it: `given` with a typed value, `none`, `unknown`, `withheld` with a reason,
//! `nothing-to-read`, `not-asked`.

import { createHash } from "node:crypto";
import { rows } from "./database.mjs";

/** The tables this is reckoned from. */
const TABLES = ["commitment", "cycle", "closed_figure", "filing", "questionnaire", "report_publication", "state", "submission"];

/** In the order in which the United Nations list them. */
const REGIONS = ["african", "asia-pacific", "eastern-european", "latin-american-and-caribbean", "western-european-and-others", "none"];

const INSTRUMENTS = { CDP: "pledge", 13: "norms", OSCE: "osce", UN: "un", OAS: "oas" };

/** The instrument of a commitment, by the beginning of its id. */
export const instrumentOf = (id) => INSTRUMENTS[/^(13|[A-Z]+)/.exec(id)[0]];

/** The rows of a server's database that tell of progress reports. */
export const reportRows = (server) => rows(server, ...TABLES);

/** Microseconds since 1970, as RFC 3339 has them to the second. */
const second = (at) => new Date(at / 1000).toISOString().replace(/\.\d+/, "");

const by = (items, key) => new Map(items.map((item) => [item[key], item]));

// Answers.

/** As much of a date as is known. */
const cut = ({ from, fidelity }) => second(from).slice(0, { year: 4, month: 7 }[fidelity] ?? 10);

/** A value with its type. */
function typed(value) {
  const [[kind, of]] = Object.entries(value);
  const types = {
    progress: () => ({ type: "progress", as_stated: of }),
    count: () => ({ type: "number", ...of }),
    date: () => ({ type: "date", date: cut(of) }),
    links: () => ({ type: "links", links: of }),
  };
  return types[kind]?.() ?? { type: kind, ...of };
}

/** What everyone reads of an answer. */
function read({ answer, audience, evidence = [] }) {
  if (audience !== "public" || answer === "left-blank") return { answer: "nothing-to-read" };
  const links = evidence.length > 0 ? { evidence } : {};
  if (typeof answer === "string") return { answer, ...links };
  if ("withheld" in answer) return { answer: "withheld", reason: answer.withheld };
  return { answer: "given", value: typed(answer.given), ...links };
}

/** Whether there is anything to read. */
export const isSomething = (said) => said !== undefined && !["nothing-to-read", "not-asked"].includes(said.answer);

/** How an answer stands in a table: the word, the reason, the value, what belongs to it, the links. */
export function tabled({ answer, reason = "", value, evidence = [] }) {
  const of = value ?? {};
  const plain = of.as_stated ?? of.code ?? of.codes?.join(" ") ?? of.number ?? of.date ?? of.text ?? of.links?.join(" ") ?? "";
  const details = { progress: "as stated by the State", number: of.estimate ? "estimate" : "counted", text: of.language };
  return { answer, reason, value: String(plain), detail: details[of.type] ?? of.other ?? "", evidence: evidence.join(" ") };
}

/** What there is to read on a commitment, of what is said to the questions that serve it. */
function cellOf(answers) {
  const progress = answers.filter(({ value }) => value?.type === "progress");
  if (progress.length > 0 && progress.every(({ value }) => value.as_stated === "not-applicable")) return "not-applicable";
  const says = (...words) => answers.some(({ answer }) => words.includes(answer));
  if (says("given", "none")) return "reported";
  if (says("withheld")) return "withheld";
  return says("unknown") ? "unknown" : "nothing-to-read";
}

// Reports.

/** Everything public about progress reports. */
export class Record {
  constructor(rows) {
    this.states = by(rows.state.map(stateOf), "code");
    this.versions = by(rows.questionnaire.filter(({ opened }) => opened !== null).map(versionOf), "version");
    this.commitments = by(rows.commitment, "id");
    this.figures = by(rows.closed_figure.map(({ content }) => JSON.parse(content)), "cycle");
    this.reports = rows.report_publication.filter(({ withdrawn }) => withdrawn === null).map((row) => this.reportOf(row, rows));
    this.cycles = rows.cycle.map(({ content }) => JSON.parse(content).plan).sort((one, other) => other.year - one.year);
  }

  reportOf({ filing, cycle, state, published, disclosure }, rows) {
    const { submission } = rows.filing.find(({ id }) => id === filing);
    const approved = rows.submission.find((row) => row.filing === filing && row.number === submission);
    const { questionnaire, about, content } = JSON.parse(approved.content);
    const { since } = content["nothing-new"] ?? {};
    const { depth, answers = {}, not_asked = [] } = content.form ?? {};
    const said = [...Object.entries(answers).map(([id, stated]) => [id, read(stated)]), ...not_asked.map((id) => [id, { answer: "not-asked" }])];
    return {
      cycle,
      state: this.states.get(state),
      published: second(published),
      tier: depth ?? "nothing-new",
      version: this.versions.get(questionnaire),
      about,
      since,
      said: new Map(said),
      hash: createHash("sha256").update(disclosure).digest("hex"),
    };
  }

  /** Reports of a cycle, alphabetical within each region. */
  reportsOf(year) {
    const place = ({ state }) => `${REGIONS.indexOf(state.region)} ${state.name.toLowerCase()}`;
    return this.reports.filter(({ cycle }) => cycle === year).sort((one, other) => (place(one) < place(other) ? -1 : 1));
  }

  /** The report of a State in a cycle. */
  report(state, year) {
    return this.reports.find((report) => report.cycle === year && report.state.code === state);
  }

  /** The report in which the words of this one stand, if they are public. */
  wordsOf(report) {
    return report.since === undefined ? report : this.report(report.state.code, report.since);
  }

  // A cycle.

  /** How many take part, how many reported publicly, and whether more may come. */
  figuresOf(year) {
    const closed = this.figures.get(year);
    const further = closed?.further === undefined ? {} : { further: closed.further };
    return { cycle: year, participating: this.plan(year).participating.length, reported: this.reportsOf(year).length, partial: !closed, ...further };
  }

  plan(year) {
    return this.cycles.find((plan) => plan.year === year);
  }

  /** The regions of which anybody takes part. */
  regionsOf(year) {
    const states = this.plan(year).participating.map((code) => this.states.get(code));
    const count = (region, all) => all.filter((state) => state.region === region).length;
    const reported = this.reportsOf(year).map(({ state }) => state);
    const regions = REGIONS.map((region) => ({ region, participating: count(region, states), reported: count(region, reported) }));
    return regions.filter(({ participating }) => participating > 0);
  }

  /** What there is to read of a report on each commitment its State was asked about, by id. */
  cellsOf(report) {
    const words = this.wordsOf(report);
    const cell = (id) => cellOf((words?.version.questions ?? []).filter(({ serves }) => serves.includes(id)).map((question) => words.said.get(question.id)));
    return Object.fromEntries(Object.keys(report.about).sort().map((id) => [id, cell(id)]));
  }

  /** Of how many States each commitment's cell says what; of those that anybody was asked about. */
  talliesOf(year) {
    const rows = this.reportsOf(year).map((report) => this.cellsOf(report));
    const asked = [...this.commitments.keys()].filter((id) => rows.some((row) => id in row));
    return Object.fromEntries(asked.map((id) => [id, tally(rows.map((row) => row[id]).filter(Boolean))]));
  }

  // A commitment, and a State.

  /** What States say on a commitment they were asked about: the latest cycle first, then by name, in page order. */
  saidOn(id) {
    const reports = this.reports.filter(({ about }) => id in about);
    const place = ({ cycle, state }) => `${9999 - cycle} ${state.name.toLowerCase()}`;
    const said = reports.map((report) => ({ report, answers: readable(report).filter(([{ serves }]) => serves.includes(id)) }));
    return said.filter(({ answers }) => answers.length > 0).sort((one, other) => (place(one.report) < place(other.report) ? -1 : 1));
  }

  /** A State's reports, the latest first. */
  reportsBy(code) {
    return this.reports.filter(({ state }) => state.code === code).sort((one, other) => other.cycle - one.cycle);
  }

  /** How the words of each of a State's reports stand to those of the one before, the latest first. */
  changesOf(code) {
    const words = this.reportsBy(code).filter(({ since }) => since === undefined);
    return words.slice(0, -1).map((now, at) => ({ now, then: words[at + 1], answers: this.changed(words[at + 1], now) }));
  }

  /** Every question with something to read in either report: what was said then and now, and how the two stand. */
  changed(then, now) {
    const same = this.sameQuestions(then.version, now.version);
    const was = (id) => same.get(id) && readable(then).find(([question]) => question.id === same.get(id));
    const is = (id) => readable(now).find(([question]) => question.id === id);
    const asked = now.version.questions.map(({ id }) => ({ then: was(id), now: is(id) }));
    const gone = readable(then).filter(([{ id }]) => ![...same.values()].includes(id));
    const all = [...asked.map((both) => ({ kind: kindOf(both), ...both })), ...gone.map((then) => ({ kind: "no-longer-asked", then }))];
    return all.filter(({ then, now }) => then || now);
  }

  /** The questions of a version that are the same as one of an earlier version: now, then. */
  sameQuestions(then, now) {
    if (now.version === then.version) return new Map(now.questions.map(({ id }) => [id, id]));
    const before = this.sameQuestions(then, this.versions.get(now.follows));
    const same = now.questions.filter(({ succeeds }) => succeeds?.same);
    return new Map(same.map(({ id, succeeds }) => [id, before.get(succeeds.same)]).filter(([, then]) => then));
  }
}

const stateOf = ({ code, name, regional_group: region, demonstration }) => ({ code, name, region, invented: Boolean(demonstration) });

function versionOf({ content, content_hash: hash }) {
  const of = JSON.parse(content);
  const questions = of.sections.flatMap((section) => section.questions.map((question) => ({ serves: [], ...question, section: section.id })));
  return { version: of.version, follows: of.follows, hash, questions };
}

function tally(cells) {
  const count = (wanted) => cells.filter((cell) => cell === wanted).length;
  const [reported, withheld, not_applicable, unknown] = ["reported", "withheld", "not-applicable", "unknown"].map(count);
  return { asked: cells.length, reported, withheld, not_applicable, unknown };
}

/** The questions of a report to which there is something to read, with what is said, in page order. */
const readable = ({ version, said }) => version.questions.map((question) => [question, said.get(question.id)]).filter(([, answer]) => isSomething(answer));

function kindOf({ then, now }) {
  if (!then) return "new";
  if (!now) return "gone";
  return JSON.stringify(then[1]) === JSON.stringify(now[1]) ? "same" : "changed";
}
