//! The form of a notification: how each kind of field is answered, and one whole notification, page by page.
//!
//! An answer is a function of the person who gives it, and knows its field. On each page answers stand in page order, so
//! that they can also be given by keyboard.

import assert from "node:assert/strict";

/** The pages of the form. */
export const PAGES = ["notice", "time", "nature", "reach", "severity", "response", "readers"];

const on = (field, give) => Object.assign(give, { field });

/** A text or a number. */
export const writes = (field, text) => on(field, (person) => person.write(`field-${field}`, text));

/** One of a few. */
export const chooses = (field, choice) => on(field, (person) => person.choose(`field-${field}`, choice));

/** Any of a few. */
export const ticks = (field, ...choices) =>
  on(field, async (person) => {
    for (const choice of choices) await person.tick(`field-${field}`, choice);
  });

/** One of a long list. */
export const picks = (field, choice) => on(field, (person) => person.pick(`field-${field}`, person.say(choice)));

/** A moment: `9 3 2026 06:30`, as much of it as is known. */
export const dates = (field, written) =>
  on(field, async (person) => {
    const group = person.group(`field-${field}`);
    const parts = written.split(" ");
    for (const [at, part] of ["day", "month", "year", "time"].entries()) {
      await person.write(`form-moment-${part}`, parts[at] ?? "", group);
    }
  });

/** A label of the Traffic Light Protocol, which is the same in every language. */
export const marks = (label) =>
  on("marking", (person) => person.hand.choose(person.group("field-marking").getByRole("radio", { name: label, exact: true })));

/** That indicators travel under this marking, though their source marked them more strictly. */
export const releases = () =>
  on("marking", (person) => person.hand.tick(person.page.getByRole("checkbox", { name: person.say("form-release"), exact: true })));

/** That there is no answer, and why: the id of the option's message, or a reason to withhold it. */
export const cannotSay = (field, why) =>
  on(field, async (person) => {
    const label = why.startsWith("withhold-") ? person.say("form-withheld", { reason: person.say(why) }) : person.say(why);
    await person.pick("form-no-answer", label, await underneath(person, field));
  });

/** An answer that only the secretariat reads, and why. */
export const holdsBack = (field, reason) =>
  on(field, async (person) => {
    const label = person.say("form-held-back-for", { reason: person.say(reason) });
    await person.pick("form-held-back", label, await underneath(person, field));
  });

/** What is behind the line under a field. */
async function underneath(person, field) {
  const line = person.page.locator("summary").filter({ hasText: `: ${person.say(`field-${field}`)}` });
  await person.hand.open(line);
  return line.locator("xpath=..");
}

export const TITLE = "Files of a port authority encrypted, ships delayed for a day";
export const SUMMARY = "Servers of a port authority were encrypted in the night. Ships waited for a day. Copies were brought back.";
export const MEASURES = "All servers were restored. A neighbour, Meridia, lent two engineers.";
export const MENDED = "All servers were restored from copies kept offline. A neighbour lent two engineers.";

/** A whole notification, for these readers. What is withheld and held back is told apart in what others read. */
export const notification = ({ audience = "audience-public", marking = "TLP:CLEAR", exercise = "exercise-real", title = TITLE } = {}) => ({
  notice: [
    chooses("notice-kind", "notice-kind-incident"),
    chooses("exercise", exercise),
    writes("title", title),
    writes("summary", SUMMARY),
    writes("national-reference", "VAL-2026-231"),
  ],
  time: [dates("became-aware", "9 3 2026 06:30"), dates("detected", "9 3 2026"), chooses("status", "status-contained")],
  nature: [
    chooses("determination", "determination-confirmed"),
    picks("type", "rsit-type-unauthorised-information-modification"),
    chooses("suspected-malicious", "yes-no-yes"),
  ],
  reach: [
    ticks("sectors", "sectors-transport"),
    cannotSay("cross-border", "withhold-reason-ongoing-investigation"),
    cannotSay("states-affected", "form-no-answer-none"),
    writes("affected-count", "340"),
  ],
  severity: [
    writes("national-severity", "Level 3 of 5"),
    holdsBack("national-severity", "withhold-reason-security"),
    chooses("severity", "severity-S3"),
    ticks("external-impact", "external-impact-economic"),
  ],
  response: [writes("measures", MEASURES), chooses("assistance", "assistance-none"), ticks("others-informed", "others-informed-police")],
  readers: [marks(marking), chooses("audience", audience)],
});

/** Give these answers on the page that is open, and go on. */
export async function fill(person, page, answers) {
  await person.isAt(`section-${page}`);
  for (const give of answers) await give(person);
  await person.press("form-save-continue");
}

/** Write a whole notification, from the first page to the last check. Returns its reference. */
export async function write(person, whole) {
  for (const page of PAGES) await fill(person, page, whole[page]);
  await person.isAt("check-title");
  return reference(person);
}

/** Give those of these answers that are missing on the filing that is open, each where the check says so. */
export async function complete(person, whole) {
  await person.follow("tasks-check");
  for (const [page, fields] of await missing(person)) {
    await person.open(`/filings/${reference(person)}/form/${page}`);
    await fill(person, page, whole[page].filter(({ field }) => fields.includes(field)));
  }
}

/** The fields that are missing or wrong, by page: each problem of the check leads to its field. */
async function missing(person) {
  const problems = person.page.getByRole("alert").getByRole("link");
  const addresses = await problems.evaluateAll((links) => links.map(({ href }) => href));
  const places = addresses.map((address) => /form\/([a-z]+)[^#]*#(.+)$/.exec(address).slice(1));
  return PAGES.map((page) => [page, places.filter(([on]) => on === page).map(([, field]) => field)]).filter(([, fields]) => fields.length > 0);
}

/** The reference of the filing that is open: its address holds it. */
export function reference(person) {
  const [, found] = /^\/(?:filings|shared)\/([^/]+)/.exec(person.path) ?? [];
  assert.ok(found && found !== "new", `${person.path} is a filing's`);
  return found;
}
