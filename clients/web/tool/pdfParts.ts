import { cpSync, createReadStream, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import type { Plugin } from "vite";

const folders = ["cmaps", "standard_fonts", "wasm", "iccs"];

/**
 * Serves what pdf.js fetches by name while it draws (character maps of Chinese fonts, fonts that are not embedded,
 * decoders of pictures) from our own address, which `__PDF_PARTS__` tells.
 */
export function pdfParts(): Plugin {
  const source = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const base = `/assets/pdfjs-${version}/`;
  let out = "";
  return {
    name: "redpeak-pdf-parts",
    config: () => ({ define: { __PDF_PARTS__: JSON.stringify(base) } }),
    configResolved: (config) => void (out = join(config.root, config.build.outDir, base)),
    configureServer: (server) => {
      server.middlewares.use(base, (request, response, next) => {
        const path = normalize(decodeURIComponent(request.url ?? "").replace(/\?.*/, ""));
        const file = join(source, path);
        const known = folders.some((folder) => path.startsWith(`/${folder}/`));
        if (known && existsSync(file)) createReadStream(file).pipe(response);
        else next();
      });
    },
    writeBundle: () => {
      for (const folder of folders) cpSync(join(source, folder), join(out, folder), { recursive: true });
    },
  };
}
