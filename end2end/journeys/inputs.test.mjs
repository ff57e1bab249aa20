//! What analysts hold, from the file to a public page: every file of this project, and of the folder that
//! `VERBALE_INPUTS` names, is imported, completed, approved, accepted and published, without script and with.
//!
//! The secretariat's people and the public are behind a wire. Whom a file names, and what its author wrote, is found by a
//! reading of our own (`names.mjs`), and must be in nothing that came over that wire: no page, no file, no format, no
//! head of a response; nor in any letter, nor in the log.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Cast } from "../support/browser.mjs";
import * as filing from "../support/filing.mjs";
import * as form from "../support/form.mjs";
import { bothWays, go } from "../support/journey.mjs";
import { Sought, readable, whatMustStay } from "../support/names.mjs";
import { start } from "../support/server.mjs";
import { Wire, follows } from "../support/wire.mjs";

const OWN = fileURLToPath(new URL("../../server/tests/inputs/", import.meta.url));
const { VERBALE_INPUTS } = process.env;

/** How many indicators the events of our own files give, counted by hand. */
const COUNTED = {
  "misp-event.json": [21],
  "misp-several.json": [2, 2],
  "stix-groupings.json": [1, 2],
  "stix-indicators.json": [2],
  "stix-report.json": [15],
};

/** Of these the State does not release what their source marked more strictly than the public may read. */
const NOT_RELEASED = new Set(["misp-several.json 2"]);

/** What our own files call somebody, and the portal says by itself: it names a State so (ISO 3166-1). */
const ALSO_WORDS = ["LC"];

/** Every report of a folder, in folders of it too. */
function reports(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    const json = JSON.parse(text.replace(/^\uFEFF/, ""));
    return { name: basename(name), path, text, json, counted: folder === OWN ? COUNTED[basename(name)] : undefined };
  });
}

const REPORTS = reports(OWN);
if (VERBALE_INPUTS) REPORTS.push(...reports(VERBALE_INPUTS));
else console.log("SKIPPED the journey of every public report: VERBALE_INPUTS names no folder.");

bothWays("every file that analysts hold, to a public page that names nobody", async (title, script, told) => {
  // Nobody files so much so fast.
  const server = await start({ VERBALE_POSTS: "0" });
  const wire = await Wire.to(server);
  const cast = new Cast({ server, script, quick: true });
  await go(title, cast, [server], (_) => everyFile(cast, wire, told)).finally(() => wire.cut());
});

async function everyFile(cast, wire, told) {
  const people = await theirPeople(cast, wire);
  const sought = await somebodyElses(people, wire, told);
  for (const [at, report] of REPORTS.entries()) {
    // By script and without, each file once as a file and once as text.
    const pasted = at % 2 === (cast.script ? 0 : 1);
    await told.test(`${report.name}, ${pasted ? "pasted" : "uploaded"}`, () => everyEvent(people, { ...report, pasted }));
  }
  await reachesAllThatIsLinked(people, wire, told);
  namesNobody(cast.server, wire, sought, await cast.server.letters());
}

/** The State's own people at its server; everyone else behind the wire. */
async function theirPeople(cast, wire) {
  const behind = { at: wire };
  return {
    amina: await cast.person("Amina"),
    bashir: await cast.person("Bashir"),
    erika: await cast.person("Erika", behind),
    dana: await cast.person("Dana", behind),
    greta: await cast.person("Greta", behind),
    nadia: await cast.person("Nadia", behind),
    anybody: await cast.anybody(behind),
    filed: [],
  };
}

/**
 * What is looked for. A word that the portal says by itself, before there was any file, is not looked for: where it is
 * said, it need not be the file that says it.
 */
async function somebodyElses(people, wire, told) {
  await looksAround(people);
  const before = wire.texts().map(({ text }) => readable(text));
  const sought = [];
  for (const { name: file, json, counted } of REPORTS) {
    const all = whatMustStay(json).map((one) => new Sought(one));
    const own = all.filter((one) => before.some((text) => one.in(text)));
    const kept = all.filter((one) => !own.includes(one));
    const unexpected = counted ? own.filter(({ name }) => !ALSO_WORDS.includes(name)) : [];
    assert.deepEqual(unexpected, [], `${file} calls nobody by a word of the portal's own`);
    const names = kept.filter(({ what }) => what !== "prose").map(({ name }) => name);
    told.diagnostic(`${file}: looked for ${kept.length - names.length} lines of prose, and ${names.join(" · ") || "nobody"}`);
    if (own.length > 0) told.diagnostic(`${file}: not looked for, since the portal says it by itself: ${own.map(({ name }) => name).join(" · ")}`);
    sought.push(...kept.map((one) => ({ file, one })));
  }
  return sought;
}

