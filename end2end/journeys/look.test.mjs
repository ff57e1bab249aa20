//! Every page of every kind of person, wide and narrow, in light and in dark, from left to right and from right to left.
//!
//! From where they begin, everyone goes wherever a link leads. Every filing and every publication is looked at, since each
//! stands at another stage; of other pages of the same kind one is enough.

import { fitsItsWidth } from "../support/axe.mjs";
import { journey, NARROW, WIDE } from "../support/journey.mjs";

const PEOPLE = ["Amina", "Bashir", "Celeste", "Chidi", "Dana", "Farid", "Greta"];

const OF_A_KIND = [
  /[0-9a-f]{8}-[0-9a-f-]{27}/, // people
  /(?<=\/states\/)[A-Z]{2}/,
  /(?<=\/filings\/)[^/]+(?=\/)/, // pages below a filing's own
  /(?<=page=)\d+/,
  /(?<=\/(?:cycles|reports)\/)\d{4}/,
  /(?<=\/cycles\/\*\/|\/memberships\/)[A-Z]{2}/,
  /(?<=\/participants\/)[A-Z]{2}(?=\/reports)/,
  /(?<=\/(?:commitments|questionnaires)\/)[^/?]+/,
  /(?<=[?&](?:by|of|year)=)[^&]+/,
];

const kind = (path) => OF_A_KIND.reduce((path, differs) => path.replace(differs, "*"), path);

async function everyPage(cast) {
  const open = new Set();
  const visitor = await cast.anybody();
  await roam(visitor, "/", open);
  // What is public is the same for everyone.
  for (const name of PEOPLE) {
    const person = await cast.person(name);
    await roam(person, person.path, new Set(open));
  }
}

async function roam(person, from, seen) {
  const ahead = [from];
  while (ahead.length > 0) {
    const path = ahead.shift();
    if (seen.has(kind(path))) continue;
    seen.add(kind(path));
    await person.open(path);
    await person.page.setViewportSize(NARROW);
    await fitsItsWidth(person.page);
    await person.page.setViewportSize(WIDE);
    ahead.push(...(await leadsTo(person.page)));
  }
}

/** Files for programs, of which data.test.mjs asks for each that is public. */
const isFile = (path) => path.startsWith("/data/") || /\/as\/[a-z]+$|\/offline\.[a-z]+$|\.pdf($|\?)/.test(path);

/** To which pages the links of a page lead within this site. */
async function leadsTo(page) {
  const paths = await page.evaluate(() => {
    const links = [...document.querySelectorAll("a[href]")].map(({ href }) => new URL(href));
    return links.filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search);
  });
  return paths.filter((path) => !isFile(path));
}

journey("every page, from left to right", everyPage);
journey("every page, from right to left", everyPage, { pseudo: true });
