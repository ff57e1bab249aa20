//! A server of one's own: the built binary on a fresh folder and a free port, with the demonstration loaded.
//!
//! `VERBALE_BIN` and `VERBALE_SITE` name the binary and the folder of style, fonts and scripts. What the demonstration
//! prints once, its accounts, is read here; what the server mails, it writes into a folder, where it is read too.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = process.env.VERBALE_BIN ?? join(ROOT, "target/debug/verbale");
const SITE = process.env.VERBALE_SITE ?? join(ROOT, "target/site");

/** How long a server may take to answer, or a letter to arrive, in milliseconds. */
const PATIENCE = 30_000;

/** What `ask` answers, as soon as it answers something. */
export async function eventually(what, ask) {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`in vain waited for ${what}`);
    await pause(100);
  }
}

async function freePort() {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address();
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

/** The accounts the demonstration printed, by first name: a line ends with address and password. */
function accounts(printed) {
  const lines = [...printed.matchAll(/([a-z]+)\.(\S+@\S+) +(\S+)$/gm)];
  const account = ([, first, rest, password]) => [first[0].toUpperCase() + first.slice(1), { email: `${first}.${rest}`, password }];
  return Object.fromEntries(lines.map(account));
}

/** Starts a server with the demonstration. `settings` are more of its environment, such as `DATABASE_URL`. */
export async function start(settings = {}) {
  const first = await folder();
  const environment = surroundings(first, settings);
  const { stdout } = await run(PROGRAM, ["seed", "--demo"], { env: environment });
  const known = accounts(stdout);
  assert.ok(Object.keys(known).length > 10, `the demonstration printed its accounts: ${stdout}`);
  return serve(first, environment, known);
}

/** Starts one more server beside another, on the same database. Its mail goes into a folder of its own. */
export async function startBeside(other, settings) {
  const second = await folder();
  return serve(second, surroundings(second, settings), other.accounts);
}

const folder = () => mkdtemp(join(tmpdir(), "verbale-journey-"));

function surroundings(data, settings) {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, VERBALE_DATA: data, VERBALE_SITE: SITE, VERBALE_LOG: "info", VERBALE_LOG_FORMAT: "json", ...settings };
}

async function serve(data, environment, known) {
  const port = await freePort();
  const process = spawn(PROGRAM, ["serve", "--listen", `127.0.0.1:${port}`], { env: environment });
  const server = new Server(`http://127.0.0.1:${port}`, data, known, process);
  await eventually("the server", () => server.isReady());
  return server;
}

/** A running server. */
export class Server {
  constructor(url, data, known, process) {
    Object.assign(this, { url, data, accounts: known, process, log: "" });
    for (const stream of [process.stdout, process.stderr]) stream.on("data", (text) => (this.log += text));
    this.ended = new Promise((resolve) => process.once("exit", resolve));
  }

  async isReady() {
    if (this.process.exitCode !== null) throw new Error(`the server ended at once: ${this.log}`);
    return fetch(`${this.url}/readyz`).then(({ ok }) => ok, () => false);
  }

  /** Every letter that is out, as its addressee, its subject and its text. */
  async letters() {
    const names = await readdir(join(this.data, "mail")).catch(() => []);
    const whole = names.filter((name) => name.endsWith(".eml"));
    return Promise.all(whole.map(async (name) => ({ name, ...letter(await readFile(join(this.data, "mail", name), "utf8")) })));
  }

  /** The first letter to this address that has these words in it, which may be on its way yet. */
  async letterTo(address, words) {
    const wanted = ({ to, text, subject }) => to.includes(address) && `${subject}\n${text}`.includes(words);
    return eventually(`a letter to ${address}`, async () => (await this.letters()).find(wanted));
  }

  /** Everything the server keeps, as bytes: what must not be stored is in none of them. */
  async kept() {
    const files = await readdir(this.data, { recursive: true, withFileTypes: true });
    const bytes = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath ?? file.path, file.name), "latin1"));
    return (await Promise.all(bytes)).join("\n");
  }

  /** Told to stop it ends in good order. What it logged as an error fails the journey: nothing here should. */
  async stop() {
    this.process.kill("SIGTERM");
    const code = await this.ended;
    await rm(this.data, { recursive: true, force: true });
    assert.equal(code, 0, `the server stopped in good order: ${this.log.slice(-2_000)}`);
    const errors = this.log.split("\n").filter((line) => line.includes('"level":"ERROR"'));
    assert.deepEqual(errors, [], "the server logged no error");
  }
}

/** A mail taken apart: its lines are folded and its characters quoted (RFC 5322, RFC 2045). */
function letter(mail) {
  const [head, body] = mail.split(/\r\n\r\n([\s\S]*)/);
  const header = (name) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, "im").exec(head)?.[1].replace(/\r\n\s+/g, " ") ?? "";
  const quoted = /quoted-printable/i.test(header("content-transfer-encoding"));
  const bytes = (text) => text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  const text = quoted ? Buffer.from(bytes(body), "latin1").toString("utf8") : body;
  return { to: header("to"), subject: header("subject"), text };
}
