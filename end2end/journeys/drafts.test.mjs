//! Nothing typed is lost, nothing is done twice, and what must not be stored is stored nowhere.

import assert from "node:assert/strict";
import { journey } from "../support/journey.mjs";
import { begin } from "../support/filing.mjs";
import { fill, writes } from "../support/form.mjs";

const HERS = "Nadia wrote that the ferry terminal stood still for an hour.";
const HIS = "Bruno wrote that the ferry terminal stood still for two hours.";

journey("two people change the same field", async (cast) => {
  const nadia = await cast.person("Nadia");
  const filing = await begin(nadia);
  const bruno = await cast.person("Bruno");
  await bruno.open(`/filings/${filing}/form/notice`);

  await fill(nadia, "notice", [writes("title", "A ferry terminal stood still"), writes("summary", HERS)]);
  await fill(bruno, "notice", [writes("summary", HIS)]);

  await bruno.isAt("choose-title");
  await bruno.shows(HERS);
  await bruno.shows(HIS);
  // Only what both changed is to be chosen: the title, which he left empty, is hers.
  assert.equal(await bruno.page.getByRole("group").count(), 1);
  const aside = bruno.group("field-summary").getByRole("radio").nth(1);
  await bruno.hand.choose(aside);
  await bruno.press("choose-save");

  await nadia.open(`/filings/${filing}/form/notice`);
  assert.equal(await nadia.field("field-summary").inputValue(), HIS);
  assert.equal(await nadia.field("field-title").inputValue(), "A ferry terminal stood still");
});

journey("the session ends while somebody types", async (cast) => {
  const amina = await cast.person("Amina");
  const filing = await begin(amina);
  await amina.write("field-title", "Typed before the session ended");
  await amina.write("field-summary", "Two lines,\r\nwith an = and a & and a + and a ü.");
  await amina.page.context().clearCookies();
  await amina.press("form-save-leave");

  await amina.isAt("ended-title");
  await amina.write("ended-email", cast.server.accounts.Amina.email);
  await amina.write("ended-password", cast.server.accounts.Amina.password);
  await amina.press("ended-sign-in");
  await amina.open(`/filings/${filing}/form/notice`);
  assert.equal(await amina.field("field-title").inputValue(), "Typed before the session ended");
  assert.equal(await amina.field("field-summary").inputValue(), "Two lines,\nwith an = and a & and a + and a ü.");

  // Somebody else at the same screen: even of the same State, even with the right to write, what she typed is dropped.
  await amina.write("field-title", "Typed by Amina, and nobody else");
  await amina.page.context().clearCookies();
  await amina.press("form-save-leave");
  await amina.write("ended-email", cast.server.accounts.Bashir.email);
  await amina.write("ended-password", cast.server.accounts.Bashir.password);
  await amina.press("ended-sign-in");
  await amina.open(`/filings/${filing}`);
  await amina.shows("Typed before the session ended");
  await amina.notShows("Typed by Amina, and nobody else");
  assert.ok(!(await cast.server.kept()).includes("Typed by Amina, and nobody else"), "it is kept nowhere");
});

journey("the same form twice is one act", async (cast) => {
  const amina = await cast.person("Amina");
  const before = await references(amina);

  await amina.follow("desk-new");
  const loaded = amina.page.waitForEvent("load");
  await amina.button("new-begin").dblclick();
  await loaded;
  assert.equal((await references(amina)).length, before.length + 1, "a doubled click begins one draft");

  // After a crash nobody knows whether it arrived: it is sent again, with the key it had.
  await amina.follow("desk-new");
  const form = await amina.hidden("new-begin");
  const sent = () => amina.page.request.post("/do/open", { form, maxRedirects: 0, headers: { accept: "text/html" } });
  const [first, again] = [await sent(), await sent()];
  assert.equal(first.status(), 302);
  assert.equal(again.headers().location, first.headers().location, "the same key has the same result");
  assert.equal((await references(amina)).length, before.length + 2);
});

/** The references on the list of filings. */
async function references(person) {
  await person.open("/filings");
  return [...new Set((await person.text()).match(/INC-XV-\d{4}-\d+/g))];
}

journey("a classification marking is stored nowhere", async (cast) => {
  const amina = await cast.person("Amina");
  const filing = await begin(amina);
  const secret = "NATO SECRET: the cable landing of Port Ostrava-by-the-Sea";
  await fill(amina, "notice", [writes("title", "A cable was cut"), writes("summary", secret)]);

  const problem = amina.say.problem("summary", "classified");
  assert.ok((await amina.problems()).includes(problem), "it is said which field was left out");
  await amina.shows(problem, amina.page.locator("#summary-error"));
  assert.equal(await amina.field("field-summary").inputValue(), "", "it is not there");
  assert.equal(await amina.field("field-title").inputValue(), "A cable was cut", "the other fields are");
  await amina.open(`/filings/${filing}`);
  assert.ok(!(await cast.server.kept()).includes("Ostrava-by-the-Sea"), "it is in no file");
  assert.ok(!cast.server.log.includes("Ostrava-by-the-Sea"), "nor in the log");
});
