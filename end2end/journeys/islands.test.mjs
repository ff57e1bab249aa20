//! What scripts add where they run; and that nothing is missing, or promised, where they do not.

import assert from "node:assert/strict";
import { journey } from "../support/journey.mjs";
import { begin } from "../support/filing.mjs";

journey("characters are counted while typing", async (cast) => {
  const amina = await cast.person("Amina");
  await begin(amina);
  const field = amina.page.locator(".field").filter({ has: amina.field("field-summary") });
  await amina.write("field-summary", "Twelve signs");
  const counted = amina.say("count-left", { count: 4_000 - 12 });
  if (cast.script) await field.getByText(counted, { exact: true }).waitFor();
  else await amina.notShows(amina.say("count-left", { count: "" }), field);

  await amina.write("field-summary", "x".repeat(4_003));
  if (cast.script) await field.getByText(amina.say("count-over", { count: 3 }), { exact: true }).waitFor();
  await amina.press("form-save-continue");
  assert.ok((await amina.problems()).includes(amina.say.problem("summary", "too-long", 4_000)));
  assert.equal((await amina.field("field-summary").inputValue()).length, 4_003, "all of it is kept");
});

journey("a long list is narrowed while typing", async (cast) => {
  const farid = await cast.person("Farid");
  const rows = farid.page.getByRole("row").filter({ has: farid.page.getByRole("link"), visible: true });
  const everyone = await rows.count();
  assert.ok(everyone > 10, `everyone is listed: ${everyone}`);
  const box = farid.page.getByLabel(farid.say("people-filter"));
  if (!cast.script) return assert.equal(await box.filter({ visible: true }).count(), 0, "there is no box that does nothing");
  await box.fill("amina");
  await farid.page.getByText(farid.say("filter-shown", { shown: 1, all: everyone }), { exact: true }).waitFor();
  assert.equal(await rows.count(), 1);
  await farid.followTo("Amina Haddad");
});
