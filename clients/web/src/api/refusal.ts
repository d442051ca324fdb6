import type { Reason as ReasonEnum } from "@/gen/redpeak/errors/v1/reason_pb";
import { readBadRequest, readErrorInfo } from "./wire";

export type Reason = keyof typeof ReasonEnum;

/** What is wrong with one field of a request. */
export interface Violation {
  field: string; // its path in the request, e.g. submission.team[2].display_name
  rule: string; // e.g. TOO_LONG
  limit: string; // what fills the rule's text in; may be empty
  description: string; // English
}

/** Why a call failed, whichever way it was made. */
export interface Refusal {
  code: string; // Connect's, e.g. failed_precondition; "unavailable" where the server was not reached
  reason: Reason | ""; // empty where the failure was not the server's own
  message: string; // English
  metadata: Record<string, string>;
  violations: Violation[];
}

export interface ErrorDetail {
  type: string;
  value: Uint8Array;
}

const codes = [
  "canceled", "unknown", "invalid_argument", "deadline_exceeded", "not_found", "already_exists",
  "permission_denied", "resource_exhausted", "failed_precondition", "aborted", "out_of_range", "unimplemented",
  "internal", "unavailable", "data_loss", "unauthenticated",
];

/** The number that gRPC gives a code; the catalogue's texts are kept by it. */
export function codeNumber(code: string): number {
  return codes.indexOf(code) + 1;
}

const rulePrefix = "rule:"; // metadata: rule:<field> = <rule>[:<limit>]

function violationsOf(details: ErrorDetail[], metadata: Record<string, string>): Violation[] {
  const bad = details.find((detail) => detail.type === "google.rpc.BadRequest");
  if (!bad) return [];
  return readBadRequest(bad.value).map(({ field, description }) => {
    const [rule = "", ...limit] = (metadata[rulePrefix + field] ?? "").split(":");
    return { field, rule, limit: limit.join(":"), description };
  });
}

export function makeRefusal(code: string, message: string, details: ErrorDetail[]): Refusal {
  const info = details.find((detail) => detail.type === "google.rpc.ErrorInfo");
  const { reason, metadata } = info ? readErrorInfo(info.value) : { reason: "", metadata: {} };
  const plain = Object.entries(metadata).filter(([key]) => !key.startsWith(rulePrefix));
  return {
    code,
    message,
    reason: reason as Reason | "",
    metadata: Object.fromEntries(plain),
    violations: violationsOf(details, metadata),
  };
}

/** A refusal as something to throw. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = "RefusalError";
  }
}

// What a ConnectError looks like; this file does not load Connect.
interface ConnectLike {
  name: string;
  code: number;
  rawMessage: string;
  details: { type: string; value?: Uint8Array }[];
}
function isConnectLike(error: unknown): error is ConnectLike {
  return error instanceof Error && error.name === "ConnectError" && "details" in error;
}

/** The refusal in whatever was thrown. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  if (isConnectLike(error)) {
    const details = error.details.flatMap(({ type, value }) => (value ? [{ type, value }] : []));
    return makeRefusal(codes[error.code - 1] ?? "unknown", error.rawMessage, details);
  }
  const lost = error instanceof TypeError; // what fetch throws
  return makeRefusal(lost ? "unavailable" : "unknown", error instanceof Error ? error.message : String(error), []);
}

/** Whether the same request may succeed a little later. */
export function isPassing(refusal: Refusal): boolean {
  return refusal.code === "unavailable";
}
