//! What is not for somebody does not exist for them: a draft for the secretariat, anything for another State, and what is
//! shared among States for the public.

import assert from "node:assert/strict";
import { journey } from "../support/journey.mjs";
import { accept, approve, begin, claim, file } from "../support/filing.mjs";
import { MEASURES, SUMMARY } from "../support/form.mjs";

const TITLE = "A registry of ships was unreachable, told among States";

journey("shared with participating States, and with nobody else", async (cast) => {
  const visitor = await cast.anybody();
  const before = await publicPages(visitor);

  const filing = await file(await cast.person("Amina"), { audience: "audience-participating-states", marking: "TLP:GREEN", title: TITLE });
  await approve(await cast.person("Bashir"), filing);
  const erika = await cast.person("Erika");
  await claim(erika, filing);
  const nadia = await cast.person("Nadia");
  assert.equal((await nadia.asks(`/shared/${filing}`)).status(), 404, "it is shared once it is accepted");
  await accept(erika);
  await erika.isNotOffered("action-publish");

  await nadia.follow("shell-shared");
  await nadia.followTo(TITLE);
  await nadia.shows(SUMMARY);
  await nadia.shows(MEASURES);
  await nadia.notShows("Level 3 of 5");
  assert.equal((await nadia.asks(`/filings/${filing}`)).status(), 404, "the filing itself stays its State's");

  assert.deepEqual(await publicPages(visitor), before, "no public byte changed");
  const dana = await cast.person("Dana");
  await dana.open(`/filings/${filing}`);
  await dana.isNotOffered("action-publish");
});

/** Every public page, as it is sent. */
async function publicPages(visitor) {
  await visitor.open("/publications");
  const links = await visitor.page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const paths = ["/", "/publications", "/about", ...links];
  return Promise.all(paths.map(async (path) => (await visitor.asks(path)).text()));
}

journey("hidden is not there", async (cast) => {
  const amina = await cast.person("Amina");
  const draft = await begin(amina);
  const missing = draft.replace(/\d+$/, (number) => "9".repeat(number.length));

  for (const name of ["Erika", "Nadia", "Solveig", "Farid", "Greta"]) {
    const person = await cast.person(name);
    for (const below of ["", "/form/notice", "/check", "/choose", "/source", "/acknowledgement/1"]) {
      const [hidden, none] = await Promise.all([answer(person, `/filings/${draft}${below}`), answer(person, `/filings/${missing}${below}`)]);
      assert.equal(hidden.status, 404, `${name}: ${below}`);
      assert.deepEqual(hidden, none, `${name} gets the same bytes for hidden and for missing: ${below}`);
    }
  }
  const erika = await cast.person("Erika");
  await erika.follow("queue-everything");
  await erika.notShows(draft);
  const celeste = await cast.person("Celeste");
  await celeste.open(`/filings/${draft}`);
  await celeste.shows(draft);
  await celeste.isNotOffered("action-edit");
});

/** An answer without what is drawn anew each time: the policy's word and the request's id. */
async function answer(person, path) {
  const response = await person.asks(path);
  const body = (await response.text()).replace(/nonce="[^"]*"/g, "");
  return { status: response.status(), body };
}

journey("whoever is not signed in is asked to", async (cast) => {
  const visitor = await cast.anybody();
  for (const path of ["/filings", "/filings/new", "/review", "/people", "/log", "/account", "/shared", "/shared/reports"]) {
    await visitor.open(path);
    await visitor.isAt("sign-in-title");
  }
  await visitor.open("/filings/new");
  await visitor.trySignIn(cast.server.accounts.Amina);
  await visitor.isAt("new-title");
});
