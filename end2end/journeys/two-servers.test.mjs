//! Two servers on one PostgreSQL: what one begins, the other goes on with; of two at once, one wins; no mail goes twice.
//!
//! `VERBALE_TEST_POSTGRES` names a database server where databases may be created.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Cast } from "../support/browser.mjs";
import { accept, approve, begin, claim } from "../support/filing.mjs";
import { notification, write } from "../support/form.mjs";
import { bothWays, go } from "../support/journey.mjs";
import { eventually, start, startBeside } from "../support/server.mjs";

const { VERBALE_TEST_POSTGRES } = process.env;
const run = promisify(execFile);
const sql = (statement) => run("psql", [VERBALE_TEST_POSTGRES, "--no-psqlrc", "--quiet", "--command", statement]);

if (VERBALE_TEST_POSTGRES) bothWays("two servers on one PostgreSQL", withTwo);
else console.log("SKIPPED two servers on one PostgreSQL: VERBALE_TEST_POSTGRES is not set.");

async function withTwo(title, script) {
  const database = `verbale_journey_${process.pid}_${Number(script)}`;
  await sql(`create database ${database}`);
  const url = new URL(VERBALE_TEST_POSTGRES);
  url.pathname = database;
  try {
    const one = await start({ DATABASE_URL: url.href });
    const other = await startBeside(one, { DATABASE_URL: url.href });
    await go(title, new Cast({ server: one, script }), [one, other], (...of) => story(url.href, ...of));
  } finally {
    await sql(`drop database ${database} with (force)`);
  }
}

async function story(database, cast, one, other) {
  const amina = await cast.person("Amina");
  const session = await amina.page.context().cookies();
  // Signed in on one, she files on the other: a cookie knows no port.
  const there = await cast.anybody({ at: other });
  await there.page.context().addCookies(session);
  await there.open("/filings");
  const filing = await begin(there);
  await write(there, notification());
  await there.press("action-send");
  await amina.open(`/filings/${filing}`);
  await amina.says("stage-awaiting-approval");
  await approve(await cast.person("Bashir"), filing);

  const claimed = await atOnce(await both(cast, one, other, "Chidi", "Erika"), filing, (person) => person.press("action-claim"));
  await oneWins(claimed, "action-claim.success");
  const reviewer = await holder(claimed, filing);
  await accept(reviewer);

  const publishers = reviewer === claimed[0] ? ["Dana", "Erika"] : ["Dana", "Dana"];
  const published = await atOnce(await both(cast, one, other, ...publishers), filing, (person) => person.pressBehind("action-publish.open", "action-publish"));
  await oneWins(published, "action-publish.success");
  const links = published[0].page.getByRole("link", { name: /^PUB-\d{4}-\d+$/ });
  assert.equal(new Set(await links.allInnerTexts()).size, 1, "it has one public reference");
  await noMailTwice(cast, one, other, await lettersOn(database, filing));
}

const both = (cast, one, other, first, second) => Promise.all([cast.person(first, { at: one }), cast.person(second, { at: other })]);

/** Both have the filing open before either acts. */
async function atOnce(people, filing, act) {
  for (const person of people) await person.open(`/filings/${filing}`);
  await Promise.all(people.map(act));
  return people;
}

/** One is told that it is done, the other that somebody was faster, with how it stands now. */
async function oneWins(people, success) {
  const texts = await Promise.all(people.map((person) => person.text()));
  const [{ say }] = people;
  assert.equal(texts.filter((text) => text.includes(say(success))).length, 1, "exactly one wins");
  const late = texts.filter((text) => text.includes(say("refused-not-now")) || text.includes(say("refused-stale")));
  assert.equal(late.length, 1, `the other is led to what happened: ${texts.join("\n---\n")}`);
}

async function holder(people, filing) {
  for (const person of people) {
    await person.open(`/filings/${filing}`);
    if ((await person.buttons("action-accept")) > 0) return person;
  }
  throw new Error("nobody holds it");
}

/** The files that hold the letters on this filing. Only the database knows: a letter does not say which filing it is about. */
async function lettersOn(database, filing) {
  const query = `select id from outbox where filing = '${filing}'`;
  const { stdout } = await run("psql", [database, "--no-psqlrc", "--tuples-only", "--no-align", "--command", query]);
  return new Set(stdout.trim().split("\n").map((id) => `${id}.eml`));
}

/** Every letter is in one folder once, and nobody got two on the same occasion of this filing. */
async function noMailTwice(cast, one, other, expected) {
  const { say } = cast;
  const letters = async () => [...(await one.letters()), ...(await other.letters())].filter(({ name }) => expected.has(name));
  const ofEveryone = async () => (await letters()).filter(({ subject }) => subject === say("letter-published")).length >= 3;
  await eventually("the last letters: to everyone of the State that it is published", ofEveryone);
  const all = await letters();
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length, "no letter is in both folders");
  for (const subject of ["letter-to-approve", "letter-to-review", "letter-to-publish", "letter-published"]) {
    const to = all.filter((letter) => letter.subject === say(subject)).map(({ to }) => to);
    assert.ok(to.length > 0, `somebody was told: ${subject}`);
    assert.equal(new Set(to).size, to.length, `nobody was told twice: ${subject}`);
  }
}
