//! One notification from a real report to a public page: what the portal is for, once from end to end.
//!
//! A drafter begins from an event that an analyst's tool holds and makes every mistake first; an approver compares; a
//! reviewer asks, and is answered; a second person publishes; and somebody nobody knows reads it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { journey } from "../support/journey.mjs";
import * as form from "../support/form.mjs";

/**
 * The project's own event, of which everything is invented, and a public one where there is a folder of those. In ours
 * one thing is marked TLP:GREEN, so that its indicators stay behind until the State releases them.
 */
const OWN = fileURLToPath(new URL("../../server/tests/inputs/misp-event.json", import.meta.url));
const REPORTS = [{ name: "an invented event", path: OWN, indicators: 20, exercise: "exercise-exercise", releases: true }];

const { VERBALE_INPUTS } = process.env;
if (VERBALE_INPUTS) {
  const path = join(VERBALE_INPUTS, "misp/short-event.json");
  REPORTS.push({ name: "a public event", path, indicators: 5, exercise: "exercise-real" });
} else {
  console.log("SKIPPED the journey from a public event: VERBALE_INPUTS names no folder.");
}

const QUESTION = "Please name no other State in what is released. What were the servers restored from?";
const NOTE = "Looks like the one of last year; ask the regional desk.";

for (const report of REPORTS) {
  journey(`from ${report.name} to a public page`, async (cast) => {
    const amina = await cast.person("Amina");
    const filing = await begins(amina, report);
    await makesEveryMistake(amina, report);
    await writesItAll(amina, report);

    const bashir = await cast.person("Bashir");
    await approves(bashir, filing);
    await keepsTheAcknowledgement(bashir, filing);

    const erika = await cast.person("Erika");
    await asks(erika, filing);
    await answers(amina, filing);
    await bashir.open(`/filings/${filing}`);
    await bashir.shows("Meridia", bashir.page.locator("del"));
    await bashir.pressBehind("action-approve.open", "action-approve");
    await accepts(erika, filing);

    const dana = await cast.person("Dana");
    await dana.open(`/filings/${filing}`);
    await cannotPublishToo(erika, dana);
    await dana.pressBehind("action-publish.open", "action-publish");
    await dana.says("action-publish.success");

    await isRead(await cast.anybody(), filing, report);
    assert.ok(!cast.server.log.includes("Meridia"), "the log holds no word of a filing");
  });
}

/** Upload the event; read what was taken of it and what was not. */
async function begins(amina, { path, indicators }) {
  const { Event: event } = JSON.parse(await readFile(path, "utf8"));
  await amina.follow("desk-new");
  await amina.field("new-file").setInputFiles(path);
  await amina.press("new-import-file");
  await amina.isAt("source-heading", { format: "MISP" });
  await amina.shows(event.info);
  await amina.says("field-detected");
  const [, taken] = /(\d+|One) indicators?/.exec(await amina.text()) ?? [];
  assert.ok(Number(taken) >= indicators, `${taken} indicators were taken`);
  await amina.says("source-left-out");
  await amina.says("source-why-source-prose");
  const filing = form.reference(amina);
  await amina.follow("source-on");
  // The source's own title is there to be read, and not in the field.
  await amina.shows(event.info);
  assert.equal(await amina.field("field-title").inputValue(), "");
  return filing;
}

/** What is wrong on a page is said at once, in page order, in a summary that has the focus; and nothing typed is lost. */
async function makesEveryMistake(amina, { exercise }) {
  await form.fill(amina, "notice", [form.chooses("exercise", exercise), form.writes("national-reference", "kept though the rest is missing")]);
  await problemsAre(amina, [["title", "missing"], ["summary", "missing"]]);
  assert.equal(await amina.field("field-national-reference").inputValue(), "kept though the rest is missing");
  await amina.follow("form-later");

  await form.fill(amina, "time", [form.dates("became-aware", "31 2 2026"), form.dates("detected", "1 1 2099")]);
  await problemsAre(amina, [["became-aware", "not-a-date"], ["detected", "in-future"], ["status", "no-answer"]]);
  assert.equal(await amina.field("form-moment-day", amina.group("field-became-aware")).inputValue(), "31");
  assert.equal(await amina.field("form-moment-year", amina.group("field-detected")).inputValue(), "2099");

  await amina.follow("section-reach");
  await form.fill(amina, "reach", [form.ticks("sectors", "sectors-other"), form.writes("affected-count", "many")]);
  const wrong = [["sectors", "other-not-said"], ["cross-border", "no-answer"], ["states-affected", "no-answer"], ["affected-count", "not-a-number"]];
  await problemsAre(amina, wrong);
  await form.fill(amina, "reach", [(person) => person.write("form-other-which", "Harbours", person.group("field-sectors"))]);
  await problemsAre(amina, wrong.slice(1));

  await amina.follow("section-readers");
  await form.fill(amina, "readers", [form.marks("TLP:RED"), form.chooses("audience", "audience-public")]);
  await problemsAre(amina, [["audience", "marking-too-strict", "TLP:CLEAR"]]);

  await amina.follow("tasks-check");
  const everything = await amina.problems();
  assert.ok(everything.length > 10, `everything that is missing is listed: ${everything.length}`);
  await amina.says("check-not-yet");
  await amina.isNotOffered("action-send");
  await amina.followTo(everything[0]);
  await amina.isAt("section-notice");
}

