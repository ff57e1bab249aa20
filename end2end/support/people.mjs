//! People at a browser, and what they do there: open, follow, press, write, read. Everything is found by its role and its
//! name, as a person finds it, and what a journey names is the id of a message (`words.mjs`).
//!
//! Wherever they arrive, the page is held against what every page must be.

import assert from "node:assert/strict";
import { fitsItsWidth, isAccessible } from "./axe.mjs";
import { mouse } from "./hands.mjs";

/** How long something on a page may take, in milliseconds. */
const PATIENCE = 20_000;

const spaced = (text) => text.replace(/\s+/g, " ").trim();

/** Somebody at a browser. */
export class Visitor {
  constructor({ page, say, script, quick = false, hand = mouse }) {
    Object.assign(this, { page, say, script, quick, hand: hand(page), complaints: [] });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      // That a page is not there is no complaint: some journeys go where there is none.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) this.complaints.push(message.text());
    });
  }

  // Going somewhere.

  async open(path) {
    const response = await this.page.goto(path);
    await this.arrive();
    return response;
  }

  /** Follow the link with this message. */
  follow(id, values) {
    return this.followTo(this.say(id, values));
  }

  /** Follow the first link with this text. */
  followTo(text) {
    return this.go(this.page.getByRole("link", { name: text, exact: true }).first());
  }

  /** Press the button with this message. */
  press(id, values) {
    return this.go(this.button(id, values));
  }

  /** Open the line with this message, and press the button behind it: what cannot be undone takes both. */
  async pressBehind(opening, id) {
    await this.disclose(this.say(opening));
    await this.press(id);
  }

  /** Open what is behind this line. */
  disclose(text, within = this.page) {
    return this.hand.open(within.locator("summary").filter({ hasText: text }));
  }

  button(id, values) {
    return this.page.getByRole("button", { name: this.say(id, values), exact: true });
  }

  /** Act on something that leads to another page, and look around there. */
  async go(target) {
    const loaded = this.page.waitForEvent("load");
    // Where nothing can be pressed, that is told, and not that nothing loaded.
    loaded.catch(() => {});
    await this.hand.press(target);
    await loaded;
    await this.arrive();
  }

  async arrive() {
    await fitsItsWidth(this.page);
    assert.deepEqual(this.complaints, [], `${this.page.url()} breaks no policy and throws nothing`);
    if (!this.quick) await this.isAccessible();
  }

  /** axe looks at the page, where scripts run. */
  async isAccessible() {
    if (this.script) await isAccessible(this.page);
  }

  /** Where the visitor is, without the parameters. */
  get path() {
    return new URL(this.page.url()).pathname;
  }

  // Signing in.

  async signIn({ email, password }) {
    await this.open("/");
    await this.follow("shell-sign-in");
    await this.trySignIn({ email, password });
    await this.notShows(this.say("refused-sign-in-failed"));
    assert.notEqual(this.path, "/sign-in", `${email} is signed in: ${await this.text()}`);
  }

  /** Fill in the sign-in form that is open. */
  async trySignIn({ email, password }, button = "sign-in-button") {
    await this.write("account-email", email);
    await this.write("account-password", password);
    await this.press(button);
  }

  signOut() {
    return this.press("shell-sign-out");
  }

  // Writing.

  field(id, within = this.page) {
    return within.getByLabel(this.say(id), { exact: true });
  }

  group(id) {
    return this.page.getByRole("group", { name: this.say(id), exact: true });
  }

  write(id, text, within) {
    return this.hand.write(this.field(id, within), text);
  }

  choose(id, choice) {
    return this.hand.choose(this.group(id).getByRole("radio", { name: this.say(choice), exact: true }));
  }

  tick(id, choice) {
    return this.hand.tick(this.group(id).getByRole("checkbox", { name: this.say(choice), exact: true }));
  }

  pick(id, label, within) {
    return this.hand.pick(this.field(id, within), label);
  }

  /** The fields nobody sees of the form with this button. */
  hidden(button) {
    const form = this.page.locator("form").filter({ has: this.page.getByRole("button", { name: this.say(button), exact: true, includeHidden: true }) });
    return form.locator("input[type=hidden]").evaluateAll((inputs) => Object.fromEntries(inputs.map(({ name, value }) => [name, value])));
  }

  // Reading.

  /** What can be read on the page, or in a part of it, in one line. */
  async text(within = this.page.locator("body")) {
    return spaced(await within.innerText());
  }

  async shows(text, within) {
    const all = await this.text(within);
    assert.ok(all.includes(spaced(text)), `${this.page.url()} shows “${text}”, not only: ${all.slice(0, 1_500)}`);
  }

  async notShows(text, within) {
    const all = await this.text(within);
    assert.ok(!all.includes(spaced(text)), `${this.page.url()} does not show “${text}”: ${all.slice(0, 1_500)}`);
  }

  says(id, values) {
    return this.shows(this.say(id, values));
  }

  saysNothingOf(id, values) {
    return this.notShows(this.say(id, values));
  }

  /** The page's heading. */
  heading() {
    return this.text(this.page.locator("h1"));
  }

  async isAt(id, values) {
    assert.equal(await this.heading(), this.say(id, values), this.page.url());
  }

  /** That a button is there, or is not: whoever may not do something is not offered it. */
  async isOffered(id) {
    assert.ok((await this.buttons(id)) > 0, `${this.page.url()} offers “${this.say(id)}”`);
  }

  async isNotOffered(id) {
    assert.equal(await this.buttons(id), 0, `${this.page.url()} does not offer “${this.say(id)}”`);
  }

  buttons(id, values) {
    const named = { name: this.say(id, values), exact: true, includeHidden: true };
    return this.page.getByRole("button", named).or(this.page.getByRole("link", named)).count();
  }

  /** What the summary of problems says, in order. It has the focus, without any script. */
  async problems() {
    const summary = this.page.getByRole("alert").filter({ has: this.page.getByRole("heading", { name: this.say("problems-heading"), exact: true }) });
    assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
    return (await summary.getByRole("listitem").allInnerTexts()).map(spaced);
  }

  /** Follow the link of a problem: it leads to the field, which then has the focus. */
  async mends(problem, id) {
    await this.hand.press(this.page.getByRole("alert").getByRole("link", { name: problem, exact: true }));
    const focused = await this.page.evaluate(() => document.activeElement.id);
    assert.equal(focused, id, `“${problem}” leads to its field`);
  }

  /** Ask for an address without going there. */
  async asks(path, options) {
    return this.page.request.get(path, options);
  }
}
