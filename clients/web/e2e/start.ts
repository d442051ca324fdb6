import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Starts the server of all tests, and ends it after them. REDPEAK_FOLDER names one that runs already (e2e/serve). */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.REDPEAK_FOLDER) return () => Promise.resolve();
  const script = fileURLToPath(new URL("./serve", import.meta.url));
  const server = spawn(script, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(server, "exit");
  const ready = (async () => {
    for await (const line of createInterface(server.stdout)) {
      if (line.startsWith("ready ")) return line.slice("ready ".length);
    }
    throw new Error("the server did not start");
  })();
  process.env.REDPEAK_FOLDER = await ready;
  return async () => {
    server.stdin.end();
    await ended;
  };
}
