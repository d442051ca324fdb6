import { useQuery } from "@tanstack/react-query";
import { rolesOf, useMe } from "@/api/me";
import { type Refusal, toRefusal } from "@/api/refusal";
import type { RoleName } from "@/app/route";
import type { GetMeResponse } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { administratorWork } from "./administrator";
import { recentCalls } from "./clients";
import { expertWork } from "./expert";
import { researcherWork } from "./researcher";
import { staffWork } from "./staff";
import { unitWork } from "./unit";
import { together, type Work } from "./work";

const staffRoles: RoleName[] = ["PROGRAMME_OFFICER", "APPROVER", "AUDITOR"];

interface Home {
  work: Work;
  /** What could not be read, while the rest could. */
  refusal?: Refusal;
}

/** What each of the user's roles has to do; what one role fails to read hides nothing of the others. */
async function readWork(me: GetMeResponse): Promise<Home> {
  const own = rolesOf(me);
  const calls = await recentCalls();
  const titles = new Map(calls.map((call) => [call.name, call.title]));
  const parts: Promise<Work>[] = [];
  if (own.has("RESEARCHER")) parts.push(researcherWork());
  if (own.has("UNIT_OFFICER")) parts.push(unitWork(calls));
  if (own.has("EXPERT")) parts.push(expertWork(me.person?.name ?? "", titles));
  if (staffRoles.some((role) => own.has(role))) parts.push(staffWork(calls, own));
  if (own.has("ADMINISTRATOR")) parts.push(administratorWork());
  const read = await Promise.allSettled(parts);
  const failed = read.find((part) => part.status === "rejected");
  const works = read.flatMap((part) => (part.status === "fulfilled" ? [part.value] : []));
  if (failed && works.length === 0) throw failed.reason;
  return { work: together(works), refusal: failed && toRefusal(failed.reason) };
}

export function useWork() {
  const me = useMe();
  return useQuery({ queryKey: ["home", me.account?.name], queryFn: () => readWork(me), refetchOnWindowFocus: true });
}
