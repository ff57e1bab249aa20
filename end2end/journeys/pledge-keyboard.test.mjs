//! A section of the full form by keyboard alone, in a window as narrow as a telephone.
//!
//! It is the section on threats: progress, text, one of a few, text; three of them with what was said a year before. One
//! answer is withheld, one is for the secretariat alone, so that what is behind the line under a question is reached too.

import { reference } from "../support/form.mjs";
import { keyboard } from "../support/hands.mjs";
import { journey, NARROW } from "../support/journey.mjs";
import * as report from "../support/report.mjs";

const [THREATS, SKILLS] = ["threats", "skills"].map((wanted) => report.SHIPPED.sections.find(({ id }) => id === wanted));

const SAYS = new Map([
  ["cdp-4-progress", { says: "given", value: "complete" }],
  ["cdp-4-statement", { says: "given", value: "One picture of threats, read every morning." }],
  ["cdp-4-picture", { says: "withheld", reason: "security" }],
  ["cdp-4-sharing", { says: "given", value: "With neighbours, by telephone.", inside: true }],
]);

journey(
  "a section of a report by keyboard",
  async (cast) => {
    const amina = await cast.person("Amina");
    await amina.follow("reports-title");
    // The cycle that is open stands first.
    await amina.go(amina.page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first());
    const filing = reference(amina);
    await amina.follow("action-edit");
    await amina.followTo(THREATS.title);
    await report.fill(amina, THREATS, "full", report.addressedTo("XV"), SAYS);
    await amina.shows(SKILLS.title, amina.page.locator("h1"));
    await amina.open(`/filings/${filing}/check`);
    await amina.shows("One picture of threats, read every morning.");
    await amina.shows(amina.say("answers-withheld", { reason: amina.say("withhold-reason-security") }));
  },
  { viewport: NARROW, hand: keyboard },
);
