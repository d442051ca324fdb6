// The gateway with Connect's own clients: every transport, in JSON and in binary, by POST and by GET.
// run sets REDPEAK_WEB (the gateway's address), and the login and password of an administrator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import * as node from "@connectrpc/connect-node";
import * as web from "@connectrpc/connect-web";
import { BadRequestSchema, ErrorInfoSchema } from "./gen/google/rpc/error_details_pb.js";
import { CallsService } from "./gen/redpeak/calls/v1/calls_service_pb.js";
import { IdentityService } from "./gen/redpeak/identity/v1/identity_service_pb.js";
import { SystemService } from "./gen/redpeak/system/v1/system_service_pb.js";

const site = process.env.REDPEAK_WEB;
const credentials = { login: process.env.REDPEAK_LOGIN, password: process.env.REDPEAK_PASSWORD };

const transports = [];
for (const useBinaryFormat of [false, true]) {
  for (const useHttpGet of [false, true]) {
    const options = { baseUrl: `${site}/api`, useBinaryFormat, useHttpGet };
    const kind = `${useBinaryFormat ? "binary" : "JSON"} by ${useHttpGet ? "GET" : "POST"}`;
    const nodes = { ...options, httpVersion: "1.1" };
    const gzip = { sendCompression: node.compressionGzip, compressMinBytes: 0 };
    transports.push([`connect-node, ${kind}`, node.createConnectTransport(nodes)]);
    transports.push([`connect-node with gzip, ${kind}`,
      node.createConnectTransport({ ...nodes, ...gzip })]);
    transports.push([`connect-web, ${kind}`, web.createConnectTransport(options)]);
  }
}

async function failure(call) {
  try {
    await call;
  } catch (error) {
    return ConnectError.from(error);
  }
  assert.fail("it was not refused");
}

for (const [name, transport] of transports) {
  const system = createClient(SystemService, transport);
  const calls = createClient(CallsService, transport);
  const identity = createClient(IdentityService, transport);

  test(`${name}: an answer, its headers and trailers`, async () => {
    let id;
    const info = await system.getServerInfo({}, { onHeader: (h) => (id = h.get("x-request-id")) });
    assert.ok(info.services.includes("identity"));
    assert.ok(info.time.seconds > 0n);
    assert.match(id, /^[0-9a-z]{26}$/);
  });

  test(`${name}: typed details of an error`, async () => {
    const error = await failure(calls.listCalls({ pageSize: -1 }));
    assert.equal(error.code, Code.InvalidArgument);
    assert.equal(error.findDetails(ErrorInfoSchema)[0].reason, "FIELD_INVALID");
    assert.equal(error.findDetails(BadRequestSchema)[0].fieldViolations[0].field, "page_size");
    const missing = await failure(calls.getCall({ name: "calls/ghost" }));
    assert.equal(missing.code, Code.NotFound);
  });

  test(`${name}: refusals without an account`, async () => {
    assert.equal((await failure(identity.getMe({}))).code, Code.Unauthenticated);
    const login = `${name.replaceAll(/\W/g, "")}@example.org`; // five failures make one wait
    const wrong = await failure(identity.signIn({ login, password: "x" }));
    assert.equal(wrong.findDetails(ErrorInfoSchema)[0].reason, "CREDENTIALS_WRONG");
  });

  test(`${name}: a bearer token`, async () => {
    const { token } = await identity.signIn(credentials);
    const headers = { Authorization: `Bearer ${token}` };
    assert.equal((await identity.getMe({}, { headers })).account.login, credentials.login);
    await identity.signOut({}, { headers });
    assert.equal((await failure(identity.getMe({}, { headers }))).code, Code.Unauthenticated);
  });

  test(`${name}: timeouts and aborts`, async () => {
    const late = await failure(system.getServerInfo({}, { timeoutMs: 1 }).then(() =>
      system.getServerInfo({}, { timeoutMs: 0.001 })));
    assert.equal(late.code, Code.DeadlineExceeded);
    const leaving = new AbortController();
    const aborted = failure(identity.signIn(credentials, { signal: leaving.signal }));
    leaving.abort();
    assert.equal((await aborted).code, Code.Canceled);
    assert.ok(await system.getServerInfo({}));
  });

  test(`${name}: a method for services only is not there`, async () => {
    const error = await failure(calls.advanceCall({ name: "calls/2022" }));
    assert.equal(error.code, Code.Unimplemented);
  });
}

// What a browser does with cookies, as far as a script can.
test("connect-web keeps its session in a cookie", async () => {
  let cookie = "";
  const browser = async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("Redpeak-Session", "cookie");
    headers.set("Origin", site);
    if (cookie !== "") headers.set("Cookie", cookie);
    const answer = await fetch(url, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) cookie = set.split(";")[0];
    return answer;
  };
  const transport = web.createConnectTransport({ baseUrl: `${site}/api`, fetch: browser });
  const identity = createClient(IdentityService, transport);
  assert.equal((await identity.signIn(credentials)).token, "");
  assert.match(cookie, /^__Host-redpeak=./);
  assert.equal((await identity.getMe({})).account.login, credentials.login);
  const kept = cookie;
  await identity.signOut({});
  assert.equal(cookie, "__Host-redpeak=");
  cookie = kept;
  assert.equal((await failure(identity.getMe({}))).code, Code.Unauthenticated);
});
