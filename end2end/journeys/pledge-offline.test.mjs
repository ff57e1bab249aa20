//! A report filled in away from the portal, as a ministry would: the workbook is taken along, three answers are written
//! into it with a program that is not ours, it is brought back, and exactly these three change, once somebody has seen them.

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

const STATEMENT = "A national strategy was adopted in February.";

const question = (id) => report.questionsOf(report.SHIPPED).find((one) => one.id === id);

journey("a report filled in offline", async (cast) => {
  const [chidi, dana] = [await signedIn(cast, "Chidi"), await signedIn(cast, "Dana")];
  chidi.quick = dana.quick = true;
  await opens(chidi, dana, YEAR, await begins(chidi, `${YEAR}.1`), ["Valdoria", "Meridia"]);

  const amina = await signedIn(cast, "Amina");
  const filing = await report.begin(amina, YEAR, "full");
  await amina.follow("offline-link");
  await amina.isAt("offline-title");
  const taken = await takes(amina, "offline-workbook");
  assert.equal(taken.name, `${filing}-full.xlsx`);

  await brings(amina, Buffer.from("Dear colleagues, here is the form."));
  assert.deepEqual(await amina.problems(), [amina.say("workbook-unreadable-not-a-workbook")]);

  await brings(amina, await edited(taken.path, amina));
  await amina.isAt("offline-changes-title");
  await amina.says("offline-changes-number", { number: 3 });
  await amina.shows(STATEMENT);
  await untouched(amina, filing);
  await amina.open(`/filings/${filing}/report/offline/changes`);
  await amina.press("offline-put");
  await amina.says("offline-taken-over");
  await written(amina, filing);

  // As it is now, it changes nothing.
  await amina.open(`/filings/${filing}/report/offline`);
  const again = await takes(amina, "offline-json");
  await brings(amina, await readFile(again.path));
  await amina.says("offline-changes-none");
  await amina.press("offline-drop");
  await amina.isAt("offline-title");
});

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
    "cdp-1-progress": { answer: say("workbook-progress-substantial") },
    "cdp-1-statement": { answer: STATEMENT, language: "English" },
    "cdp-1-in-place/strategy": { answer: say("workbook-choice-yes") },
  };
  await run(PYTHON, [MINISTRY, path, `${path}.xlsx`, JSON.stringify(edits)]);
  return readFile(`${path}.xlsx`);
}

const controls = ({ page, say }) => ({
  progress: page.getByRole("group", { name: question("cdp-1-progress").text, exact: true }).getByRole("radio", { name: say("progress-substantial"), exact: true }),
  statement: page.getByLabel(question("cdp-1-statement").text, { exact: true }),
  strategy: page
    .getByRole("group", { name: question("cdp-1-in-place").text, exact: true })
    .getByRole("checkbox", { name: question("cdp-1-in-place").kind.choices.find(({ code }) => code === "strategy").label, exact: true }),
});

/** Nothing changes by being shown. */
async function untouched(person, filing) {
  await person.open(`/filings/${filing}/report/capabilities`);
  const { progress, statement, strategy } = controls(person);
  assert.deepEqual([await progress.isChecked(), await statement.inputValue(), await strategy.isChecked()], [false, "", false]);
}

/** The form shows what the ministry wrote. */
async function written(person, filing) {
  await person.open(`/filings/${filing}/report/capabilities`);
  const { progress, statement, strategy } = controls(person);
  assert.deepEqual([await progress.isChecked(), await statement.inputValue(), await strategy.isChecked()], [true, STATEMENT, true]);
}
