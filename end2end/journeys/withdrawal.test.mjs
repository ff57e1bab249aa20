//! Ways back: what an approver returns, and what a State takes back.

import assert from "node:assert/strict";
import { journey } from "../support/journey.mjs";
import { TITLE } from "../support/form.mjs";
import { approve, claim, accept, file, publish } from "../support/filing.mjs";

const WHY = "The number of ships is not right yet.";
const REASON = "Filed twice by mistake, once by each of two offices.";

journey("returned to its drafters", async (cast) => {
  const amina = await cast.person("Amina");
  const filing = await file(amina);

  const bashir = await cast.person("Bashir");
  await bashir.open(`/filings/${filing}`);
  await bashir.write("action-return.asks", WHY);
  await bashir.press("action-return");
  await bashir.says("action-return.success");

  await amina.open(`/filings/${filing}`);
  await amina.says("stage-draft");
  await amina.shows(WHY);
  await amina.follow("action-send.open");
  await amina.press("action-send");
  await approve(bashir, filing);
  // What the State's people said to one another stays among them.
  const chidi = await cast.person("Chidi");
  await claim(chidi, filing);
  await chidi.notShows(WHY);
});

journey("withdrawn after it was published", async (cast) => {
  const amina = await cast.person("Amina");
  const filing = await file(amina);
  const bashir = await cast.person("Bashir");
  await approve(bashir, filing);
  const chidi = await cast.person("Chidi");
  await claim(chidi, filing);
  await accept(chidi);
  const publication = await publish(await cast.person("Dana"), filing);

  await amina.open(`/filings/${filing}`);
  await amina.isNotOffered("action-withdraw");
  await bashir.open(`/filings/${filing}`);
  await bashir.disclose(bashir.say("action-withdraw.open"));
  await bashir.write("action-withdraw.asks", REASON);
  await bashir.press("action-withdraw");
  await bashir.says("stage-withdrawn");

  await chidi.open(`/filings/${filing}`);
  await chidi.shows(REASON);

  const visitor = await cast.anybody();
  await visitor.open(`/publications/${publication}`);
  await visitor.isAt("publication-withdrawn-title", { reference: publication });
  await visitor.says("publication-history-withdrawn");
  const bytes = await (await visitor.asks(visitor.path)).text();
  for (const gone of [TITLE, REASON, "TLP:"]) assert.ok(!bytes.includes(gone), `“${gone}” is gone`);
  await visitor.open("/publications");
  await visitor.shows(publication);
  await visitor.notShows(TITLE);
});
