//! A cycle of progress reports, from its plan to what everyone reads.
//!
//! Valdoria fills in the full form with three drafters, Meridia the short one, and Northmark confirms that nothing is new
//! since the demonstration; the Isle of Sarn takes part and does not report. What is public of each answer is reckoned here
//! from what was typed; all pages and files then from the rows of the database, and compared to the last number.

import assert from "node:assert/strict";
import { agrees } from "../support/agree.mjs";
import { begins, opens, signedIn, YEAR } from "../support/cycle.mjs";
import { accept, approve, claim } from "../support/filing.mjs";
import { journey } from "../support/journey.mjs";
import * as report from "../support/report.mjs";

const TAKING_PART = ["Valdoria", "Meridia", "Isle of Sarn", "Northmark"];
const QUESTION = "Since when has that been so?";
const PASSWORD = "ocelot viaduct lichen 27 tide";

/** A State's report in a cycle, as those know it who typed it. */
const reportOf = (code, name, depth, questions) => ({ code, name, depth, about: report.addressedTo(code), answers: report.answersTo(questions, name) });

journey("a cycle of progress reports", async (cast) => {
  const shipped = report.SHIPPED;
  const questions = report.questionsOf(shipped);
  const [chidi, dana] = [await signedIn(cast, "Chidi"), await signedIn(cast, "Dana")];
  const version = await begins(chidi, `${YEAR}.1`);
  await opens(chidi, dana, YEAR, version, TAKING_PART);

  const valdoria = reportOf("XV", "Valdoria", "full", questions);
  const meridia = reportOf("XM", "Meridia", "short", questions);
  const [amina, bashir] = [await signedIn(cast, "Amina"), await signedIn(cast, "Bashir")];
  const [nadia, bruno] = [await signedIn(cast, "Nadia"), await signedIn(cast, "Bruno")];
  const [jonas, katla] = [await signedIn(cast, "Jonas"), await signedIn(cast, "Katla")];
  const drafters = [amina, ...(await invited(cast, ["Yusuf Halim", "Tove Lindqvist"]))];

  valdoria.reference = await files(drafters, bashir, YEAR, valdoria);
  meridia.reference = await files([nadia], bruno, YEAR, meridia);
  const northmark = { reference: await report.confirms(jonas, YEAR) };
  await approve(katla, northmark.reference);

  await claim(chidi, valdoria.reference);
  await asksAndIsAnswered(chidi, amina, bashir, valdoria);
  await accept(chidi);
  await sharedIs(nadia, await cast.anybody(), YEAR, valdoria);
  for (const { reference } of [meridia, northmark]) {
    await claim(chidi, reference);
    await accept(chidi);
  }
  for (const { reference } of [valdoria, meridia, northmark]) await publishes(dana, reference);
  const visitor = await cast.anybody();
  await publicIs(visitor, YEAR, questions, [meridia, valdoria]);
  const record = await agrees(cast);
  const { participating, reported } = record.figuresOf(YEAR);
  assert.deepEqual([participating, reported], [TAKING_PART.length, 3]);
  assert.equal(record.plan(YEAR).questionnaire, version);
});

/** Two more drafters of Valdoria, invited as anybody is. */
async function invited(cast, names) {
  const farid = await signedIn(cast, "Farid");
  cast.quick = farid.quick = true;
  const people = [];
  for (const name of names) {
    const email = `${name.toLowerCase().replace(" ", ".")}@xv.example`;
    await farid.open("/people/invite");
    await farid.write("account-name", name);
    await farid.write("account-email", email);
    await farid.choose("account-side", "side-state");
    await farid.pick("account-state", farid.say("state-invented", { name: "Valdoria" }));
    await farid.tick("account-roles", "role-drafter");
    await farid.write("account-nominated_by", "Note verbale 18/2026");
    await farid.press("invite-button");
    const { text } = await cast.server.letterTo(email, cast.say("letter-invited"));
    const person = await cast.anybody();
    await person.open(/https?:\/\/\S+\/invitation\/\S+/.exec(text)[0]);
    await person.write("account-password", PASSWORD);
    await person.write("account-again", PASSWORD);
    await person.press("invitation-button");
    await person.trySignIn({ email, password: PASSWORD });
    person.quick = false;
    people.push(person);
  }
  cast.quick = false;
  return people;
}

// Filing.

/** The drafters share the sections among them; the first checks and sends, the approver lets it out. */
async function files(drafters, approver, year, { depth, about, answers }) {
  const [first] = drafters;
  const filing = await report.begin(first, year, depth);
  await first.press("form-save-continue");
  const sections = report.sectionsOf(report.SHIPPED, depth, about);
  for (const [number, section] of sections.entries()) {
    const drafter = drafters[number % drafters.length];
    // All sections are pages of one kind: some are enough for axe.
    drafter.quick = number >= drafters.length;
    await drafter.open(`/filings/${filing}/report/${section.id}`);
    await report.fill(drafter, section, depth, about, answers);
  }
  first.quick = false;
  await first.open(`/filings/${filing}/check`);
  await first.saysNothingOf("check-not-yet");
  await first.press("action-send");
  await first.says("action-send.success");
  await approve(approver, filing);
  return filing;
}

