//! What every page must be for everyone who reads it: WCAG 2.2 AA as far as a program can tell, in light and in dark.
//!
//! axe runs in the page, so only where scripts run; the page's own policy forbids a script from elsewhere, hence it is
//! evaluated by the browser's debugger. Colours are looked at twice; everything else does not depend on them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with what is wrong, where, in which colours. */
export async function isAccessible(page) {
  await page.evaluate(AXE);
  await look(page, "light", { runOnly: { type: "tag", values: WCAG } });
  await look(page, "dark", { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } });
  await page.emulateMedia({ colorScheme: "light" });
}

async function look(page, colorScheme, options) {
  await page.emulateMedia({ colorScheme });
  const violations = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...options });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary.split("\n").at(-1).trim()}`));
  }, options);
  assert.deepEqual(violations, [], `${page.url()} is accessible in ${colorScheme} colours`);
}

/** At no width does a page run out sideways: WCAG 1.4.10, Reflow. */
export async function fitsItsWidth(page) {
  const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(needed <= given, `${page.url()} needs ${needed} px and has ${given}: ${await tooWide(page)}`);
}

/** What reaches past the edge, to say where to look. */
function tooWide(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => element.getBoundingClientRect().right > edge + 1);
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)).join(" | ");
  });
}
