//! A year later, with another questionnaire: what was said is there to confirm, change or drop; what is the same is found
//! again in other words, under another id and on another page; what is new is new, and what is gone is listed.
//!
//! In the first of two cycles Valdoria reports in full, Meridia in short and Northmark that nothing is new since the
//! demonstration; in the second all three go on from there. Most of what they answer is one button a page, which confirms
//! all that stands on it: how each kind of question is answered by hand is gone through elsewhere, and so axe has seen most
//! of these pages; here it looks at those on which the years differ.

import assert from "node:assert/strict";
import { answered, grid } from "../support/agree-pages.mjs";
import { agrees } from "../support/agree.mjs";
import { begins, opens, proposes, signedIn, YEAR } from "../support/cycle.mjs";
import { accept, approve, claim } from "../support/filing.mjs";
import { journey } from "../support/journey.mjs";
import { isSomething, Record, reportRows } from "../support/record.mjs";
import * as report from "../support/report.mjs";

const [LAST, THIS] = [YEAR, YEAR + 1];
const STATES = ["Valdoria", "Meridia", "Northmark"];

const given = (value) => ({ says: "given", value });
const BLANK = { says: "blank" };

/** What is added in the first cycle to what the demonstration said, which is confirmed. */
const ADDED = {
  XV: { "norm-f-progress": given("limited") },
  XM: {
    "norm-c-progress": given("limited"),
    "norm-c-statement": given("Notices of other States go to one office."),
    "norm-f-progress": given("complete"),
    "norm-g-progress": given("substantial"),
    "norm-g-statement": given("Every hospital has a contact."),
  },
};

/** What becomes of it in the second: changed, dropped and new. All else still stands. */
const CHANGED = {
  XV: {
    "norm-c-territory": given("A procedure says whom another State can notify, and who answers within a day."),
    "norm-f-progress": BLANK,
    "norm-g-owners": { ...given("Owners of ports and of the grid meet twice a year."), inside: true },
  },
  XM: { "norm-c-progress": given("complete"), "norm-g-progress": BLANK },
  XN: { "norm-c-territory": BLANK, "norm-g-progress": given("complete"), "norm-g-owners": given("They report every incident.") },
};

/** How many answers everyone then finds how, against the words of before. */
const PUBLIC = {
  XV: { changed: 1, gone: 1, "no-longer-asked": 1, same: 15 },
  XM: { changed: 1, gone: 1, "no-longer-asked": 1, same: 8 },
  XN: { changed: 1, new: 1, gone: 1, "no-longer-asked": 1, same: 2 },
};

journey("the next year, with another questionnaire", async (cast) => {
  const [chidi, dana] = [await signedIn(cast, "Chidi"), await signedIn(cast, "Dana")];
  const people = await peopleOf(cast);
  for (const person of [chidi, dana, ...people.flatMap(({ drafter, approver }) => [drafter, approver])]) person.quick = true;
  const first = await begins(chidi, `${LAST}.1`);
  await opens(chidi, dana, LAST, first, STATES);
  const demonstrated = await reportRows(cast.server);
  for (const state of people) await lastYear(state, chidi, dana, demonstrated);

  const next = await changesQuestionnaire(chidi, first);
  await opens(chidi, dana, THIS, next.version, STATES);
  const before = new Record(await reportRows(cast.server));
  for (const state of people) await thisYear(state, chidi, dana, next, before);

  const record = await agrees(cast);
  for (const [code, counts] of Object.entries(PUBLIC)) {
    const [{ answers }] = record.changesOf(code);
    assert.deepEqual(counted(answers.map(({ kind }) => kind)), counts, code);
  }
});

/** Of each State who drafts and who approves, and in which form it reports in the second cycle. */
async function peopleOf(cast) {
  const names = [["XV", "full", "Amina", "Bashir"], ["XM", "short", "Nadia", "Bruno"], ["XN", "short", "Jonas", "Katla"]];
  const people = [];
  for (const [code, depth, drafter, approver] of names) {
    people.push({ code, depth, drafter: await signedIn(cast, drafter), approver: await signedIn(cast, approver) });
  }
  return people;
}

