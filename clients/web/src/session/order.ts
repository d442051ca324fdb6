import type { Session } from "@/gen/redpeak/identity/v1/identity_pb";

const secondsOf = ({ createTime }: Pick<Session, "createTime">) => Number(createTime?.seconds ?? 0n);

/** This device first, then the one that was opened last. */
export function newestFirst<One extends Pick<Session, "createTime" | "current">>(sessions: readonly One[]): One[] {
  return [...sessions].sort(
    (one, other) => Number(other.current) - Number(one.current) || secondsOf(other) - secondsOf(one),
  );
}
