//! One browser, and the people who use it: each with cookies of their own.

import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Visitor } from "./people.mjs";
import { sentences } from "./words.mjs";

const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
  ],
};

/** Where a journey that failed leaves what it saw last. */
const FAILED = join(tmpdir(), "verbale-journeys");

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

let browser;

/** The browser, which is started when it is first needed. */
export async function chrome() {
  browser ??= await chromium.launch(CHROMIUM);
  return browser;
}

export const closeBrowser = () => browser?.close();

/**
 * The people of one journey. Each has a browser of their own, as far as cookies go. Who is `quick` goes the same way many
 * times, and looks at what others have looked at without having axe look at it again.
 */
export class Cast {
  constructor({ server, script = true, viewport = WIDE, hand, pseudo = false, quick = false }) {
    Object.assign(this, { server, script, viewport, hand, quick, say: sentences({ pseudo }), visitors: [] });
  }

  /** Somebody nobody knows. */
  async anybody({ at = this.server, hand = this.hand } = {}) {
    const { script, viewport, say, quick } = this;
    const context = await (await chrome()).newContext({ javaScriptEnabled: script, viewport, baseURL: at.url, reducedMotion: "reduce" });
    const visitor = new Visitor({ page: await context.newPage(), say, script, hand, quick });
    this.visitors.push(visitor);
    return visitor;
  }

  /** Somebody of the demonstration, signed in: by first name. */
  async person(name, options) {
    const person = await this.anybody(options);
    await person.signIn(this.server.accounts[name]);
    return person;
  }

  async leave(failed) {
    for (const [number, { page }] of this.visitors.entries()) {
      if (failed) await keep(page, `${failed} ${number + 1}`).catch(() => {});
      await page.context().close();
    }
  }
}

async function keep(page, name) {
  await mkdir(FAILED, { recursive: true });
  const path = join(FAILED, name.replace(/\W+/g, "-"));
  await page.screenshot({ path: `${path}.png`, fullPage: true });
  await writeFile(`${path}.html`, `<!-- ${page.url()} -->\n${await page.content()}`);
  console.error(`the last page: ${path}.png`);
}
