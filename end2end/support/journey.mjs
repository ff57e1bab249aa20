//! A journey, and the two ways every journey is gone: without script, and with.

import { after, test } from "node:test";
import { Cast, closeBrowser } from "./browser.mjs";
import { start } from "./server.mjs";

export { NARROW, WIDE } from "./browser.mjs";

/** Longer than the longest journey on a slow machine, in milliseconds. */
export const PATIENCE = 600_000;

/** A journey, gone once without script and once with, each time on a fresh server. */
export function journey(name, story, { viewport, hand, pseudo = false } = {}) {
  bothWays(name, async (title, script) => {
    const server = await start(pseudo ? { VERBALE_PSEUDO_LOCALE: "true" } : {});
    await go(title, new Cast({ server, script, viewport, hand, pseudo }), [server], story);
  });
}

/** A test for each of the two ways. */
export function bothWays(name, gone) {
  for (const script of [false, true]) {
    const title = `${name}, ${script ? "with" : "without"} script`;
    test(title, { timeout: PATIENCE }, (told) => gone(title, script, told));
  }
}

/** Go a journey to its end or to where it fails, and leave nothing running. What fails first is what is told. */
export async function go(title, cast, servers, story) {
  let failed = title;
  try {
    await story(cast, ...servers);
    failed = undefined;
  } finally {
    await cast.leave(failed);
    const stopped = Promise.all(servers.map((server) => server.stop()));
    await (failed ? stopped.catch(() => {}) : stopped);
  }
}

after(closeBrowser);
