//! Reading: a visitor searches, narrows, turns pages, and looks at who takes part.

import assert from "node:assert/strict";
import { journey, NARROW } from "../support/journey.mjs";

/** What is found on the page that is open, by reference. */
async function found(visitor) {
  const text = await visitor.text(visitor.page.getByRole("main"));
  return text.match(/PUB-\d{4}-\d+/g) ?? [];
}

const parameters = (visitor) => Object.fromEntries([...new URL(visitor.page.url()).searchParams].filter(([, value]) => value));

async function searches(visitor, words) {
  await visitor.write("publications-words", words);
  await visitor.press("publications-filter");
}

async function reading(cast) {
  const visitor = await cast.anybody();
  await visitor.open("/publications");
  const all = await found(visitor);
  assert.ok(all.length >= 5, `the demonstration has publications: ${all}`);

  // Every word of a title finds it, however it is written.
  const title = visitor.page.getByRole("main").getByRole("listitem").last().getByRole("link");
  const words = (await title.innerText()).trim();
  await searches(visitor, words.toUpperCase());
  assert.deepEqual(await found(visitor), [all.at(-1)]);
  assert.equal(await visitor.field("publications-words").inputValue(), words.toUpperCase(), "what was typed stays");
  assert.deepEqual(Object.keys(parameters(visitor)), ["words"], "the address says what was asked");

  await visitor.follow("publications-clear");
  assert.deepEqual(await found(visitor), all);

  // Nothing found, and something that is no word.
  await searches(visitor, "quokka");
  await visitor.says("publications-none");
  await searches(visitor, "🔥");
  assert.deepEqual(await visitor.problems(), [visitor.say("publications-no-words")]);
  await visitor.mends(visitor.say("publications-no-words"), "words");

  // A kind, and a State: the address can be kept.
  await visitor.open("/publications");
  await visitor.field("publications-kind").selectOption("incident");
  await visitor.field("publications-state").selectOption({ index: 1 });
  await visitor.press("publications-filter");
  const narrowed = await found(visitor);
  assert.ok(narrowed.length > 0 && narrowed.length < all.length, `${narrowed}`);
  await visitor.open(new URL(visitor.page.url()).pathname + new URL(visitor.page.url()).search);
  assert.deepEqual(await found(visitor), narrowed);
  await wrongAddresses(visitor);
  await participants(visitor);
}

/** Anyone can write an address. What makes no sense is said, and stays in the form. */
async function wrongAddresses(visitor) {
  await visitor.open("/publications?year=abc&state=ZZ&kind=x&sector=y");
  const wrong = ["state", "year", "kind", "sector"];
  assert.deepEqual(await visitor.problems(), wrong.map((field) => visitor.say(`publications-no-such-${field}`)));
  assert.equal(await visitor.field("publications-year").inputValue(), "abc");
  assert.equal(await visitor.field("publications-state").inputValue(), "ZZ");
  await visitor.open("/publications?page=99");
  await visitor.says("publications-no-such-page");
  await visitor.open(`/publications?words=${"long ".repeat(500)}`);
  await visitor.says("publications-words-too-long", { limit: "200" });
}

/** Who takes part, one State, and what it published. */
async function participants(visitor) {
  await visitor.follow("shell-participants");
  await visitor.isAt("participants-title");
  await visitor.says("over-time-title");
  const table = visitor.page.getByRole("table", { name: visitor.say("over-time-chart") });
  const chart = visitor.page.getByRole("img", { name: visitor.say("over-time-chart") });
  assert.equal(await chart.locator("rect").count(), (await table.getByRole("row").count()) - 1, "a bar for each row");

  const state = visitor.page.getByRole("main").getByRole("listitem").first().getByRole("link");
  const name = (await state.innerText()).trim();
  await visitor.go(state);
  assert.equal(await visitor.heading(), name);
  const own = await found(visitor);
  assert.ok(own.length > 0, "it has published");
  await visitor.go(visitor.page.getByRole("main").getByRole("listitem").first().getByRole("link").first());
  await visitor.shows(own[0]);
  // Who has not published has no page, as if there were no such State.
  assert.equal((await visitor.asks("/participants/FR")).status(), 404);
  assert.equal((await visitor.asks("/participants/ZZ")).status(), 404);
}

journey("searched and read", reading);
journey("searched and read on a telephone", reading, { viewport: NARROW });
journey("searched and read from right to left", reading, { pseudo: true });