/** Everyone who is not of the State asks for everything that leads on from where they may be. */
async function looksAround({ amina: _, bashir: __, filed, ...others }) {
  const addresses = new Set();
  for (const person of Object.values(others)) {
    for (const path of await follows(person, ["/", "/publications", "/participants", "/data", "/review", "/log", "/shared"])) addresses.add(path);
  }
  for (const { filing } of filed) assert.ok(addresses.has(`/filings/${filing}`), `the secretariat's pages lead to ${filing}`);
  return addresses;
}

async function everyEvent(people, report) {
  const events = await imports(people.amina, report, 0);
  await toThePublic(people, report, 0);
  for (let event = 1; event < events; event += 1) {
    await imports(people.amina, report, event);
    await toThePublic(people, report, event);
  }
  if (report.counted) assert.equal(events, report.counted.length, `${report.name} tells of so many events`);
}

/** Begins a draft of a file, and where it tells of several events, of this one. Returns of how many it tells. */
async function imports(amina, { path, text, pasted }, event) {
  await amina.open("/filings/new");
  if (pasted) {
    await amina.disclose(amina.say("new-paste"));
    // All at once, as it is pasted; a browser that is told to type takes a minute for 150 kB.
    await amina.field("new-text").evaluate((area, text) => (area.value = text), text);
    await amina.press("new-import-text");
  } else {
    await amina.field("new-file").setInputFiles(path);
    await amina.press("new-import-file");
  }
  return amina.path === "/filings/new/which" ? choosesOne(amina, event) : 1;
}

async function choosesOne(amina, event) {
  await amina.isAt("which-title");
  await amina.isAccessible();
  const events = amina.group("which-event").getByRole("radio");
  const number = await events.count();
  const title = await amina.text(amina.group("which-event").locator("label").nth(event));
  await amina.hand.choose(events.nth(event));
  await amina.press("which-import");
  // It is that one which became a draft, and the others are gone.
  if (title !== amina.say("which-untitled", { number: event + 1 })) await amina.shows(title);
  assert.equal((await amina.asks("/filings/new/which")).status(), 404, "nothing is kept of the others");
  return number;
}

/** A draft that was just imported, until everyone reads it. */
async function toThePublic(people, report, event) {
  const { amina, bashir, erika, dana, filed } = people;
  const { taken, marked } = await isTold(amina, report);
  const reference = form.reference(amina);
  const isReleased = !NOT_RELEASED.has(`${report.name} ${event + 1}`);
  await completes(amina, { number: filed.length + 1, releases: marked && isReleased });
  await filing.approve(bashir, reference);
  await filing.claim(erika, reference);
  await filing.accept(erika);
  const publication = await filing.publish(dana, reference);
  filed.push({ filing: reference, publication });
  if (report.counted) assert.equal(taken, report.counted[event], `so many indicators are in event ${event + 1} of ${report.name}`);
  const released = await inEveryFormat(people.anybody, publication);
  if (!isReleased) assert.deepEqual(released, [], `${publication} keeps back what is not released`);
  else holds(released, taken, hashes(report.json, event), publication);
}

/** Reads what was taken and what was not. Returns how many indicators there are, and whether their marking holds them back. */
async function isTold(amina, { json }) {
  await amina.isAt("source-heading", { format: "objects" in json ? "STIX 2.1" : "MISP" });
  await amina.says("source-left-out");
  if (whatMustStay(json).some(({ what }) => what === "actor")) await amina.says("source-why-attributes");
  await amina.isAccessible();
  const source = amina.path;
  await amina.go(amina.page.getByRole("main").getByRole("link", { name: /indicators? (was|were) taken/ }));
  await amina.isAccessible();
  const caption = amina.page.getByRole("table", { name: /indicators?$/ }).locator("caption");
  const taken = (await caption.count()) === 0 ? 0 : Number.parseInt((await caption.innerText()).replace("One", "1"), 10);
  await amina.open(source);
  const marked = (await amina.text()).includes(amina.say("indicators-floor", { marking: "§" }).split("§")[1]);
  return { taken, marked };
}

/** Answers what the file does not, and sends it. Nothing of what the file answers is written over, but who reads it. */
async function completes(amina, { number, releases }) {
  const whole = form.notification({ exercise: "exercise-exercise", title: `Files encrypted at a port, exercise ${number}` });
  await amina.follow("source-on");
  await form.complete(amina, whole);
  await amina.open(`/filings/${form.reference(amina)}/form/readers`);
  await form.fill(amina, "readers", releases ? [...whole.readers, form.releases()] : whole.readers);
  await amina.press("action-send");
  await amina.says("action-send.success");
}

