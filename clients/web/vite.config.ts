import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./tool/compress.ts";
import { pdfParts } from "./tool/pdfParts.ts";

// Where `npm run dev` sends what is not a page: a running gateway.
const gateway = process.env.REDPEAK_GATEWAY ?? "http://127.0.0.1:8080";
const proxied = ["/api", "/files", "/sheets", "/open", "/openapi.json"];

const modules = (names: string) => new RegExp(`node_modules/(${names})/`);

export default defineConfig({
  plugins: [react(), pdfParts(), compressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  html: { cspNonce: "__CSP_NONCE__" }, // the gateway puts each answer's nonce in its place
  build: {
    outDir: "../../build/web",
    emptyOutDir: true,
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0, // data: addresses are not in the policy of contents
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Every page needs these; signing in and the public pages need nothing else.
            { name: "root", test: modules("react|react-dom|scheduler|i18next|react-i18next|@tanstack/(react-router|router-core|history|store|react-store)"), priority: 9 },
            // Every signed-in page needs these.
            { name: "calls", test: modules("@bufbuild|@connectrpc|@tanstack/(query-core|react-query)"), priority: 8 },
            { name: "antd-base", test: modules("antd/es/(config-provider|theme|_util|locale|style)|@ant-design/(cssinjs|cssinjs-utils|colors|fast-color)|@rc-component/util"), priority: 7 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: gateway, secure: false }])),
  },
  preview: {
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: gateway, secure: false }])),
  },
  test: { include: ["src/**/*.test.{ts,tsx}", "tool/**/*.test.ts"], environment: "node" },
});
