// Makes src/gen: the types and calls of every .proto, and the catalogues of terms and errors that the command
// line client and the pages share. Nothing is fetched; it needs Debian's protoc only.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogues } from "./catalogue.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(dirname(here));
const out = join(here, "src/gen");

function protoFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".proto"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const protos = join(root, "proto");
execFileSync("protoc", [
  `--plugin=protoc-gen-es=${join(here, "node_modules/.bin/protoc-gen-es")}`,
  `--es_out=${out}`,
  "--es_opt=target=ts,import_extension=none",
  `-I${protos}`,
  "-I/usr/share/gocode/src/github.com/gogo/googleapis",
  ...protoFiles(protos),
  "google/rpc/error_details.proto",
], { stdio: "inherit" });

for (const [file, language] of [["zh", "zh-CN"], ["en", "en"]]) {
  const source = join(root, "clients/cli/messages", `${file}.json`);
  const made = catalogues(JSON.parse(readFileSync(source, "utf8")));
  for (const [name, texts] of Object.entries(made)) {
    mkdirSync(join(out, name), { recursive: true });
    writeFileSync(join(out, name, `${language}.json`), JSON.stringify(texts));
  }
}
