//! The rows a server keeps, read beside it: what pages and files say of them is reckoned anew, and not asked of the portal.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** More than the rows of a journey take, in bytes. */
const ROOM = 64 * 1024 * 1024;

/** Python's standard library reads SQLite, and so does no version of Node that is everywhere yet. It changes nothing. */
const READER = `
import json, pathlib, sqlite3, sys
kept = sqlite3.connect(pathlib.Path(sys.argv[1]).as_uri() + "?mode=ro", uri=True)
kept.row_factory = sqlite3.Row
plain = lambda cell: cell.hex() if isinstance(cell, bytes) else cell
rows = lambda table: [{name: plain(row[name]) for name in row.keys()} for row in kept.execute(f"SELECT * FROM {table}")]
print(json.dumps({table: rows(table) for table in sys.argv[2:]}))
`;

/** All rows of these tables, by the table, each with its columns by name; ids as their digits. */
export async function rows(server, ...tables) {
  const { stdout } = await run("python3", ["-c", READER, join(server.data, "verbale.sqlite"), ...tables], { maxBuffer: ROOM });
  return JSON.parse(stdout);
}
