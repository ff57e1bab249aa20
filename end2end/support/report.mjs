//! A progress report: answers made up for every question of the shipped questionnaire, how each kind of question is
//! answered on its page, and what the public is to read of that, reckoned here and not asked of the portal.
//!
//! An answer says `given` with a value, `withheld` with a reason, `unknown` or `blank`; `inside` is one that ends with the
//! secretariat.

import { readFileSync } from "node:fs";
import { reference } from "./form.mjs";

const file = (path) => readFileSync(new URL(`../../app/domain/${path}`, import.meta.url), "utf8");

/** The questionnaire the portal comes with. */
export const SHIPPED = JSON.parse(file("questionnaires/2026.json"));

export const questionsOf = (questionnaire) => questionnaire.sections.flatMap(({ questions }) => questions);

/** Lines of CSV (RFC 4180), each as an object by the names of its heading. */
export function table(csv) {
  const cells = [...csv.replace(/^\uFEFF/, "").matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)];
  const rows = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  const [heading, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) => Object.fromEntries(heading.map((name, at) => [name, line[at]])));
}

/** Every commitment with its circle, and who is in each of the circles. */
const COMMITMENTS = table(file("src/commitment/commitments.csv"));
const CIRCLES = new Map(table(file("src/commitment/circles.csv")).map(({ id, members }) => [id, members.split(" ")]));

/** The commitments addressed to this State. */
export const addressedTo = (state) => COMMITMENTS.filter(({ circle }) => CIRCLES.get(circle).includes(state)).map(({ id }) => id);

/** Whether a State that is asked about these commitments is asked this question in a form of this depth. */
export const isAsked = ({ tier, serves = [] }, depth, about) =>
  (depth === "full" || tier === "short") && (serves.length === 0 || serves.some((id) => about.includes(id)));

/** The kind of a question, and what belongs to it. */
const kindOf = ({ kind }) => (typeof kind === "string" ? [kind] : Object.entries(kind)[0]);

const PROGRESS = ["not-started", "limited", "substantial", "complete", "not-applicable"];
const pick = (list, number) => list[number % list.length];

/** A value for this question; another number makes another value. */
function value(question, number, whose) {
  const [kind, of] = kindOf(question);
  const codes = Array.isArray(of) ? of.map(({ code }) => code).filter((code) => code !== "other") : [];
  const values = {
    progress: () => pick(PROGRESS, number),
    choice: () => pick(codes, number),
    choices: () => codes.filter((code, at) => at === number % 2 || code === codes.at(-1)),
    number: () => 100 + number,
    date: () => `${pick(["2024", "2025"], number)}-03-${10 + (number % 20)}`,
    text: () => `${whose}, “${question.id}”, number ${number}: own words of the State.`,
    evidence: () => [`https://${whose.toLowerCase().replace(/\W+/g, "-")}.example/${question.id}/${number}`],
  };
  return values[kind]();
}

/** Some of each: most questions are answered, the others in every way in which there is none. */
export function madeUp(question, number, whose) {
  if (number % 11 === 5) return { says: "withheld", reason: "security" };
  if (number % 13 === 7) return { says: "unknown" };
  if (number % 17 === 3) return { says: "blank" };
  return { says: "given", value: value(question, number, whose), inside: number % 7 === 4 };
}

/** Another value than this answer has. */
export const changed = (question, number, whose) => ({ says: "given", value: value(question, number + 1, whose), inside: false });

/** Answers to all questions of a form, by id. */
export const answersTo = (questions, whose) => new Map(questions.map((question, number) => [question.id, madeUp(question, number, whose)]));

// Writing.

const group = (person, { text }) => person.page.getByRole("group", { name: text, exact: true });
const box = (person, { text }) => person.page.getByLabel(text, { exact: true });

const chooses = (person, question, label) => person.hand.choose(group(person, question).getByRole("radio", { name: label, exact: true }));

async function ticksOnly(person, question, offers, codes) {
  for (const { code, label } of offers) {
    const target = group(person, question).getByRole("checkbox", { name: label, exact: true });
    if (codes.includes(code)) await person.hand.tick(target);
    else if (await target.isChecked()) await person.hand.press(target);
  }
}

async function dates(person, question, date) {
  const [year = "", month = "", day = ""] = date.split("-").map((part) => part.replace(/^0/, ""));
  for (const [part, text] of Object.entries({ day, month, year })) {
    await person.write(`form-moment-${part}`, text, group(person, question));
  }
}

