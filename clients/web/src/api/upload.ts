import { makeRefusal, RefusalError, toRefusal } from "./refusal";
import { fromBase64 } from "./wire";
import { waitForSignIn } from "./session";

export interface UploadTarget {
  submission: string; // submissions/{submission}
  slot: string;
  file: File;
}
export interface UploadControls {
  signal?: AbortSignal;
  /** Bytes that have arrived. */
  onProgress?: (sent: number) => void;
}

const partBytes = 4 * 1024 * 1024;
const retriesMax = 5;
const firstPauseMs = 500;

interface PartAnswer {
  status: number;
  offset: number | undefined; // Upload-Offset
  body: string;
}

interface Part {
  url: string;
  method: "PUT" | "HEAD";
  body?: Blob;
  range?: string;
}

// fetch tells no progress of what it sends, so this is XMLHttpRequest.
function send({ url, method, body, range }: Part, controls: UploadControls, base: number): Promise<PartAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(method, url);
    if (range) request.setRequestHeader("Content-Range", range);
    request.upload.onprogress = (event) => controls.onProgress?.(base + event.loaded);
    request.onload = () => {
      const offset = request.getResponseHeader("Upload-Offset");
      resolve({ status: request.status, offset: offset === null ? undefined : Number(offset), body: request.responseText });
    };
    request.onerror = () => reject(new RefusalError(makeRefusal("unavailable", "connection lost", [])));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onloadend = () => controls.signal?.removeEventListener("abort", abort);
    controls.signal?.addEventListener("abort", abort);
    request.send(body);
  });
}

function refusalOf({ status, body }: PartAnswer): RefusalError {
  try {
    const { code, message, details = [] } = JSON.parse(body) as {
      code: string;
      message: string;
      details?: { type: string; value: string }[];
    };
    const read = details.map(({ type, value }) => ({ type, value: fromBase64(value) }));
    return new RefusalError(makeRefusal(code, message, read));
  } catch {
    return new RefusalError(makeRefusal(status >= 500 ? "unavailable" : "unknown", `HTTP ${status}`, []));
  }
}

async function sendPart(url: string, file: File, offset: number, controls: UploadControls): Promise<PartAnswer> {
  const end = Math.min(offset + partBytes, file.size);
  const range = `bytes ${offset}-${end - 1}/${file.size}`;
  const part: Part = { url, method: "PUT", body: file.slice(offset, end), ...(file.size ? { range } : {}) };
  const answer = await send(part, controls, offset);
  if (answer.status === 401 && (await waitForSignIn())) return send(part, controls, offset);
  if (answer.status !== 200 && answer.status !== 202) throw refusalOf(answer);
  return answer;
}

/**
 * Sends a file into a slot, in parts, going on where it stopped after a lost connection. Returns the submission
 * in JSON form. Throws a RefusalError, or an AbortError once `signal` was aborted.
 */
export async function upload({ submission, slot, file }: UploadTarget, controls: UploadControls = {}): Promise<object> {
  const query = new URLSearchParams({ slot, file_name: file.name, upload_id: crypto.randomUUID() });
  const url = `/files/${submission}/attachments?${query.toString()}`;
  let offset = 0;
  for (let failed = 0; ; ) {
    try {
      const answer = await sendPart(url, file, offset, controls);
      failed = 0;
      if (answer.status === 200) return JSON.parse(answer.body) as object;
      offset = answer.offset ?? offset;
    } catch (error) {
      if (controls.signal?.aborted || toRefusal(error).code !== "unavailable" || ++failed > retriesMax) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** failed));
      const reached = await send({ url, method: "HEAD" }, controls, 0).catch(() => undefined);
      offset = reached?.offset ?? offset;
    }
  }
}
