//! A wire to a server, at which everything that comes over it is heard: head and body of every response, whoever asked,
//! and whether a page, a file or a redirect. What must reach nobody is looked for in what was heard.

import { Agent, createServer, request } from "node:http";
import { inflateRawSync } from "node:zlib";

/** A wire that lies in front of a server. Whoever is behind it asks `url` instead of the server's. */
export class Wire {
  constructor(server) {
    Object.assign(this, { heard: [], agent: new Agent({ keepAlive: true }) });
    this.listener = createServer((asked, answer) => this.pass(new URL(asked.url, server.url), asked, answer));
  }

  static async to(server) {
    const wire = new Wire(server);
    wire.listener.listen(0, "127.0.0.1");
    await new Promise((resolve) => wire.listener.once("listening", resolve));
    wire.url = `http://127.0.0.1:${wire.listener.address().port}`;
    return wire;
  }

  /** What is packed cannot be read: the server is told that nobody here unpacks. */
  pass(url, asked, answer) {
    const { "accept-encoding": _, ...headers } = asked.headers;
    const onward = request(url, { method: asked.method, headers, agent: this.agent }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      this.heard.push({ path: url.pathname + url.search, status: response.statusCode, head: response.rawHeaders.join("\n"), body });
      answer.writeHead(response.statusCode, response.rawHeaders).end(body);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  /** Every different text that was heard, and where first: of an archive, every file in it. */
  texts() {
    const texts = new Map();
    for (const { path, head, body } of this.heard) {
      const parts = isArchive(body) ? [...unpacked(body)] : [["", body]];
      for (const [file, bytes] of parts) remember(texts, bytes.toString("utf8"), `${path} ${file}`.trim());
      remember(texts, head, `the head of ${path}`);
    }
    return [...texts].map(([text, path]) => ({ path, text }));
  }

  /** The paths that were answered, as often as they were. */
  paths() {
    return this.heard.filter(({ status }) => status === 200).map(({ path }) => path);
  }

  cut() {
    this.agent.destroy();
    this.listener.close();
    this.listener.closeAllConnections();
  }
}

const remember = (texts, text, path) => texts.has(text) || texts.set(text, path);

const isArchive = (bytes) => bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"));

/** The files of an archive, by name, from the list at its end (APPNOTE.TXT 4.3.12 and 4.3.16). */
export function* unpacked(archive) {
  const end = archive.lastIndexOf("PK\x05\x06");
  let at = archive.readUInt32LE(end + 16);
  for (let files = archive.readUInt16LE(end + 10); files > 0; files -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    yield [archive.toString("utf8", at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed)];
    at += 46 + name + extra + comment;
  }
}

/** Asks for everything that is linked, from these addresses on, as this visitor. */
export async function follows(visitor, from) {
  const known = new Set(from);
  for (const path of known) {
    const answer = await visitor.asks(path);
    for (const linked of links(await answer.text(), new URL(answer.url()))) known.add(linked);
    if (known.size > MOST) throw new Error(`${MOST} addresses, and no end of them: ${path}`);
  }
  return known;
}

/** More than these journeys have. A page that leads to ever new ones would never end. */
const MOST = 4_000;

/** What a page, a feed or a list leads to at the same server. The program's own files say nothing of anybody. */
function links(text, here) {
  const written = [...text.matchAll(/(?:href|src)="([^"]+)"|"(?:address|json|next|file)":\s*"([^"]+)"/g)];
  const addresses = written.map(([, link, member]) => (link ?? member).replaceAll("&amp;", "&")).filter((link) => URL.canParse(link, here));
  const urls = addresses.map((link) => new URL(link, here));
  const ours = urls.filter(({ hostname, pathname }) => hostname === here.hostname && !/^\/(pkg|fonts)\//.test(pathname));
  return ours.map((url) => url.pathname + url.search);
}
