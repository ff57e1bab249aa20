//! The sentences of the portal, read from its own Fluent files, so that a changed sentence breaks no journey.
//!
//! A journey names what it presses and reads by the id of the message: `press("form-save-continue")`. Of the Fluent
//! syntax this knows what the files use: messages, attributes, text over several lines, values, and a choice by number.

import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../app/locales/en/", import.meta.url);

/** Arabic letters for a to z: the pseudo-locale of `app/src/words.rs`. */
const LETTERS = [..."ابكديفغهإجخلمنوپقرستعڤصضىز"];

const inArabicLetters = (text) =>
  text.replace(/[a-z]/gi, (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) - "a".charCodeAt(0)]);

const depth = (text) => text.split("{").length - text.split("}").length;

/** Every message, and every attribute under `message.attribute`. */
const PATTERNS = new Map(readdirSync(FOLDER).filter((name) => name.endsWith(".ftl")).flatMap(messages));

function messages(file) {
  const found = [];
  let message = "";
  let open = false;
  for (const line of readFileSync(new URL(file, FOLDER), "utf8").split("\n")) {
    const [, id, first] = (!open && /^([a-z][\w-]*) *= ?(.*)$/.exec(line)) || [];
    const [, attribute, text] = (!open && /^ +\.([\w-]+) *= ?(.*)$/.exec(line)) || [];
    if (id) found.push([(message = id), first]);
    else if (attribute) found.push([`${message}.${attribute}`, text]);
    else if (found.length > 0 && (open || /^ |^$/.test(line))) found.at(-1)[1] += `\n${line}`;
    // A choice goes on until its brace is closed, wherever its lines begin.
    open = found.length > 0 && depth(found.at(-1)[1]) > 0;
  }
  return found.map(([id, pattern]) => [id, pattern.trim()]);
}

/** The parts of a pattern: text and, in braces, what stands for it. */
function* parts(pattern) {
  let part = "";
  for (const character of pattern) {
    if (character === "{" && depth(part) === 0) {
      yield part;
      part = "";
    }
    part += character;
    if (character === "}" && depth(part) === 0) {
      yield part;
      part = "";
    }
  }
  yield part;
}

function format(pattern, values, transform) {
  const written = [...parts(pattern)].map((part) => (part.startsWith("{") ? placed(part.slice(1, -1), values, transform) : transform(part)));
  return written.join("");
}

function placed(inside, values, transform) {
  const [, name, choice] = /^\s*\$([\w-]+)\s*(?:->([\s\S]*))?$/.exec(inside) ?? [];
  if (!name) return JSON.parse(inside.trim());
  if (!(name in values)) throw new Error(`a sentence needs a value for ${name}`);
  if (choice === undefined) return String(values[name]);
  const [, ...variants] = choice.split(/\s+\*?\[(\w+)\] */);
  const text = (key) => variants[variants.indexOf(key) + 1];
  const wanted = [String(values[name]), Number(values[name]) === 1 ? "one" : "other", "other"];
  return format(text(wanted.find((key) => variants.includes(key))), values, transform);
}

/**
 * The sentences of a language: English, or the pseudo-locale made from it.
 * Asking for one that is not there is a mistake in the journey, or in the portal.
 */
export function sentences({ pseudo = false } = {}) {
  const transform = pseudo ? inArabicLetters : (text) => text;
  const say = (id, values = {}) => {
    if (!PATTERNS.has(id)) throw new Error(`no sentence ${id} in app/locales/en`);
    return format(PATTERNS.get(id), values, transform).replace(/\s+/g, " ").trim();
  };
  /** What is wrong with a field, as `words::issue` says it. */
  say.problem = (field, problem, limit = "") => {
    const own = `problem-${field}-${problem}`;
    return say(PATTERNS.has(own) ? own : `problem-${problem}`, { field: say(`field-${field}`), limit });
  };
  return say;
}
