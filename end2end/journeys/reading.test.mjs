//! Reading: a visitor searches, narrows, turns pages, and looks at who takes part.

import assert from "node:assert/strict";
import { accept, approve, claim, file, publish } from "../support/filing.mjs";
import { reference } from "../support/form.mjs";
import { keyboard } from "../support/hands.mjs";
import { journey, NARROW } from "../support/journey.mjs";

/** The publications that are listed on the page that is open. */
const titles = ({ page }) => page.getByRole("main").getByRole("heading", { level: 3 }).locator('a[href^="/publications/"]');

/** The States that are, group by group. */
const states = ({ page }) => page.getByRole("main").getByRole("region").getByRole("listitem").getByRole("link");

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
  const title = titles(visitor).last();
  const words = (await title.innerText()).trim();
  await searches(visitor, words.toUpperCase());
  assert.deepEqual(await found(visitor), [all.at(-1)]);
  assert.equal(await visitor.field("publications-words").inputValue(), words.toUpperCase(), "what was typed stays");
  assert.deepEqual(Object.keys(parameters(visitor)), ["words"], "the address says what was asked");
  assert.ok((await visitor.page.title()).includes(words.toUpperCase()), "and so does the window");

  await visitor.follow("publications-clear");
  assert.deepEqual(await found(visitor), all);

  // What was withdrawn is listed, counted, and not searched.
  const withdrawn = await visitor.page.getByRole("heading", { name: visitor.say("publications-withdrawn", { state: "" }) }).count();
  assert.ok(withdrawn > 0, "the demonstration has a publication that was withdrawn");
  await visitor.says("publications-total", { total: all.length });
  await visitor.says("publications-of-which-withdrawn", { number: withdrawn });

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
  const { pathname, search } = new URL(visitor.page.url());
  await visitor.open("/");
  await visitor.open(pathname + search);
  assert.deepEqual(await found(visitor), narrowed, "an address that was kept finds the same");
  assert.equal(await visitor.field("publications-kind").inputValue(), "incident");
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

  const state = states(visitor).first();
  const name = (await state.innerText()).trim();
  await visitor.go(state);
  assert.equal(await visitor.heading(), name);
  const own = await found(visitor);
  assert.ok(own.length > 0, "it has published");
  await visitor.go(titles(visitor).first());
  await visitor.shows(own[0]);
  // Who has not published has no page, as if there were no such State.
  assert.equal((await visitor.asks("/participants/FR")).status(), 404);
  assert.equal((await visitor.asks("/participants/ZZ")).status(), 404);
}

/** One title in three scripts, and for each a word as it stands there and as somebody else would type it. */
const TITLE = "Порт закрыт на ночь · 港口网络攻击 · أُغلِق الميناء ليلاً";
const TYPED = ["закрыт", "ЗАКРЫТ порт", "网络攻击", "港", "أُغلِق", "اغلق الميناء"];

async function anyScript(cast) {
  const amina = await cast.person("Amina");
  const filing = await file(amina, { title: TITLE });
  await approve(await cast.person("Bashir"), filing);
  const chidi = await cast.person("Chidi");
  await claim(chidi, filing);
  await accept(chidi);
  const publication = await publish(await cast.person("Dana"), filing);

  const visitor = await cast.anybody();
  await visitor.open("/publications");
  for (const typed of TYPED) {
    await searches(visitor, typed);
    assert.deepEqual(await found(visitor), [publication], typed);
    assert.equal(await visitor.field("publications-words").inputValue(), typed);
  }
  // A letter of a word that has spaces around it is another word.
  await searches(visitor, "закры");
  assert.deepEqual(await found(visitor), []);
}

/** How many indicators stand on a page, and how many pages there are to turn. */
const [A_PAGE, PAGES] = [100, 4];

/** Long lists are turned page by page, by keyboard alone. */
async function turning(cast) {
  const amina = await cast.person("Amina", { hand: keyboard });
  const value = (number) => `host-${number}.invented.example`;
  const Attribute = Array.from({ length: A_PAGE * PAGES }, (_, number) => ({ type: "domain", category: "Network activity", value: value(number) }));
  await amina.open("/filings/new");
  const buffer = Buffer.from(JSON.stringify({ Event: { info: "Many", date: "2026-03-01", Attribute } }));
  await amina.page.locator("#file").setInputFiles({ name: "many.json", mimeType: "application/json", buffer });
  await amina.press("new-import-file");
  await amina.open(`/filings/${reference(amina)}/indicators`);

  const turned = async (page, shown) => {
    await amina.says("pager-here", { page, pages: PAGES });
    await amina.says("indicators-caption", { number: A_PAGE * PAGES });
    assert.equal(await amina.page.getByRole("row").count(), A_PAGE + 1);
    for (const name of ["first", "prev", "next", "last"]) {
      assert.equal(await amina.buttons(`pager-${name}`), shown.includes(name) ? 1 : 0, `${name} on page ${page}`);
    }
  };
  await turned(1, ["next", "last"]);
  await amina.follow("pager-next");
  await turned(2, ["prev", "next", "last"]);
  await amina.follow("pager-last");
  await turned(4, ["first", "prev"]);
  await amina.follow("pager-prev");
  await turned(3, ["first", "prev", "next"]);
  await amina.follow("pager-first");
  await turned(1, ["next", "last"]);
}

journey("searched and read", reading);
journey("searched and read on a telephone", reading, { viewport: NARROW });
journey("searched and read from right to left", reading, { pseudo: true });
journey("found in any script", anyScript);
journey("long lists, turned by keyboard", turning);
