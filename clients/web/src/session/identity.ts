import { callPlain } from "@/api/plain";
import { rememberSignedIn } from "@/api/session";

const service = "redpeak.identity.v1.IdentityService";

/** What the session is called in the list of one's sessions: the browser and its system. */
function clientName(): string {
  const agent = navigator.userAgent;
  const browser = /(Edg|Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? "browser";
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? "";
  return [browser.replace("Edg", "Edge"), system].filter(Boolean).join(", ");
}

async function open(method: string, request: object): Promise<void> {
  await callPlain(`${service}/${method}`, { ...request, client: clientName() }, { signsIn: true });
  rememberSignedIn(true);
}

export const signIn = (login: string, password: string) => open("SignIn", { login: login.trim(), password });
export const activate = (token: string, password: string) => open("ActivateAccount", { token, password });
export const recover = (token: string, password: string) => open("RecoverPassword", { token, password });
export const askForRecovery = (login: string) =>
  callPlain(`${service}/RequestPasswordRecovery`, { login: login.trim() });

export interface Registration {
  email: string;
  displayName: string;
  organisation: string;
  language: string;
  requestId: string;
}
export const register = (registration: Registration) => callPlain(`${service}/Register`, registration);

export interface Unit {
  name: string;
  displayName: string;
}
/** Units whose name holds what was typed. */
export async function findUnits(query: string, signal: AbortSignal): Promise<Unit[]> {
  const request = { query, pageSize: 20 };
  const answer = await callPlain<{ organisations?: Unit[] }>(`${service}/ListOrganisations`, request, { signal });
  return answer.organisations ?? [];
}

export const passwordMin = 10;
export const passwordMax = 128;
