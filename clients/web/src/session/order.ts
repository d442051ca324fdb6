import type { Session } from "@/gen/redpeak/identity/v1/identity_pb";

const secondsOf = ({ createTime }: Pick<Session, "createTime">) => Number(createTime?.seconds ?? 0n);

/** This device first, then the one that was opened last. */
export function newestFirst<One extends Pick<Session, "createTime" | "current">>(sessions: readonly One[]): One[] {
  return [...sessions].sort(
    (one, other) => Number(other.current) - Number(one.current) || secondsOf(other) - secondsOf(one),
  );
}

/** The address in what gRPC calls a peer: "ipv4:127.0.0.1:40496" is 127.0.0.1, "ipv6:%5B::1%5D:1" is ::1. */
export function addressIn(peer: string): string {
  const bare = decodeURIComponent(peer).replace(/^ipv[46]:/, "");
  return bare.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}