const counted = (kinds) => {
  const counts = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

// The first cycle.

async function lastYear({ code, depth, drafter, approver }, chidi, dana, { filing: filings }) {
  const before = filings.filter(({ kind, state, submission }) => kind === "REP" && state === code && submission !== null);
  const year = Math.max(...before.map(({ terms }) => Number(terms)));
  const filing = code === "XN" ? await report.confirms(drafter, LAST) : await files(drafter, { code, depth, answers: ADDED[code], year });
  await approve(approver, filing);
  await reviewed(chidi, dana, filing);
}

/** A drafter begins, gives these answers, and says of all others that they stand. */
async function files(drafter, of) {
  const filing = await report.begin(drafter, LAST, of.depth);
  await drafter.press("form-save-continue");
  await answersAll(drafter, filing, report.SHIPPED, of);
  await drafter.open(`/filings/${filing}/check`);
  await drafter.press("action-send");
  await drafter.says("action-send.success");
  return filing;
}

/** On every page of the form. Returns the questions of which a page asks whether the answer of that year still stands. */
async function answersAll(drafter, filing, questionnaire, { code, depth, answers, year }) {
  const offered = [];
  for (const section of report.sectionsOf(questionnaire, depth, report.addressedTo(code))) {
    await drafter.open(`/filings/${filing}/report/${section.id}`);
    offered.push(...(await offeredHere(drafter, year)));
    const own = section.questions.filter(({ id }) => id in answers);
    for (const question of own) await report.answer(drafter, question, answers[question.id]);
    if ((await drafter.buttons("report-all-stand", { year })) > 0) await drafter.press("report-all-stand", { year });
    else if (own.length > 0) await drafter.press("form-save-continue");
  }
  return offered;
}

/** What a checkbox names behind its colon: the question whose answer it lets stand. */
function offeredHere(drafter, year) {
  const stands = drafter.page.getByRole("checkbox", { name: drafter.say("report-stands", { year }) });
  return stands.evaluateAll((boxes) => boxes.map(({ labels }) => labels[0].textContent.split(": ").slice(1).join(": ").trim()));
}

async function reviewed(chidi, dana, filing) {
  chidi.quick = dana.quick = true;
  await claim(chidi, filing);
  await accept(chidi);
  await dana.open(`/filings/${filing}`);
  await dana.pressBehind("action-publish.open", "action-publish");
  await dana.says("action-publish.success");
}

// The questionnaire.

/** What the last version asks, as JSON; changed; and sent back as the version after it. */
async function changesQuestionnaire(chidi, version) {
  await chidi.open(`/preparation/questionnaires/${version}`);
  const link = chidi.page.getByRole("link", { name: chidi.say("edition-json"), exact: true });
  const before = await (await chidi.asks(await link.getAttribute("href"))).json();
  const next = changed(before);
  await chidi.follow("preparation-title");
  const file = { name: "next.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(next)) };
  await chidi.field("prepare-file").setInputFiles(file);
  await chidi.press("begin-file-button");
  await chidi.says("prepared-begun");
  await chidi.saysNothingOf("edition-faults");
  await proposes(chidi);
  return next;
}

/** One question in other words, one under another id, one new, one dropped, one in another section. */
function changed(before) {
  const next = structuredClone(before);
  Object.assign(next, { version: `${THIS}.1`, follows: before.version });
  for (const question of report.questionsOf(next)) question.succeeds = { same: question.id };
  const section = (id) => next.sections.find((section) => section.id === id).questions;
  const [working, rights, infrastructure] = ["norms-cooperation", "norms-rights", "norms-infrastructure"].map(section);
  const at = (questions, id) => questions.findIndex((question) => question.id === id);
  const question = (questions, id) => questions[at(questions, id)];

  question(infrastructure, "norm-g-progress").text = "Norm (g): in your State’s own view, where does the protection of critical infrastructure stand?";
  Object.assign(question(working, "norm-c-statement"), { id: "norm-c-territory", text: "How does your State keep wrongful acts off its territory?" });
  const [dropped] = infrastructure.splice(at(infrastructure, "norm-g-statement"), 1);
  infrastructure.push({ ...dropped, id: "norm-g-owners", text: "How do the owners of critical infrastructure take part?", succeeds: undefined });
  rights.push(...working.splice(at(working, "norm-c-progress"), 1));
  return next;
}

// The second cycle.

async function thisYear({ code, depth, drafter, approver }, chidi, dana, next, record) {
  const words = record.wordsOf(record.report(code, LAST));
  const story = tells(next, words, CHANGED[code]);
  const filing = await report.begin(drafter, THIS, depth);
  await drafter.press("form-save-continue");
  await drafter.open(`/filings/${filing}/check`);
  await drafter.says("report-figure-to-confirm", { number: story.carried.length });
  await drafter.says("check-not-yet");
  const offered = await answersAll(drafter, filing, next, { code, depth, answers: CHANGED[code], year: words.cycle });
  assert.deepEqual(offered, story.carried.map(({ text }) => text), code);

  drafter.quick = code !== "XV";
  await drafter.open(`/filings/${filing}/check`);
  await drafter.saysNothingOf("check-not-yet");
  await differs(drafter, words, story);
  await drafter.press("action-send");
  await drafter.says("action-send.success");
  await approve(approver, filing);
  chidi.quick = code !== "XV";
  await chidi.open(`/filings/${filing}`);
  await differs(chidi, words, story);
  await marks(chidi, story);
  await reviewed(chidi, dana, filing);
}

/** What becomes of a State's words: what is carried forward, and each question on which the year differs from the last. */
function tells(next, words, answers) {
  const questions = report.questionsOf(next);
  const was = ({ succeeds }) => words.version.questions.find(({ id }) => id === succeeds?.same);
  const said = (question) => (question && isSomething(words.said.get(question.id)) ? words.said.get(question.id) : undefined);
  const carried = questions.filter((question) => said(was(question)));
  const different = questions.filter(({ id }) => id in answers).map((question) => ({ question, then: said(was(question)), now: answers[question.id] }));
  const kind = ({ then, now }) => (then ? (now === BLANK ? "gone" : "changed") : "new");
  const gone = words.version.questions.filter((question) => said(question) && !carried.some((one) => was(one) === question));
  const rows = [
    ...different.map((one) => ({ kind: kind(one), ...one })),
    ...gone.map((question) => ({ kind: "no-longer-asked", question, then: said(question) })),
  ];
  return { carried, rows, same: carried.length - different.filter(({ then }) => then).length };
}

/** The year-on-year difference says exactly that, with the words of both years. */
async function differs(person, words, { rows, same }) {
  const heading = person.page.getByRole("heading", { name: person.say("report-year-on-year", { year: words.cycle }), exact: true });
  const list = heading.locator("xpath=following-sibling::dl[1]/div");
  const read = (...of) => grid(list, ...of);
  const [around, before, after] = await Promise.all([read("dt, dd:last-child"), read("dt + dd", ".visually-hidden, ins"), read("dt + dd", ".visually-hidden, del")]);
  const found = around.map(([text, mark], row) => [text, ...[before, after].map((year) => year[row][0].replaceAll(" ·", "")), mark]);
  const expected = rows.map(({ kind, question, then, now }) => [question.text, ...inWords(person, question, then, now), person.say(`report-change-${kind}`)]);
  assert.deepEqual(found, expected);
  await person.says("report-same", { number: same });
}

/** What was said and what is said; where only one of them is something, that. */
function inWords(person, question, then, now) {
  const said = now?.says === "given" && { answer: "given", value: typed(question, now.value) };
  const [before, after] = [then, said].map((one) => one && answered(person, question, one).join(" "));
  return [before || after, after || before];
}

const typed = ({ kind }, value) => (kind === "progress" ? { type: "progress", as_stated: value } : { type: "text", text: value });

/** Each answer is marked as confirmed, changed, new or dropped, and as often. */
async function marks(chidi, { rows, same }) {
  const count = (wanted) => rows.filter(({ kind }) => kind === wanted).length;
  const expected = { confirmed: same, changed: count("changed"), new: count("new"), dropped: count("gone") };
  const all = await chidi.text();
  const found = Object.keys(expected).map((kind) => [kind, all.split(chidi.say(`report-carried-${kind}`)).length - 1]);
  assert.deepEqual(Object.fromEntries(found), expected);
}
