//! How a cycle of progress reports comes to be: its questionnaire proposed and its plan made by a reviewer, and both opened
//! by a publisher, who is another person.

/**
 * A year of which the demonstration has no cycle. It can be open all the same: a cycle may open as early as anyone likes,
 * and is due in its own year.
 */
export const YEAR = new Date().getUTCFullYear() + 2;

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Somebody of the demonstration. How one signs in is looked at elsewhere. */
export async function signedIn(cast, name) {
  cast.quick = true;
  const person = await cast.person(name);
  cast.quick = person.quick = false;
  return person;
}

/** A reviewer begins a version as the one that is open, which asks what the shipped one asks, and proposes it. */
export async function begins(chidi, version) {
  await chidi.follow("shell-preparation");
  await chidi.isAt("preparation-title");
  await chidi.write("prepare-version", version);
  await chidi.press("begin-latest");
  await chidi.says("prepared-begun");
  await proposes(chidi);
  return version;
}

/** A reviewer looks at the version that is open before them as a State will, and proposes it. */
export async function proposes(chidi) {
  await chidi.isNotOffered("edition-open-button");
  await chidi.follow("edition-preview");
  await chidi.follow("preview-back");
  await chidi.press("edition-propose-button");
  await chidi.says("prepared-proposed");
}

/** A reviewer plans a cycle, a publisher opens it with its questionnaire. */
export async function opens(chidi, dana, year, version, states) {
  await chidi.follow("shell-preparation");
  await chidi.follow("preparation-plan");
  await chidi.write("prepare-year", String(year));
  await chidi.pick("prepare-questionnaire", version);
  await chidi.write("prepare-opens", YESTERDAY);
  await chidi.write("prepare-due", `${year}-05-16`);
  await chidi.write("prepare-closes", `${year}-06-30`);
  await chidi.disclose(chidi.say("plan-states", { number: 0 }));
  for (const name of states) {
    await chidi.hand.tick(chidi.group("prepare-states").getByRole("checkbox", { name: chidi.say("state-invented", { name }), exact: true }));
  }
  await chidi.choose("prepare-audience", "audience-public");
  await chidi.press("plan-save");
  await chidi.says("prepared-planned");
  await chidi.saysNothingOf("opening-go");
  await dana.follow("shell-preparation");
  await dana.follow("cycle-title", { year });
  await dana.follow("opening-go");
  await dana.press("opening-button");
  await dana.says("prepared-cycle-opened");
}
