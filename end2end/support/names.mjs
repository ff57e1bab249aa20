//! Whom a report names, in STIX 2.1 and in MISP's format: a reading of its own, which knows nothing of the portal's. And
//! whether a text names one of them.
//!
//! What is looked for: what the report calls actors, intrusion sets, campaigns and persons, and what else it calls them;
//! whom it attributes something to; who wrote it and where they can be reached; and its own titles and prose.

const ACTORS = /actor|adversar|intrusion-set|activity-group|campaign/i;
const PERSONS = /person|victim-?user|employee|report-author/i;
const NAMES = /^(threat-actor|campaign-(name|id)|(full|first|middle|last)-name|email-(src|dst)-display-name|target-user|whois-registrant-(name|org|email)|dns-soa-email|target-email)$/;
const CONTAINERS = /^(report|grouping|incident|note|opinion|indicator)$/;
const PROSE = ["description", "comment", "content", "explanation", "abstract", "info"];

const list = (value) => [value ?? []].flat().filter((text) => typeof text === "string");

/** Every object of a JSON document, at whatever depth. */
function* objects(json) {
  if (json === null || typeof json !== "object") return;
  if (!Array.isArray(json)) yield json;
  for (const value of Object.values(json)) yield* objects(value);
}

/** Names and sentences of a report, each once, with what it is there. */
export function whatMustStay(json) {
  const found = new Map();
  const attributed = attributedTo(json);
  for (const object of objects(json)) {
    for (const [what, text] of [...named(object, attributed), ...said(object)]) {
      const name = text.trim();
      if (isOne(what, name) && !found.has(name)) found.set(name, what);
    }
  }
  return [...found].map(([name, what]) => ({ name, what }));
}

/** One letter, or two or three digits, are nobody's name; three words are no sentence. */
function isOne(what, text) {
  const all = text.match(/[\p{L}\p{N}]/gu) ?? [];
  if (what === "prose") return all.length >= 20 && text.split(/\s+/).length >= 4;
  return all.length > 3 || (all.length > 1 && /\p{L}/u.test(text));
}

/** The ids of what something is said to be attributed to: by a relationship in STIX, by a reference in MISP. */
function attributedTo(json) {
  const relationships = [...objects(json)].filter(({ relationship_type: type }) => type === "attributed-to");
  return new Set(relationships.map(({ target_ref: id, referenced_uuid: uuid }) => id ?? uuid));
}

function* named(object, attributed) {
  const { type = "", name = "", meta, identity_class: of } = object;
  const each = (what, ...values) => values.flatMap(list).map((text) => [what, text]);
  // A galaxy and an object of MISP's are called after their kind.
  const isKind = "GalaxyCluster" in object || "Attribute" in object;
  const isBlamed = attributed.has(object.id ?? object.uuid ?? "");
  if (!isKind && (ACTORS.test(type) || isBlamed)) yield* each("actor", name, object.value, object.aliases, meta?.synonyms);
  if (type === "identity" && !/^(organization|class|system)$/.test(of)) yield* each("person", name, object.aliases);
  if (NAMES.test(type)) yield* each("name", object.value);
  if (NAMES.test(object.object_relation)) yield* each("person", object.value);
  if (isKind && (isBlamed || ACTORS.test(name) || PERSONS.test(name))) yield* each("person", ...(object.Attribute ?? []).filter(isWords).map(({ value }) => value));
  yield* each("author", object.authors, object.event_creator_email, object.contact_information, object.display_name);
  for (const label of [...list(object.labels), ...list(name)]) yield* each("tag", tagged(label));
}

/** What of an object about somebody may name them: no dates, no numbers. */
const isWords = ({ type }) => /^(text|email)/.test(type) || NAMES.test(type);

/** The value of a machine tag that names an actor: `misp-galaxy:threat-actor="…"`. */
function tagged(label) {
  const [, kind, value] = /^([^=]+)="?(.*?)"?$/.exec(label) ?? [];
  return kind && ACTORS.test(kind) ? value : undefined;
}

/** The report's own titles and prose, by the line: its State speaks for itself. */
function* said(object) {
  const texts = PROSE.flatMap((member) => list(object[member]));
  if (CONTAINERS.test(object.type)) texts.push(...list(object.name));
  if (/^(text|comment|other)$/.test(object.type) && "category" in object) texts.push(...list(object.value));
  yield* texts.flatMap((text) => text.split(/[\r\n\t]+/)).map((line) => ["prose", line]);
}

/** Looks for one of them, however it is written: in capitals or not, with other signs between its parts, or none. */
export class Sought {
  constructor({ name, what }) {
    Object.assign(this, { name, what, letters: lettersOf(name), pattern: patternOf(name) });
  }

  /** Where a text has it, with what is around; undefined where it has not. */
  in({ letters, plain }) {
    if (!letters.includes(this.letters)) return undefined;
    const at = plain.search(this.pattern);
    return at < 0 ? undefined : plain.slice(Math.max(0, at - 40), at + this.name.length + 40);
  }
}

/** A text as it is searched: what its format hides behind signs, written out, and without what is made by chance. */
export function readable(text) {
  const plain = text
    .replace(/nonce[-=]["']?[\w+/=-]+/g, "")
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(?:x([0-9a-f]{1,4})|(\d{1,4}));/gi, (_, hex, number) => String.fromCharCode(hex ? parseInt(hex, 16) : Number(number)))
    .replace(/&(amp|lt|gt|quot|apos);/g, " ")
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"));
  return { plain, letters: lettersOf(plain) };
}

const lettersOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Short names are in too many words, and in hashes if they are made of their digits. So two or three letters are looked
 * for as a word, four or five where a word begins, and more of them anywhere.
 */
function patternOf(name) {
  const parts = name.match(/\p{L}+|\p{N}+/gu) ?? [];
  const { length } = lettersOf(name);
  const isHex = length <= 8 && /^[0-9a-f]+$/.test(lettersOf(name));
  const [before, after] = [length < 6 || isHex ? "(?<![\\p{L}\\p{N}])" : "", length < 4 || isHex ? "(?![\\p{L}\\p{N}])" : ""];
  return new RegExp(before + parts.join("[^\\p{L}\\p{N}]*") + after, "iu");
}
