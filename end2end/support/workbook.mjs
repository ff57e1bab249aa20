//! A table in a workbook (ISO/IEC 29500, XLSX), read as the same table in CSV is: lines, by the names of its heading.

import { unpacked } from "./wire.mjs";

const SIGNS = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const plain = (xml) =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, number, name) => SIGNS[name] ?? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(number)));

const texts = (xml) => plain([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(""));

/** The lines of the first sheet. What is a number there is its digits here. */
export function sheet(bytes) {
  const files = Object.fromEntries([...unpacked(bytes)].map(([name, part]) => [name, part.toString("utf8")]));
  const shared = [...(files["xl/sharedStrings.xml"] ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) => texts(one));
  const rows = [...files["xl/worksheets/sheet1.xml"].matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => cells(row, shared));
  const [heading, ...lines] = rows;
  return lines.map((line) => Object.fromEntries([...heading].map(([column, name]) => [name, line.get(column) ?? ""])));
}

/** The cells of a row, by the letters of their columns. */
function cells(row, shared) {
  const found = row.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs);
  return new Map([...found].map(([, column, about, inside = ""]) => [column, cell(about, inside, shared)]));
}

function cell(about, inside, shared) {
  const [, value = ""] = /<v>([^<]*)<\/v>/.exec(inside) ?? [];
  if (about.includes('t="s"')) return shared[Number(value)];
  return about.includes('t="inlineStr"') ? texts(inside) : plain(value);
}
