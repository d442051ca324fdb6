import { createClient } from "@connectrpc/connect";
import { transport } from "@/api/transport";
import { type Account, Account_State as State } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { dateOf } from "@/ui/time";
import { readMax } from "./clients";
import { type Figure, noWork, type Task, type Work } from "./work";

const linkDays = 14; // how long an invitation's link works
const dayMs = 86_400_000;

/** Accounts whose invitation has surely lapsed, so that nobody will come by it any more. */
export function lapsed(accounts: readonly Pick<Account, "createTime">[], now: Date): number {
  const before = now.getTime() - linkDays * dayMs;
  return accounts.filter(({ createTime }) => createTime && dateOf(createTime).getTime() < before).length;
}

export function invitationTasks(invited: readonly Pick<Account, "createTime">[], now: Date): Task[] {
  const count = lapsed(invited, now);
  return count > 0 ? [{ key: "inviteAgain", kind: "inviteAgain", count, link: "/accounts?state=INVITED" }] : [];
}

const identity = createClient(IdentityService, transport);

export async function administratorWork(): Promise<Work> {
  const [invited, disabled] = await Promise.all(
    [State.INVITED, State.DISABLED].map((state) => identity.listAccounts({ state, pageSize: readMax })),
  );
  const figure = (key: string, answer: typeof invited): Figure => ({
    key,
    value: answer?.accounts.length ?? 0,
    more: answer?.nextPageToken !== "",
    link: `/accounts?state=${key.toUpperCase()}`,
  });
  return {
    ...noWork,
    tasks: invitationTasks(invited?.accounts ?? [], new Date()),
    figures: [figure("invited", invited), figure("disabled", disabled)],
  };
}
