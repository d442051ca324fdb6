import { expect, test } from "vitest";
import { addressIn, newestFirst } from "./order";

const session = (seconds: bigint, current = false) => ({
  createTime: { $typeName: "google.protobuf.Timestamp" as const, seconds, nanos: 0 },
  current,
});

test("this device comes first, then the newest", () => {
  const ordered = newestFirst([session(3n), session(1n, true), session(9n)]);
  expect(ordered.map(({ createTime }) => createTime.seconds)).toEqual([1n, 9n, 3n]);
});

test.each([
  ["ipv4:127.0.0.1:40496", "127.0.0.1"],
  ["ipv6:%5B::1%5D:443", "::1"],
  ["unknown", "unknown"],
  ["", ""],
])("the address in %j", (peer, address) => expect(addressIn(peer)).toBe(address));
