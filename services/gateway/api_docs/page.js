// Lists the calls of /openapi.json and lets one try them. Nothing comes from elsewhere.
const texts = navigator.language.startsWith("zh")
  ? { intro: "列出全部接口，可直接试用。已登录时以当前身份调用；也可填写访问令牌。", find: "查找接口", token: "访问令牌（可空）",
      request: "请求（JSON）", send: "发送", answer: "应答", fields: "请求与应答的字段", access: "可由谁调用：", failed: "没有连上服务器：" }
  : { intro: "Every call, to be tried here. You call as yourself if you are signed in; or give a token.", find: "Find a call",
      token: "Access token (may be empty)", request: "Request (JSON)", send: "Send", answer: "Answer",
      fields: "Fields of request and answer", access: "Who may call it: ", failed: "The server was not reached: " };
const at = (id) => document.getElementById(id);
if (texts.find === "Find a call") document.documentElement.lang = "en";
at("intro").textContent = texts.intro;
at("send").textContent = texts.send;
for (const id of ["token", "request", "answer", "fields"]) at(`${id}-label`).textContent = texts[id];
at("find-label").textContent = texts.find;

const api = await (await fetch("/openapi.json")).json();
const calls = Object.entries(api.paths).flatMap(([path, verbs]) =>
  path.startsWith("/api/") ? [{ path, ...verbs.post }] : []);
let chosen;

// A schema with its references followed, a few levels deep.
function expand(schema, depth = 0) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop();
    return depth > 3 ? name : expand(api.components.schemas[name], depth + 1);
  }
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.type === "array") return [expand(schema.items, depth)];
  if (!schema.properties) return schema.format ?? schema.type ?? "object";
  return Object.fromEntries(Object.entries(schema.properties).map(([name, of]) => [name, expand(of, depth)]));
}
const show = (value) => JSON.stringify(value, null, 2);
const bodyOf = (part) => part.content["application/json"].schema;

function choose(call) {
  chosen = call;
  at("title").textContent = call.operationId;
  at("access").textContent = texts.access + call.description;
  at("request").value = "{}";
  at("fields").textContent = show({
    request: expand(bodyOf(call.requestBody)), answer: expand(bodyOf(call.responses["200"])) });
  for (const id of ["form", "fields", "fields-label"]) at(id).hidden = false;
  for (const id of ["answer", "answer-label"]) at(id).hidden = true;
  list();
}

function list() {
  const wanted = at("find").value.toLowerCase();
  at("methods").replaceChildren(...calls.filter((call) => call.path.toLowerCase().includes(wanted)).map((call) => {
    const button = document.createElement("button");
    button.textContent = call.operationId.split(".").slice(-2).join("/");
    button.title = call.operationId;
    if (call === chosen) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose(call));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

at("find").addEventListener("input", list);
at("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const headers = { "Content-Type": "application/json", "Connect-Protocol-Version": "1" };
  const token = at("token").value.trim();
  if (token !== "") headers.Authorization = `Bearer ${token}`;
  let text;
  try {
    const answer = await fetch(chosen.path, { method: "POST", headers, body: at("request").value });
    const body = await answer.text();
    text = `${answer.status} ${answer.statusText}\n\n`;
    try { text += show(JSON.parse(body)); } catch { text += body; }
  } catch (error) {
    text = texts.failed + error.message;
  }
  at("answer").textContent = text;
  for (const id of ["answer", "answer-label"]) at(id).hidden = false;
});
list();