/** Write this value into the controls of the question; nothing, to leave it blank. */
async function writes(person, question, given) {
  const [kind, offers = []] = kindOf(question);
  const label = (code) => offers.find((offer) => offer.code === code).label;
  const blank = person.say("answers-left-blank");
  const write = {
    progress: () => chooses(person, question, given === undefined ? blank : person.say(`progress-${given}`)),
    choice: () => chooses(person, question, given === undefined ? blank : label(given)),
    choices: () => ticksOnly(person, question, offers, given ?? []),
    number: () => person.hand.write(box(person, question), String(given ?? "")),
    date: () => dates(person, question, given ?? ""),
    text: () => person.hand.write(box(person, question), given ?? ""),
    evidence: () => person.hand.write(group(person, question).getByLabel(person.say("report-link", { number: 1 }), { exact: true }), given?.[0] ?? ""),
  };
  await write[kind]();
}

/**
 * Answer a question of the page that is open, whatever stands there already. Where something was said a year before, it
 * is ticked to stand as well, in case the answer is the same.
 */
export async function answer(person, question, { says, value: given, reason, inside = false }) {
  const stands = person.page.getByRole("checkbox", { name: `: ${question.text}` });
  if (says !== "blank" && (await stands.count()) > 0) await person.hand.tick(stands);
  await writes(person, question, given);
  if (says === "withheld") await cannot(person, question, person.say("form-withheld", { reason: person.say(`withhold-reason-${reason}`) }));
  if (says === "unknown") await cannot(person, question, person.say("form-no-answer-unknown"));
  if (inside) await person.pick("report-readers-of-answer", person.say("audience-secretariat"), await underneath(person, question));
}

const cannot = async (person, question, label) => person.pick("form-no-answer", label, await underneath(person, question));

/** What is behind the line under a question. */
async function underneath(person, { text }) {
  const line = person.page.locator("summary").filter({ hasText: `: ${text}` });
  await person.hand.open(line);
  return line.locator("xpath=..");
}

/** Begin the report of this year, in this form. Returns its reference. */
export async function begin(person, year, tier) {
  await person.follow("reports-title");
  await person.follow("report-title", { year });
  await person.choose("report-tier", `report-tier-${tier}`);
  await person.press("new-begin");
  await person.isAt("report-title", { year });
  return reference(person);
}

/** Confirm that there is nothing new, and send that. Returns the report's reference. */
export async function confirms(person, year) {
  await person.follow("reports-title");
  await person.follow("report-title", { year });
  await person.hand.tick(person.page.getByRole("main").getByRole("checkbox").first());
  await person.press("report-since-begin");
  await person.press("action-send");
  await person.says("action-send.success");
  return reference(person);
}

/** Answer what is asked on the page of this section, and go on. */
export async function fill(person, section, depth, about, answers) {
  for (const question of section.questions) {
    if (isAsked(question, depth, about)) await answer(person, question, answers.get(question.id));
  }
  await person.press("form-save-continue");
}

/** The sections that ask anything of a State. */
export const sectionsOf = (questionnaire, depth, about) =>
  questionnaire.sections.filter(({ questions }) => questions.some((question) => isAsked(question, depth, about)));

// What the public is to read.

/** The words of a table of answers: `answer`, `reason`, `value`. */
export function published(question, depth, about, said) {
  if (!isAsked(question, depth, about)) return { answer: "not-asked", reason: "", value: "" };
  const { says, value: given, reason = "", inside } = said;
  if (inside || says === "blank") return { answer: "nothing-to-read", reason: "", value: "" };
  return { answer: says, reason, value: [given ?? ""].flat().join(" ") };
}

/** The cell of a commitment: what kind of thing these answers have to read on it. */
export function cell(commitment, questions, depth, about, answers) {
  const serving = questions.filter(({ serves = [] }) => serves.includes(commitment));
  const said = serving.map((question) => ({ kind: kindOf(question)[0], ...published(question, depth, about, answers.get(question.id) ?? {}) }));
  const progress = said.filter(({ kind, answer }) => kind === "progress" && answer === "given");
  if (progress.length > 0 && progress.every(({ value }) => value === "not-applicable")) return "not-applicable";
  for (const [kind, name] of [["given", "reported"], ["withheld", "withheld"], ["unknown", "unknown"]]) {
    if (said.some(({ answer }) => answer === kind)) return name;
  }
  return "nothing-to-read";
}
