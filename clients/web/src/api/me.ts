import { useQuery, useSuspenseQuery } from "@connectrpc/connect-query";
import { type GetMeResponse, IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import type { RoleName } from "@/app/route";

const freshMs = 5 * 60_000;

/** Who is signed in. Only within the shell, which has asked already. */
export function useMe(): GetMeResponse {
  return useSuspenseQuery(IdentityService.method.getMe, {}, { staleTime: freshMs }).data;
}

/** The same where it is not known yet whether anybody is. */
export function useMaybeMe() {
  return useQuery(IdentityService.method.getMe, {}, { staleTime: freshMs });
}

export function rolesOf(me: GetMeResponse): Set<RoleName> {
  return new Set((me.account?.grants ?? []).map((grant) => Role[grant.role] as RoleName));
}

/** Whether the user has any of the roles. It decides what is shown; the server decides what is done. */
export function useHasRole(...roles: RoleName[]): boolean {
  const own = rolesOf(useMe());
  return roles.some((role) => own.has(role));
}
