//! A filing's way through the portal, in the words of those who move it: for journeys that begin where others end.

import { notification, reference, write } from "./form.mjs";

/** A drafter begins with an empty form. */
export async function begin(drafter) {
  await drafter.follow("shell-filings");
  await drafter.follow("desk-new");
  await drafter.press("new-begin");
  return reference(drafter);
}

/** A drafter writes a whole notification and sends it. Returns its reference. */
export async function file(drafter, about = {}) {
  await begin(drafter);
  const filed = await write(drafter, notification(about));
  await drafter.press("action-send");
  await drafter.says("action-send.success");
  return filed;
}

/** An approver lets it out of the State. */
export async function approve(approver, filing) {
  await approver.open(`/filings/${filing}`);
  await approver.pressBehind("action-approve.open", "action-approve");
  await approver.says("action-approve.success");
}

/** A reviewer takes it from the queue. */
export async function claim(reviewer, filing) {
  await reviewer.open(`/filings/${filing}`);
  await reviewer.press("action-claim");
  await reviewer.says("action-claim.success");
}

export async function accept(reviewer) {
  await reviewer.press("action-accept");
  await reviewer.says("action-accept.success");
}

/** A publisher shows it to everyone. Returns the public reference. */
export async function publish(publisher, filing) {
  await publisher.open(`/filings/${filing}`);
  await publisher.pressBehind("action-publish.open", "action-publish");
  await publisher.says("action-publish.success");
  const link = publisher.page.getByRole("link", { name: /^PUB-\d{4}-\d+$/ });
  return (await link.first().innerText()).trim();
}

/** The first filing of the demonstration at this stage on the list that is open. Opens it and returns its reference. */
export async function openAt(person, stage) {
  const line = person.page.getByRole("listitem").filter({ has: person.page.getByText(person.say(`stage-${stage}`), { exact: true }) });
  await person.go(line.first().getByRole("link").first());
  return reference(person);
}
