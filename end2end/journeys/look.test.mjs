//! Every page of every kind of person, wide and narrow, in light and in dark, from left to right and from right to left.
//!
//! From where they begin, everyone goes wherever a link leads, once for each kind of page.

import { journey, NARROW, WIDE } from "../support/journey.mjs";
import { fitsItsWidth } from "../support/axe.mjs";

const PEOPLE = ["Amina", "Bruno", "Celeste", "Chidi", "Dana", "Farid", "Greta"];

/** Pages of the same kind differ by a reference, an id, a page of the form. */
const kind = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2,3}(-[A-Z]{2})?-\d{4}-\d+|\/[A-Z]{2}$/g, "/*").replace(/\/\d+$/, "/*");

async function everyPage(cast) {
  const visitor = await cast.anybody();
  await roam(visitor, "/");
  for (const name of PEOPLE) await roam(await cast.person(name), undefined);
}

async function roam(person, from) {
  const seen = new Set();
  const ahead = [from ?? person.path];
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

const leadsTo = (page) =>
  page.evaluate(() => {
    const here = [...document.querySelectorAll("a[href]")].map((link) => new URL(link.href));
    return here.filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith("/pkg")).map(({ pathname, search }) => pathname + search);
  });

journey("every page, from left to right", everyPage);
journey("every page, from right to left", everyPage, { pseudo: true });
