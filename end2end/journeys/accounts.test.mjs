//! Accounts: invited, a password chosen, roles changed, deactivated; and the log that tells of it.

import assert from "node:assert/strict";
import { journey } from "../support/journey.mjs";

const PASSWORD = "ocelot viaduct lichen 27 tide";
const YUSUF = { email: "yusuf.halim@xv.example", password: PASSWORD };

journey("from an invitation to a closed account", async (cast) => {
  const farid = await cast.person("Farid");
  const account = await invites(farid);
  // A role granted in a State is told to all its people.
  for (const name of ["Amina", "Bashir", "Celeste"]) {
    await cast.server.letterTo(cast.server.accounts[name].email, cast.say("letter-roles-changed"));
  }

  const { text } = await cast.server.letterTo(YUSUF.email, cast.say("letter-invited"));
  const [link] = /https?:\/\/\S+\/invitation\/\S+/.exec(text);
  const yusuf = await cast.anybody();
  await choosesAPassword(yusuf, link);
  await yusuf.trySignIn(YUSUF);
  await yusuf.isAt("desk-title");
  await yusuf.isNotOffered("desk-new");
  assert.equal((await (await cast.anybody()).open(link)).status(), 404, "a link works once");

  await farid.open(account);
  await farid.tick("account-roles", "role-drafter");
  await farid.press("person-change-roles");
  await farid.says("person-done-roles-changed");
  await yusuf.follow("shell-filings");
  await yusuf.isOffered("desk-new");

  await farid.follow("person-deactivate");
  await farid.press("person-deactivate");
  await farid.says("account-status-deactivated");
  await yusuf.follow("shell-filings");
  await yusuf.isAt("sign-in-title");
  await yusuf.trySignIn(YUSUF);
  await yusuf.says("refused-sign-in-failed");

  await isLogged(await cast.person("Greta"));
});

/** Fill in the form, with everything wrong first. Returns where the account is. */
async function invites(farid) {
  await farid.isAt("people-title");
  await farid.follow("people-invite");
  await farid.press("invite-button");
  const mistakes = ["mistake-name", "mistake-email", "mistake-side", "mistake-nominated-by"];
  assert.deepEqual(await farid.problems(), mistakes.map((mistake) => farid.say(mistake)));

  await farid.write("account-name", "Yusuf Halim");
  await farid.write("account-email", YUSUF.email);
  await farid.choose("account-side", "side-state");
  await farid.pick("account-state", farid.say("state-invented", { name: "Valdoria" }));
  await farid.tick("account-roles", "role-observer");
  await farid.write("account-nominated_by", "Note verbale 17/2026");
  await farid.press("invite-button");
  assert.equal(await farid.heading(), "Yusuf Halim");
  await farid.says("account-status-invited");
  return farid.path;
}

/** Too short, too common, and not twice the same; then a good one. */
async function choosesAPassword(yusuf, link) {
  await yusuf.open(link);
  await yusuf.isAt("invitation-title");
  const tries = [
    ["too short", "too short", "mistake-password-short"],
    ["passwordpassword", "passwordpassword", "mistake-password-common"],
    [PASSWORD, `${PASSWORD}!`, "mistake-password-again"],
  ];
  for (const [password, again, mistake] of tries) {
    await yusuf.write("account-password", password);
    await yusuf.write("account-again", again);
    await yusuf.press("invitation-button");
    assert.deepEqual(await yusuf.problems(), [yusuf.say(mistake)]);
  }
  await yusuf.write("account-password", PASSWORD);
  await yusuf.write("account-again", PASSWORD);
  await yusuf.press("invitation-button");
  await yusuf.says("sign-in-chosen");
}

/** The auditor reads what was done and by whom, in ids, and nothing else is there for them. */
async function isLogged(greta) {
  await greta.isAt("log-title");
  for (const event of ["invited", "password-chosen", "roles-changed", "deactivated", "signed-in", "sign-in-failed"]) {
    await greta.says(`event-${event}`);
  }
  await greta.notShows("Yusuf");
  await greta.notShows(YUSUF.email);
  for (const path of ["/filings", "/review", "/people", "/shared"]) {
    assert.equal((await greta.asks(path)).status(), 404, `there is no ${path} for an auditor`);
  }
}

journey("signing out ends the session on the server", async (cast) => {
  const amina = await cast.person("Amina");
  const cookies = await amina.page.context().cookies();
  await amina.signOut();
  await amina.isAt("signed-out-title");
  await amina.page.context().addCookies(cookies);
  await amina.open("/filings");
  await amina.isAt("sign-in-title");
});

journey("a wrong password, and a wrong address, are one answer", async (cast) => {
  const visitor = await cast.anybody();
  const answers = [];
  for (const email of [cast.server.accounts.Amina.email, "nobody@xv.example"]) {
    await visitor.open("/sign-in");
    await visitor.trySignIn({ email, password: "a password that is not hers" });
    await visitor.says("refused-sign-in-failed");
    answers.push((await visitor.text()).replaceAll(email, ""));
  }
  assert.equal(answers[0], answers[1]);
  await visitor.says("sign-in-not-for-real");
});
