import { MethodOptions_IdempotencyLevel as Idempotency } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, type Interceptor, type UnaryRequest } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { toRefusal } from "./refusal";
import { waitForSignIn } from "./session";

const retriesMax = 3;
const firstPauseMs = 400;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const changes = (request: UnaryRequest) =>
  request.method.idempotency !== Idempotency.NO_SIDE_EFFECTS;

/** A change without a request_id gets one, so that it can be repeated without being done twice. */
function giveRequestId(request: UnaryRequest): void {
  const message = request.message as { requestId?: string };
  const hasField = request.method.input.fields.some((field) => field.localName === "requestId");
  if (hasField && !message.requestId) message.requestId = crypto.randomUUID();
}

/** Repeats a change that could not reach the server; reading is repeated by the query client. */
const retried: Interceptor = (next) => async (request) => {
  if (request.stream || !changes(request)) return next(request);
  giveRequestId(request);
  const repeatable = "requestId" in request.message;
  for (let tried = 0; ; tried++) {
    try {
      return await next(request);
    } catch (error) {
      const lost = ConnectError.from(error).code === Code.Unavailable;
      if (!lost || !repeatable || tried === retriesMax || request.signal.aborted) throw error;
      await pause(firstPauseMs * 2 ** tried);
    }
  }
};

/** Calls it unavailable where fetch reached nobody. */
const named: Interceptor = (next) => async (request) => {
  try {
    return await next(request);
  } catch (error) {
    throw error instanceof TypeError ? new ConnectError(error.message, Code.Unavailable) : error;
  }
};

/** Lets a call that met the end of the session wait until the user has signed in again. */
const resumed: Interceptor = (next) => async (request) => {
  try {
    return await next(request);
  } catch (error) {
    if (toRefusal(error).reason !== "SIGN_IN_REQUIRED" || !(await waitForSignIn())) throw error;
    return next(request);
  }
};

export const transport = createConnectTransport({
  baseUrl: "/api",
  useBinaryFormat: true,
  useHttpGet: true,
  interceptors: [resumed, retried, named],
});
