// Reads the two small messages that travel in an error's details. The pages that load no protobuf runtime
// (signing in, public pages) need them, too.

interface Field {
  number: number;
  bytes: Uint8Array;
}

function readVarint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let factor = 1; at < bytes.length; factor *= 128) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) break;
  }
  return [value, at];
}

/** The length-delimited fields of a message; others are passed over. */
function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, afterTag] = readVarint(bytes, at);
    const [length, start] = readVarint(bytes, afterTag);
    const delimited = (tag & 7) === 2;
    at = delimited ? start + length : start;
    if (delimited) fields.push({ number: tag >> 3, bytes: bytes.subarray(start, at) });
  }
  return fields;
}

const decoder = new TextDecoder();
function textOf(fields: Field[], number: number): string {
  const field = fields.find((one) => one.number === number);
  return field ? decoder.decode(field.bytes) : "";
}

export interface ErrorInfo {
  reason: string;
  metadata: Record<string, string>;
}

/** google.rpc.ErrorInfo */
export function readErrorInfo(bytes: Uint8Array): ErrorInfo {
  const fields = readFields(bytes);
  const entries = fields.filter((one) => one.number === 3).map((one) => readFields(one.bytes));
  return {
    reason: textOf(fields, 1),
    metadata: Object.fromEntries(entries.map((entry) => [textOf(entry, 1), textOf(entry, 2)])),
  };
}

/** google.rpc.BadRequest */
export function readBadRequest(bytes: Uint8Array): { field: string; description: string }[] {
  return readFields(bytes)
    .filter((one) => one.number === 1)
    .map((one) => readFields(one.bytes))
    .map((fields) => ({ field: textOf(fields, 1), description: textOf(fields, 2) }));
}

/** Bytes of base64 with or without padding, of either alphabet. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Base64 for addresses: no padding, - and _. */
export function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