async function problemsAre(amina, wrong) {
  const expected = wrong.map((problem) => amina.say.problem(...problem));
  assert.deepEqual(await amina.problems(), expected);
  const fields = wrong.map(([field]) => field);
  for (const [at, field] of fields.entries()) {
    await amina.mends(expected[at], field);
    await amina.shows(expected[at], amina.page.locator(`#${field}-error`));
  }
}

async function writesItAll(amina, { exercise, releases }) {
  const whole = form.notification({ exercise });
  if (releases) whole.readers.push(form.releases());
  const filing = await form.write(amina, whole);
  assert.ok(filing);
  await amina.says("audience-public.reads");
  // Text that names a State is no mistake, but worth a second look.
  await amina.says("mentions-heading");
  await amina.press("action-send");
  await amina.says("action-send.success");
  await amina.says("stage-awaiting-approval");
}

async function approves(bashir, filing) {
  await bashir.says("desk-to-approve");
  await bashir.followTo(form.TITLE);
  assert.equal(form.reference(bashir), filing);
  await bashir.says("mentions-heading");
  const [full, released] = await columns(bashir);
  await bashir.shows("Level 3 of 5", full);
  await bashir.notShows("Level 3 of 5", released);
  await bashir.shows(bashir.say("answers-withheld", { reason: bashir.say("withhold-reason-security") }), released);
  await bashir.pressBehind("action-approve.open", "action-approve");
  await bashir.says("action-approve.success");
}

/** The two versions of a filing that stand side by side: all of it, and what the public will read. */
async function columns(person) {
  const column = (heading) => person.page.locator("section").filter({ has: person.page.getByRole("heading", { name: person.say(heading), exact: true }) });
  return [column("answers-full"), column("audience-public.reads")];
}

/** On paper: what was received, when, and its hash; nothing to press. */
async function keepsTheAcknowledgement(bashir, filing) {
  await bashir.follow("filing-acknowledgement", { number: 1 });
  await bashir.isAt("acknowledgement-title", { reference: filing });
  await bashir.page.emulateMedia({ media: "print" });
  assert.match(await bashir.text(bashir.page.locator("main")), /[0-9a-f]{64}/);
  assert.equal(await bashir.page.getByRole("navigation").filter({ visible: true }).count(), 0, "no navigation on paper");
  await bashir.page.emulateMedia({ media: "screen" });
}

async function asks(erika, filing) {
  await erika.follow("shell-queue");
  await erika.followTo(form.TITLE);
  assert.equal(form.reference(erika), filing);
  await erika.press("action-claim");
  await erika.says("action-claim.success");
  await erika.write("review-note", NOTE);
  await erika.press("review-note-add");
  await erika.shows(NOTE);
  await erika.pick("actions-about", erika.say("field-measures"));
  await erika.write("action-ask.asks", QUESTION);
  await erika.press("action-ask");
  await erika.says("stage-clarification-asked");
}

async function answers(amina, filing) {
  await amina.open(`/filings/${filing}`);
  await amina.shows(QUESTION);
  await amina.notShows(NOTE);
  await amina.follow("action-edit");
  await amina.follow("section-response");
  await amina.shows(QUESTION);
  await form.fill(amina, "response", [form.writes("measures", form.MENDED)]);
  await amina.follow("tasks-check");
  await amina.saysNothingOf("mentions-heading");
  await amina.write("action-answer.asks", "We say what from, and name nobody.");
  await amina.press("action-answer");
  await amina.says("action-answer.success");
}

async function accepts(erika, filing) {
  await erika.open(`/filings/${filing}`);
  await erika.shows("Meridia", erika.page.locator("del"));
  await erika.shows("from copies kept offline", erika.page.locator("ins"));
  await erika.press("action-accept");
  await erika.says("stage-accepted");
}

/** Who accepted it is not offered to publish it; and is refused, should they ask all the same. */
async function cannotPublishToo(erika, dana) {
  await erika.isNotOffered("action-publish");
  const form = { ...(await dana.hidden("action-publish")), ...(await erika.hidden("action-reopen")) };
  assert.ok(form.disclosure, "what the publisher has in front of them is named in the form");
  const refused = await erika.page.request.post("/do/publish", { form, headers: { accept: "application/json" } });
  assert.equal(refused.status(), 403);
  assert.deepEqual(await refused.json(), { error: "accepted-by-you" });
}

async function isRead(visitor, filing, { exercise }) {
  await visitor.open("/");
  await visitor.follow("home-read");
  await visitor.followTo(form.TITLE);
  assert.match(visitor.path, /^\/publications\/PUB-\d{4}-\d+$/);
  await visitor.shows(form.SUMMARY);
  await visitor.shows(form.MENDED);
  if (exercise === "exercise-exercise") await visitor.says("publication-exercise");

  const indicators = visitor.page.getByRole("table", { name: /indicators?$/ });
  assert.ok((await indicators.getByRole("row").count()) > 5, "it is read with its indicators");

  const withheld = visitor.page.locator("section").filter({ has: visitor.page.getByRole("heading", { name: visitor.say("publication-withheld"), exact: true }) });
  await visitor.shows(`${visitor.say("field-cross-border")} ${visitor.say("withhold-reason-ongoing-investigation")}`, withheld);
  await visitor.shows(`${visitor.say("field-national-severity")} ${visitor.say("withhold-reason-security")}`, withheld);

  const bytes = await (await visitor.asks(visitor.path)).text();
  for (const hidden of ["Level 3 of 5", "Meridia", filing, QUESTION, NOTE, "<script"]) {
    assert.ok(!bytes.includes(hidden), `no public byte holds “${hidden}”`);
  }
}