/** The reviewer asks about one answer; a drafter changes it and says so; it goes through the approver. */
async function asksAndIsAnswered(chidi, amina, bashir, { reference, name, answers }) {
  const question = report.questionsOf(report.SHIPPED).find(({ id }) => id === "cdp-1-statement");
  await chidi.pick("actions-about", question.text);
  await chidi.write("action-ask.asks", QUESTION);
  await chidi.press("action-ask");
  await amina.open(`/filings/${reference}`);
  await amina.shows(QUESTION);
  await amina.follow("report-to-question");
  answers.set(question.id, report.changed(question, 100, name));
  await report.answer(amina, question, answers.get(question.id));
  await amina.press("form-save-continue");
  await amina.open(`/filings/${reference}/check`);
  await amina.write("action-answer.asks", "We say it in the answer.");
  await amina.press("action-answer");
  await amina.says("action-answer.success");
  await approve(bashir, reference);
  await chidi.open(`/filings/${reference}`);
  await chidi.shows("101", chidi.page.locator("ins").first());
}

/** Accepted and not yet published: the people of another State read it, in any order, and nobody outside. */
async function sharedIs(nadia, visitor, year, { code, name, ...filed }) {
  await nadia.open("/filings");
  await nadia.follow("shell-shared");
  await nadia.follow("shared-reports");
  await nadia.isAt("shared-reports-title");
  await nadia.followTo(named(nadia, name));
  await nadia.isAt("public-report-title", { state: named(nadia, name), year });
  await tellsWhatIsForStates(nadia, filed);
  await nadia.follow("report-by-norms");
  await nadia.says("crosswalk-is-ours");
  await tellsWhatIsForStates(nadia, filed);
  const response = await visitor.asks(`/cycles/${year}/${code}`);
  assert.equal(response.status(), 404, "it is not published yet");
}

async function tellsWhatIsForStates(person, { depth, about, answers }) {
  const text = await person.text(person.page.getByRole("main"));
  const asked = report.questionsOf(report.SHIPPED).filter((question) => report.isAsked(question, depth, about));
  const written = asked.map(({ id }) => answers.get(id)).filter(({ value }) => String(value).includes("own words"));
  for (const { value, inside } of written) assert.equal(text.includes(value), !inside, value);
  assert.ok(written.some(({ inside }) => inside));
}

async function publishes(dana, filing) {
  await dana.open(`/filings/${filing}`);
  await dana.pressBehind("action-publish.open", "action-publish");
  await dana.says("action-publish.success");
}

// What everyone reads.

/** What was typed is public as it was meant to be: each answer, each cell, and nothing that is for the secretariat. */
async function publicIs(visitor, year, questions, reports) {
  await answersOfCycle(visitor, year, questions, reports);
  const rows = report.table(await (await visitor.asks(`/data/cycles/${year}.csv`)).text());
  for (const { code, about, depth, answers } of reports) {
    const cells = rows.filter(({ state }) => state === code).map(({ commitment, cell }) => [commitment, cell]);
    const expected = about.map((id) => [id, report.cell(id, questions, depth, about, answers)]);
    assert.deepEqual(Object.fromEntries(cells), Object.fromEntries(expected), code);
  }
  await statePages(visitor, year, reports);
  for (const path of ["/cycles", `/cycles/${year}`, "/commitments/13g", "/participants/XV/reports"]) {
    await visitor.open(path);
    await visitor.says("participation-is-no-assessment");
  }
}

async function answersOfCycle(visitor, year, questions, reports) {
  const csv = await (await visitor.asks(`/data/cycles/${year}.answers.csv`)).text();
  const lines = report.table(csv);
  for (const { code, depth, about, answers } of reports) {
    const own = lines.filter(({ state }) => state === code);
    const read = new Map(own.map(({ question, answer, reason, value }) => [question, { answer, reason, value }]));
    const { content } = await (await visitor.asks(`/data/reports/${year}-${code}.json`)).json();
    for (const question of questions) {
      const expected = report.published(question, depth, about, answers.get(question.id));
      const { answer = expected.answer, ...rest } = read.get(question.id) ?? {};
      assert.deepEqual({ answer, reason: "", value: "", ...rest }, expected, `${code} ${question.id}`);
      assert.equal(content.answers[question.id]?.answer ?? expected.answer, expected.answer, `${code} ${question.id}`);
    }
  }
}

/** How a State of the demonstration is named in public. */
const named = (visitor, state) => visitor.say("publications-demonstration", { state });

async function statePages(visitor, year, reports) {
  for (const { code, name, answers } of reports) {
    await visitor.open(`/cycles/${year}/${code}`);
    await visitor.isAt("public-report-title", { state: named(visitor, name), year });
    const bytes = await (await visitor.asks(visitor.path)).text();
    const inside = [...answers.values()].filter(({ inside, value }) => inside && String(value).includes("own words"));
    assert.ok(inside.length > 0);
    for (const { value } of inside) assert.ok(!bytes.includes(value), `${value} is for the secretariat alone`);
  }
}
