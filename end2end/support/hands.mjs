//! What a person does with a page, by mouse or by keyboard alone. Both offer the same few acts, so that a journey can be
//! gone either way.

import assert from "node:assert/strict";

/** By mouse, and typing. */
export const mouse = () => ({
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  tick: (target) => target.check(),
  pick: (target, label) => target.selectOption({ label }),
  open: async (summary) => {
    if (!(await isOpen(summary))) await summary.click();
  },
});

const isOpen = (summary) => summary.evaluate((element) => element.parentElement.open);

/** More stops than any page has. */
const STOPS = 400;

/** By keyboard alone: Tab, Shift and Tab, Enter, Space, the arrows, and typing. Wherever it stops, that must be seen. */
export const keyboard = (page) => ({
  press: async (target) => {
    await reach(page, target);
    await page.keyboard.press("Enter");
  },
  write: async (target, text) => {
    await reach(page, target);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  },
  choose: async (target) => {
    await reach(page, target, sameGroup);
    if (await hasFocus(target)) await page.keyboard.press("Space");
    // In a group the arrows move from one to the next, and choose it.
    for (let step = 0; !(await target.isChecked()); step += 1) {
      assert.ok(step < STOPS, "the arrows reach every choice");
      await page.keyboard.press("ArrowDown");
    }
  },
  tick: async (target) => {
    await reach(page, target);
    if (!(await target.isChecked())) await page.keyboard.press("Space");
  },
  pick: async (target, label) => {
    await reach(page, target);
    await page.keyboard.press("Home");
    for (let step = 0; (await chosen(target)) !== label; step += 1) {
      assert.ok(step < STOPS, `the arrows reach ${label}`);
      await page.keyboard.press("ArrowDown");
    }
  },
  open: async (summary) => {
    await reach(page, summary);
    if (!(await isOpen(summary))) await page.keyboard.press("Enter");
  },
});

const hasFocus = (target) => target.evaluate((element) => element === document.activeElement);

/** Tab stops at one of a group of radio buttons, the chosen one if there is one. */
const sameGroup = (target) => target.evaluate(({ name }) => document.activeElement.name === name);

const chosen = (target) => target.evaluate((select) => select.selectedOptions[0]?.label.trim());

/** Tab until it has the focus: forwards, since that is the order in which a page is read. */
async function reach(page, target, reached = hasFocus) {
  await target.waitFor({ state: "attached" });
  for (let stop = 0; !(await reached(target)); stop += 1) {
    assert.ok(stop < STOPS, `Tab reaches ${target}`);
    await page.keyboard.press("Tab");
    await isSeen(page);
  }
}

/** WCAG 2.4.7 and 2.4.11: the focus is visible, and not outside what the window shows. */
async function isSeen(page) {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const shown = top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    return { what: element.outerHTML.slice(0, 120), ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1, shown };
  });
  assert.ok(!focus || (focus.ring && focus.shown), `the focus is seen: ${JSON.stringify(focus)}`);
}