/** The indicators of a publication, in JSON; and that every other format has as many. */
async function inEveryFormat(anybody, publication) {
  const read = async (ending) => (await anybody.asks(`/data/publications/${publication}.${ending}`)).text();
  const { content } = JSON.parse(await read("json"));
  const indicators = Array.isArray(content.indicators) ? content.indicators : [];
  const { objects } = JSON.parse(await read("stix.json"));
  const stix = objects.filter(({ type }) => type === "indicator" || type === "vulnerability");
  // What STIX has no pattern for stands in the portal's own extension.
  const others = objects.flatMap(({ extensions = {} }) => Object.values(extensions)).flatMap((extension) => extension.indicators ?? []);
  const { Event: event } = JSON.parse(await read("misp.json"));
  const misp = event.Attribute.filter(({ category }) => category !== "Internal reference");
  const csv = (await read("csv")).match(/^("[^"]*",){4}"indicator","given",/gm) ?? [];
  const each = [stix.length + others.length, misp.length, csv.length];
  assert.deepEqual(each, each.map(() => indicators.length), `${publication} says the same in every format`);
  return indicators.map(({ value }) => value);
}

/** What was taken is there to the last one, and every hash of the file is. */
function holds(released, taken, hashed, publication) {
  assert.equal(released.length, taken, `${publication} has every indicator that was taken`);
  assert.equal(new Set(released).size, taken, `${publication} has each once`);
  const missing = hashed.filter((hash) => !released.includes(hash));
  assert.deepEqual(missing, [], `${publication} has every hash of its file`);
}

const HASHES = /(?<![0-9a-f])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-f])/gi;

/** The hashes an event gives for detection. Nobody is called like a hash, so each has to be published. */
function hashes(json, event) {
  const given = "objects" in json ? hashesOfStix(json, event) : hashesOfMisp(json, event);
  return [...new Set(given.flatMap((text) => text.match(HASHES) ?? []).map((hash) => hash.toLowerCase()))];
}

function hashesOfStix({ objects }, event) {
  const holding = objects.filter(({ type }) => type === "report" || type === "grouping");
  const meant = holding[event]?.object_refs ?? objects.map(({ id }) => id);
  const indicators = objects.filter(({ type, id }) => type === "indicator" && meant.includes(id));
  const counted = indicators.filter(({ revoked, indicator_types: types = [], pattern_type: of }) => !revoked && !types.includes("benign") && of === "stix");
  return counted.map(({ pattern }) => pattern).filter((pattern) => /file:hashes/.test(pattern));
}

function hashesOfMisp(json, event) {
  const events = [json.response ?? json].flat().map((one) => one.Event ?? one);
  const { Attribute: own = [], Object: within = [] } = events[event];
  const attributes = [...own, ...within.filter(({ deleted }) => !deleted).flatMap((object) => object.Attribute ?? [])];
  return attributes.filter(({ type, deleted }) => !deleted && /(^|\|)(md5|sha1|sha256|sha512)$/.test(type)).map(({ value }) => value);
}

/** All of it was asked for once more: the pages that lead to it, and each publication in each format. */
async function reachesAllThatIsLinked(people, wire, told) {
  const addresses = await looksAround(people);
  for (const { publication } of people.filed) {
    for (const ending of ["json", "csv", "stix.json", "misp.json"]) {
      assert.ok(addresses.has(`/data/publications/${publication}.${ending}`), `${publication} is linked as ${ending}`);
    }
  }
  for (const file of ["publications.json", "publications.csv", "publications.atom", "states.json", "states.csv", "everything.zip", "manifest.json"]) {
    assert.ok(wire.paths().includes(`/data/${file}`), `${file} was read`);
  }
  told.diagnostic(`${people.filed.length} publications; ${addresses.size} addresses; ${wire.heard.length} responses were heard`);
}

/** No byte that the secretariat, another State or the public received has any of it; nor has a letter, nor the log. */
function namesNobody(server, wire, sought, letters) {
  const written = letters.map(({ to, subject, text }) => ({ path: `a letter to ${to}`, text: `${subject}\n${text}` }));
  const heard = [...wire.texts(), ...written, { path: "the log", text: server.log }].map(({ path, text }) => ({ path, ...readable(text) }));
  const found = sought.flatMap(({ file, one }) => heard.map((text) => [one.in(text), text.path]).filter(([around]) => around).map(([around, path]) => `${one.name} (${one.what}, ${file}) is in ${path}: …${around}…`));
  assert.deepEqual(found.slice(0, 20), [], `${found.length} times somebody is named`);
}
