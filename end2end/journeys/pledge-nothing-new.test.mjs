//! *Nothing new*: one confirmation by a drafter, one by the national authority, counted in pages, fields and buttons.
//!
//! Northmark reported last in the demonstration's cycles; in one more cycle that report still stands.

import assert from "node:assert/strict";
import { begins, opens, signedIn, YEAR } from "../support/cycle.mjs";
import { accept, claim } from "../support/filing.mjs";
import { journey } from "../support/journey.mjs";
import { confirms } from "../support/report.mjs";

/** Counts what a person has to do from here on: pages that load, fields that are filled in, buttons and links pressed. */
function counting(person) {
  const counted = { pages: 0, fields: 0, presses: 0 };
  person.page.on("load", () => (counted.pages += 1));
  const count = (act, what) => (...target) => {
    counted[what] += 1;
    return act(...target);
  };
  const { press, open, write, choose, tick, pick } = person.hand;
  person.hand = {
    press: count(press, "presses"),
    open: count(open, "presses"),
    write: count(write, "fields"),
    choose: count(choose, "fields"),
    tick: count(tick, "fields"),
    pick: count(pick, "fields"),
  };
  return counted;
}

journey("nothing new to report", async (cast) => {
  const [chidi, dana] = [await signedIn(cast, "Chidi"), await signedIn(cast, "Dana")];
  await opens(chidi, dana, YEAR, await begins(chidi, `${YEAR}.1`), ["Northmark", "Meridia"]);

  const jonas = await signedIn(cast, "Jonas");
  const drafter = counting(jonas);
  const filing = await confirms(jonas, YEAR);
  assert.deepEqual(drafter, { pages: 4, fields: 1, presses: 4 }, "what a drafter does who is signed in");

  const katla = await signedIn(cast, "Katla");
  const approver = counting(katla);
  await katla.follow("filings-report", { cycle: YEAR });
  await katla.pressBehind("action-approve.open", "action-approve");
  await katla.says("action-approve.success");
  assert.deepEqual(approver, { pages: 2, fields: 0, presses: 3 }, "what an approver does who is signed in");

  await claim(chidi, filing);
  await accept(chidi);
  await dana.open(`/filings/${filing}`);
  await dana.pressBehind("action-publish.open", "action-publish");
  await dana.says("action-publish.success");

  const visitor = await cast.anybody();
  await visitor.open(`/cycles/${YEAR}/XN`);
  await visitor.says("tier-nothing-new");
  const { content } = await (await visitor.asks(`/data/reports/${YEAR}-XN.json`)).json();
  assert.equal(content.tier, "nothing-new");
  await visitor.says("public-report-nothing-new", { state: visitor.say("publications-demonstration", { state: "Northmark" }), year: content.nothing_new_since });
  await visitor.follow("public-report-nothing-new-read", { year: content.nothing_new_since });
  assert.equal(visitor.path, `/cycles/${content.nothing_new_since}/XN`);
});
