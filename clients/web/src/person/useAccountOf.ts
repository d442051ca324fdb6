import { useQuery } from "@connectrpc/connect-query";
import type { Account, Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { toRefusal } from "@/api/refusal";

const sameNameMax = 1000;

/** A person's account, found by the name that both have; undefined where there is none. */
export function useAccountOf({ name, displayName }: Pick<Person, "name" | "displayName">) {
  const request = { query: displayName, pageSize: sameNameMax };
  const { data, error, isPending } = useQuery(IdentityService.method.listAccounts, request);
  const account: Account | undefined = data?.accounts.find(({ person }) => person === name);
  return { account, isPending, refusal: error ? toRefusal(error) : undefined };
}
