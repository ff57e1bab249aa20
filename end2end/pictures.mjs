//! Pictures of four pages, for the README and for whoever works on the look.
//!
//!   node end2end/pictures.mjs          writes those of the README into end2end/screens/
//!   node end2end/pictures.mjs FOLDER   writes them into FOLDER, each wide, narrow, dark, and from right to left

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Cast, closeBrowser, NARROW, WIDE } from "./support/browser.mjs";
import { approve, begin, openAt } from "./support/filing.mjs";
import { dates, fill } from "./support/form.mjs";
import { start } from "./support/server.mjs";

/** As much of a page as a reader takes in. */
const TALLEST = 1_400;

const LOOKS = {
  wide: { viewport: WIDE },
  narrow: { viewport: NARROW },
  dark: { viewport: WIDE, colorScheme: "dark" },
  rtl: { viewport: WIDE, pseudo: true },
};

/** Each leads somebody to a page. */
const PAGES = {
  home: async (cast) => {
    const visitor = await cast.anybody();
    await visitor.open("/");
    return visitor;
  },
  form: async (cast) => {
    const amina = await cast.person("Amina");
    const filing = await begin(amina);
    await amina.open(`/filings/${filing}/form/time`);
    await fill(amina, "time", [dates("became-aware", "31 2 2026"), dates("detected", "9 3 2026 06:30")]);
    return amina;
  },
  // An answer has just come in: what changed stands first.
  review: async (cast) => {
    const bashir = await cast.person("Bashir");
    const filing = await openAt(bashir, "answer-awaiting-approval");
    await approve(bashir, filing);
    const chidi = await cast.person("Chidi");
    await chidi.open(`/filings/${filing}`);
    return chidi;
  },
  publication: async (cast) => {
    const visitor = await cast.anybody();
    await visitor.open("/publications");
    await visitor.go(visitor.page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").last());
    return visitor;
  },
};

async function takePictures(folder, name, { viewport, colorScheme = "light", pseudo = false }) {
  const server = await start(pseudo ? { VERBALE_PSEUDO_LOCALE: "true" } : {});
  const cast = new Cast({ server, viewport, pseudo });
  for (const [page, lead] of Object.entries(PAGES)) {
    const reader = await lead(cast);
    await reader.page.emulateMedia({ colorScheme });
    const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
    await reader.page.setViewportSize({ ...viewport, height: Math.min(height, TALLEST) });
    await reader.page.evaluate(() => scrollTo(0, 0));
    await reader.page.screenshot({ path: join(folder, name(page)) });
  }
  await cast.leave();
  await server.stop();
}

const [, , folder] = process.argv;
if (folder) {
  await mkdir(folder, { recursive: true });
  for (const [look, how] of Object.entries(LOOKS)) await takePictures(folder, (page) => `${page}-${look}.png`, how);
} else {
  await takePictures(fileURLToPath(new URL("screens/", import.meta.url)), (page) => `${page}.png`, LOOKS.wide);
}
await closeBrowser();
