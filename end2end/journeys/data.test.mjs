//! What is public, as data: every link to a file is followed, for people and for programs, and leads to what it says.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { journey } from "../support/journey.mjs";
import { unpacked } from "../support/wire.mjs";

/** What a file is, by how its address ends. */
const KINDS = {
  atom: "application/atom+xml",
  csv: "text/csv",
  json: "application/json",
  pdf: "application/pdf",
  "schema.json": "application/schema+json",
  "stix.json": "application/stix+json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** The media type an address promises. */
function promised(address) {
  const path = address.split("?")[0];
  const endings = Object.keys(KINDS).filter((ending) => path.endsWith(`.${ending}`));
  assert.ok(endings.length > 0, `${address} is a file`);
  return KINDS[endings.sort((one, other) => other.length - one.length)[0]];
}

/** The links of a part of the page that is open, as written. */
const links = (part) => part.getByRole("link").evaluateAll((found) => found.map((link) => link.getAttribute("href")));

const files = (addresses) => addresses.filter((address) => address.startsWith("/data/"));

/** What the head of the page that is open says of the same as data. */
const alternates = ({ page }) =>
  page.locator("head link[rel=alternate]").evaluateAll((found) =>
    found.map((link) => ({ address: link.getAttribute("href"), kind: link.type, title: link.title })),
  );

/** Asks for a file, and holds it against what its address promises. */
async function gets(visitor, address) {
  const answer = await visitor.asks(address);
  assert.equal(answer.status(), 200, address);
  const kind = answer.headers()["content-type"].split(";")[0];
  assert.equal(kind, promised(address), address);
  const body = await answer.body();
  assert.ok(body.length > 0, `${address} is not empty`);
  if (kind.endsWith("json")) JSON.parse(body.toString("utf8"));
  return body;
}

/** The page that is open says in its head what it says at its end, and all of it is there. */
async function isToBeHad(visitor, number) {
  const named = await alternates(visitor);
  const shown = files(await links(visitor.page.getByRole("region", { name: visitor.say("data-as"), exact: true })));
  assert.deepEqual(named.map(({ address }) => address), shown, visitor.path);
  assert.equal(shown.length, number, visitor.path);
  assert.equal(new Set(named.map(({ title }) => title)).size, number, "each is called something else");
  for (const { address, kind } of named) {
    assert.equal(kind, promised(address));
    await gets(visitor, address);
  }
  return shown;
}

async function everyPage(cast) {
  const visitor = await cast.anybody();
  await visitor.open("/publications");
  await isToBeHad(visitor, 4);
  const list = visitor.page.getByRole("main").getByRole("listitem");
  const publications = await links(list.getByRole("heading"));
  const [withdrawn] = await links(list.filter({ hasText: visitor.say("publications-withdrawn", { state: "" }) }).getByRole("heading"));
  assert.ok(withdrawn, "the demonstration has a publication that was withdrawn");
  for (const address of publications) {
    await visitor.open(address);
    const [json] = await isToBeHad(visitor, 4);
    const said = JSON.parse((await gets(visitor, json)).toString("utf8"));
    assert.ok(address.endsWith(said.reference));
    // The page and the file say the same, also that there is nothing more to say.
    if (address === withdrawn) assert.deepEqual([said.content, typeof said.withdrawn], [undefined, "string"]);
    else assert.equal(said.content.title.text.trim(), (await visitor.page.locator("h1").innerText()).trim());
  }
  await visitor.open("/participants");
  await isToBeHad(visitor, 2);
  await visitor.go(visitor.page.getByRole("main").getByRole("region").getByRole("link").first());
  const [feed] = await isToBeHad(visitor, 2);
  const own = (await visitor.text(visitor.page.getByRole("main"))).match(/PUB-\d{4}-\d+/g);
  const followed = (await gets(visitor, feed)).toString("utf8").match(/(?<=\/publications\/)PUB-\d{4}-\d+(?=")/g);
  assert.deepEqual([...new Set(followed)], own, "the feed of a State has what its page has");
}

async function explained(cast) {
  const visitor = await cast.anybody();
  await visitor.open("/");
  await visitor.follow("data-link");
  await visitor.isAt("data-title");
  for (const address of files(await links(visitor.page.getByRole("main")))) await gets(visitor, address);

  // The file of everything is what its list says, and each file in it too.
  const manifest = JSON.parse((await gets(visitor, "/data/manifest.json")).toString("utf8"));
  const archive = await gets(visitor, "/data/everything.zip");
  const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
  assert.equal(hash(archive), manifest.archive.sha256);
  const inside = new Map([...unpacked(archive)].map(([name, bytes]) => [name, hash(bytes)]));
  for (const { name, sha256 } of manifest.files) assert.equal(inside.get(name), sha256, name);

  // Whoever follows a link gets a file with a name that says what it is.
  const saved = visitor.page.waitForEvent("download");
  await visitor.hand.press(visitor.page.getByRole("link", { name: visitor.say("data-as-table"), exact: true }));
  const file = await saved;
  assert.equal(file.suggestedFilename(), "publications.csv");
  assert.match(await readFile(await file.path(), "utf8"), /^\uFEFF?"reference","state",/);
}

journey("to be had as data, from every public page", everyPage);
journey("the data, explained", explained);
