// Calls without Connect and TanStack Query, in JSON: for pages that must be small (signing in, public pages).
import { fromBase64 } from "./wire";
import { makeRefusal, RefusalError } from "./refusal";

interface ErrorBody {
  code?: string;
  message?: string;
  details?: { type: string; value: string }[];
}

async function refusalOf(answer: Response): Promise<RefusalError> {
  const body = (await answer.json().catch(() => ({}))) as ErrorBody;
  const details = (body.details ?? []).map(({ type, value }) => ({ type, value: fromBase64(value) }));
  const code = body.code ?? (answer.status >= 500 ? "unavailable" : "unknown");
  return new RefusalError(makeRefusal(code, body.message ?? answer.statusText, details));
}

/**
 * Calls "package.Service/Method" with a request in protobuf's JSON form and returns the answer in the same:
 * names in lowerCamel, 64-bit numbers and times as text, and nothing where a field is empty. `signsIn`: ask for
 * the session's cookie. Throws a RefusalError.
 */
export async function callPlain<Answer>(
  method: string,
  request: object,
  { signsIn = false, signal }: { signsIn?: boolean; signal?: AbortSignal } = {},
): Promise<Answer> {
  const answer = await fetch(`/api/${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "connect-protocol-version": "1",
      ...(signsIn ? { "redpeak-session": "cookie" } : {}),
    },
    body: JSON.stringify(request),
    signal,
  }).catch((error: unknown) => {
    if (error instanceof TypeError) throw new RefusalError(makeRefusal("unavailable", error.message, []));
    throw error;
  });
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as Answer;
}
