import { create, toBinary } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { BadRequestSchema, ErrorInfoSchema } from "@/gen/google/rpc/error_details_pb";
import { makeRefusal, toRefusal } from "./refusal";
import { fromBase64, toBase64Url } from "./wire";

const info = (reason: string, metadata: Record<string, string>) => ({
  type: "google.rpc.ErrorInfo",
  value: toBinary(ErrorInfoSchema, create(ErrorInfoSchema, { reason, domain: "redpeak", metadata })),
});

describe("a refusal", () => {
  test("tells reason, metadata and each field's rule", () => {
    const fieldViolations = [{ field: "call.title", description: "at most 120" }];
    const bad = {
      type: "google.rpc.BadRequest",
      value: toBinary(BadRequestSchema, create(BadRequestSchema, { fieldViolations })),
    };
    const details = [info("FIELD_INVALID", { "rule:call.title": "TOO_LONG:1:20", more: "3" }), bad];
    expect(makeRefusal("invalid_argument", "no", details)).toEqual({
      code: "invalid_argument",
      message: "no",
      reason: "FIELD_INVALID",
      metadata: { more: "3" },
      violations: [{ field: "call.title", rule: "TOO_LONG", limit: "1:20", description: "at most 120" }],
    });
  });

  test("of a lost connection is unavailable", () => {
    expect(toRefusal(new TypeError("Failed to fetch")).code).toBe("unavailable");
    expect(toRefusal("odd").code).toBe("unknown");
  });

  test("is read from damaged details without failing", () => {
    const value = Uint8Array.from([10, 200, 1, 65, 255, 255]);
    expect(makeRefusal("internal", "x", [{ type: "google.rpc.ErrorInfo", value }]).code).toBe("internal");
  });
});

test("base64 goes there and back, for any text", () => {
  const text = "征集?>~ü";
  expect(new TextDecoder().decode(fromBase64(toBase64Url(text)))).toBe(text);
});
