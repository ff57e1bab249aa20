//! A report filled in away from the portal, as a ministry would: the workbook is taken along, three answers are written
//! into it with a program that is not ours, it is brought back, and exactly these three change, once somebody has seen them.
//! What was written in the portal meanwhile stays; where both were changed, a person chooses.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { begins, opens, signedIn, YEAR } from "../support/cycle.mjs";
import { journey } from "../support/journey.mjs";
import * as report from "../support/report.mjs";

const run = promisify(execFile);

/** A Python that has openpyxl. */
const PYTHON = process.env.OPENPYXL_PYTHON ?? "python3";
const MINISTRY = fileURLToPath(new URL("../exports/workbook.py", import.meta.url));

const STATEMENT = "A second national strategy was adopted in March.";
const MEANWHILE = "Operators report to a register.";

const question = (id) => report.questionsOf(report.SHIPPED).find((one) => one.id === id);

journey("a report filled in offline", async (cast) => {
  const [chidi, dana] = [await signedIn(cast, "Chidi"), await signedIn(cast, "Dana")];
  chidi.quick = dana.quick = true;
  await opens(chidi, dana, YEAR, await begins(chidi, `${YEAR}.1`), ["Valdoria", "Meridia"]);

  // How a report is begun is looked at elsewhere.
  const amina = await signedIn(cast, "Amina");
  amina.quick = true;
  const filing = await report.begin(amina, YEAR, "full");
  const before = await typed(amina, filing);
  await amina.open(`/filings/${filing}/report`);
  amina.quick = false;
  await amina.follow("offline-link");
  await amina.isAt("offline-title");
  const taken = await takes(amina, "offline-workbook");
  assert.equal(taken.name, `${filing}-full.xlsx`);

  await brings(amina, Buffer.from("Dear colleagues, here is the form."));
  assert.deepEqual(await amina.problems(), [amina.say("workbook-unreadable-not-a-workbook")]);

  await meanwhile(amina, filing);
  await brings(amina, await edited(taken.path, amina));
  await amina.isAt("offline-changes-title");
  await amina.says("offline-changes-number", { number: 3 });
  await amina.says("offline-newer", { number: 1 });
  await amina.shows("second national strategy was adopted in March.");
  await amina.shows(amina.say("offline-change-both"));
  amina.quick = true;
  assert.deepEqual(await typed(amina, filing), { ...before, register: MEANWHILE }, "nothing changes by being shown");
  await amina.open(`/filings/${filing}/report/offline/changes`);
  await amina.press("offline-put");
  amina.quick = false;
  await amina.isAt("choose-title");
  await amina.hand.choose(amina.page.locator('input[value="aside"]'));
  await amina.press("choose-save");
  amina.quick = true;
  const after = { progress: true, statement: STATEMENT, strategy: false, register: MEANWHILE };
  assert.deepEqual(await typed(amina, filing), after);

  // As it is now, it changes nothing.
  await amina.open(`/filings/${filing}/report/offline`);
  const again = await takes(amina, "offline-json");
  await brings(amina, await readFile(again.path));
  await amina.says("offline-changes-none");
  await amina.press("offline-drop");
  await amina.isAt("offline-title");
});

/** The draft changes in the portal: an answer that changes in the file as well, and one that does not. */
async function meanwhile(person, filing) {
  person.quick = true;
  await person.open(`/filings/${filing}/report/capabilities`);
  await report.answer(person, question("cdp-1-progress"), { says: "given", value: "limited" });
  await report.answer(person, question("cdp-1-infrastructure"), { says: "given", value: MEANWHILE });
  await person.press("form-save-continue");
  await person.open(`/filings/${filing}/report/offline`);
  person.quick = false;
}

/** Take the form along as a file. */
async function takes(person, id) {
  const link = person.page.getByRole("link", { name: person.say(id), exact: true });
  const [file] = await Promise.all([person.page.waitForEvent("download"), person.hand.press(link)]);
  const name = file.suggestedFilename();
  const path = `${await file.path()}-${name}`;
  await file.saveAs(path);
  return { name, path };
}

/** Bring a file back. */
async function brings(person, buffer) {
  await person.field("offline-file").setInputFiles({ name: "form", mimeType: "application/octet-stream", buffer });
  await person.press("offline-read");
}

/** The workbook as a ministry leaves it. */
async function edited(path, { say }) {
  const edits = {
    "cdp-1-progress": { answer: say("workbook-progress-complete") },
    "cdp-1-statement": { answer: STATEMENT, language: "English" },
    "cdp-1-in-place/strategy": { answer: say("workbook-choice-no") },
  };
  await run(PYTHON, [MINISTRY, path, `${path}.xlsx`, JSON.stringify(edits)]);
  return readFile(`${path}.xlsx`);
}

/** What stands on the page of its section: whether progress is complete, the statements, whether there is a strategy. */
async function typed(person, filing) {
  await person.open(`/filings/${filing}/report/capabilities`);
  const { page, say } = person;
  const group = (id) => page.getByRole("group", { name: question(id).text, exact: true });
  const text = (id) => page.getByLabel(question(id).text, { exact: true }).inputValue();
  const strategy = question("cdp-1-in-place").kind.choices.find(({ code }) => code === "strategy").label;
  return {
    progress: await group("cdp-1-progress").getByRole("radio", { name: say("progress-complete"), exact: true }).isChecked(),
    statement: await text("cdp-1-statement"),
    strategy: await group("cdp-1-in-place").getByRole("checkbox", { name: strategy, exact: true }).isChecked(),
    register: await text("cdp-1-infrastructure"),
  };
}
