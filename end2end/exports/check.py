"""Publications as data, as others' programs read them.

Starts a server of its own with the demonstration, as the journeys do, and has every publication read in every format by
programs that are not ours: stix2-validator (strict), pymisp, jsonschema, openpyxl, and schemathesis, which tries
everything that the OpenAPI document says. The feed is held against RFC 4287 here, for want of a validator that can be installed.

VERBALE_BIN names the binary.
"""

import copy
import csv
import hashlib
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import warnings
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import jsonschema
import openpyxl
import pymisp
from stix2validator import ValidationOptions, validate_string

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
SIX = {"given", "none", "unknown", "withheld", "left-blank", "not-asked"}


class Server:
    """The built binary on a fresh folder and a free port, with the demonstration loaded."""

    def __enter__(self):
        program = os.environ["VERBALE_BIN"]
        self.folder = tempfile.mkdtemp(prefix="verbale-exports-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://localhost:{port}"
        known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment = known | {"VERBALE_DATA": self.folder, "VERBALE_PUBLIC_URL": self.url, "VERBALE_LOG": "warn"}
        subprocess.run([program, "seed", "--demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{port}"], env=environment)
        for _ in range(300):
            try:
                self.get("/readyz")
                return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("in vain waited for the server")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        shutil.rmtree(self.folder)

    def get(self, path):
        with urllib.request.urlopen(self.url + path) as answer:
            return answer.read()


def references(server):
    page, found = 1, []
    while True:
        listed = json.loads(server.get(f"/data/publications.json?page={page}"))
        found += [one["reference"] for one in listed["publications"]]
        if page == listed["pages"]:
            assert len(found) == listed["total"] > 3, "the demonstration has publications"
            return found
        page += 1


def json_is_of_its_schema(server, reference, schema):
    record = json.loads(server.get(f"/data/publications/{reference}.json"))
    schema.validate(record)
    assert ("content" in record) != ("withdrawn" in record), reference
    return record


def stix_is_valid(server, reference):
    bundle = server.get(f"/data/publications/{reference}.stix.json").decode()
    result = validate_string(bundle, ValidationOptions(version="2.1", strict=True, enforce_refs=True))
    assert result.is_valid, f"{reference}: {[str(error) for error in result.errors]}"


def misp_is_loaded(server, reference, schema):
    written = json.loads(server.get(f"/data/publications/{reference}.misp.json"))
    jsonschema.validate(written, schema)
    attributes, objects = written["Event"]["Attribute"], written["Event"].get("Object", [])
    event = pymisp.MISPEvent()
    # It takes apart what it is given.
    event.load(copy.deepcopy(written))
    assert (len(event.attributes), len(event.objects)) == (len(attributes), len(objects)), reference


def csv_is_a_table(server, reference, record):
    text = server.get(f"/data/publications/{reference}.csv").decode()
    lines = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in line and None not in line.values() for line in lines), reference
    if "content" in record:
        assert {line["answer"] for line in lines} <= SIX, reference
    else:
        assert [line["field"] for line in lines] == [""], reference


def feed_is_valid(server):
    """The MUSTs of RFC 4287, 4.1."""
    feed = xml.fromstring(server.get("/data/publications.atom"))
    assert feed.tag == f"{ATOM}feed"
    ids = set()
    for element in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        assert INSTANT.fullmatch(element.findtext(f"{ATOM}updated"))
        ids.add(element.findtext(f"{ATOM}id"))
    assert len(ids) == 1 + len(feed.findall(f"{ATOM}entry")), "every id once"
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)
    for entry in feed.findall(f"{ATOM}entry"):
        assert entry.find(f"{ATOM}author/{ATOM}name").text
        assert [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]


def archive_is_what_its_manifest_says(server, found):
    whole, manifest = server.get("/data/everything.zip"), json.loads(server.get("/data/manifest.json"))
    digest = lambda data: hashlib.sha256(data).hexdigest()
    assert manifest["archive"]["sha256"] == digest(whole) and manifest["publications"] == len(found)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        for file in manifest["files"]:
            assert digest(archive.read(file["name"])) == file["sha256"], file
        lines = archive.read("publications.ndjson").decode().splitlines()
        assert sorted(json.loads(line)["reference"] for line in lines) == sorted(found)
        assert archive.read("publications.csv") == server.get("/data/publications.csv")


def tables(server):
    """Every table about progress reports, without its ending."""
    yield from ("cycles", "commitments")
    cycles = [one["cycle"] for one in json.loads(server.get("/data/cycles.json"))["cycles"]]
    versions, states = set(), set()
    for year in cycles:
        cycle = json.loads(server.get(f"/data/cycles/{year}.json"))
        versions.add(cycle["questionnaire"])
        states |= {row["state"]["code"] for row in cycle["table"]}
        yield from (f"cycles/{year}", f"cycles/{year}.answers")
        yield from (f"reports/{year}-{row['state']['code']}" for row in cycle["table"])
    yield from (f"questionnaires/{version}" for version in sorted(versions))
    yield from (f"histories/{state}" for state in sorted(states))
    for one in json.loads(server.get("/data/commitments.json"))["commitments"]:
        yield f"commitments/{one['id']}"


def xlsx_has_the_cells_of_the_csv(server, table):
    text = server.get(f"/data/{table}.csv")
    lines = list(csv.reader(io.StringIO(text.decode(), newline=""), strict=True))
    book = openpyxl.load_workbook(io.BytesIO(server.get(f"/data/{table}.xlsx")))
    assert book.sheetnames == ["table", "source"] and book["table"].freeze_panes == "A2", table
    rows = list(book["table"].iter_rows())
    assert not any(cell.data_type == "f" for row in rows for cell in row), f"{table} has a formula"
    written = [["" if cell.value is None else str(cell.value) for cell in row] for row in rows]
    # In front of what a spreadsheet would take for a formula, the CSV has an apostrophe.
    assert written == [[cell.removeprefix("'") for cell in line] for line in lines], table
    about = {row[0].value: row[1].value for row in book["source"].iter_rows(max_col=2)}
    assert hashlib.sha256(text).hexdigest() in about.values(), f"{table} says which edition it is"


def everything_described_is_so(server):
    """Everything that the OpenAPI document says, tried."""
    command = [Path(sys.executable).with_name("schemathesis"), "run", f"{server.url}/data/openapi.json"]
    command += ["--checks", "all", "--max-examples", "25", "--seed", "20260317", "--generation-database", "none"]
    subprocess.run(command, check=True, cwd=server.folder)


def main():
    warnings.filterwarnings("ignore")
    misp_schema = json.loads((Path(pymisp.__file__).parent / "data/schema-lax.json").read_text())
    with Server() as server:
        described = json.loads(server.get("/data/publication.schema.json"))
        jsonschema.Draft202012Validator.check_schema(described)
        schema = jsonschema.Draft202012Validator(described)
        found = references(server)
        for reference in found:
            record = json_is_of_its_schema(server, reference, schema)
            stix_is_valid(server, reference)
            misp_is_loaded(server, reference, misp_schema)
            csv_is_a_table(server, reference, record)
        feed_is_valid(server)
        archive_is_what_its_manifest_says(server, found)
        of_progress = list(tables(server))
        for table in of_progress:
            xlsx_has_the_cells_of_the_csv(server, table)
        print(f"{len(of_progress)} tables as CSV and as XLSX: the same cells")
        print(f"{len(found)} publications in four formats, the feed and the archive: as they should be")
        everything_described_is_so(server)


main()
