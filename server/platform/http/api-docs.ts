import { createReadStream } from "node:fs";
import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { routes } from "@dutyloop/contract/routes.ts";
import type { FastifyInstance } from "fastify";
import { escapeHtml } from "./escape-html.ts";
import { type Language, languageOf } from "./language.ts";

/** The document as it is kept in the repository, where a test says that it is what the contract makes. */
const openApiFile = new URL("../../openapi.json", import.meta.url);

/** /api/v1/openapi.json for programs, /api/docs for people. Both are made from the contract and need no sign-in. */
export function addApiDocs(app: FastifyInstance): void {
  app.get("/api/v1/openapi.json", async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(createReadStream(openApiFile)),
  );
  app.get("/api/docs", async (request, reply) => {
    const page = pageOf(languageOf(request.headers["accept-language"]), request.styleNonce);
    return reply.type("text/html; charset=utf-8").send(page);
  });
}

const words = {
  zh: {
    title: "责任环 API",
    lead: "每个接口都需要登录会话或个人访问令牌（在“我”页面新建），请求头写 Authorization: Bearer 令牌。完整定义见",
    access: "所需权限",
    refusals: "可能的拒绝",
    open: "无需登录",
    self: "登录即可，只涉及本人",
    key: "需要 Idempotency-Key 请求头，重复发送不会重复生效",
  },
  en: {
    title: "DutyLoop API",
    lead: "Every endpoint needs a session or a personal token (made on the page “Me”), sent as Authorization: Bearer token. The whole definition is at",
    access: "Needs",
    refusals: "May be refused with",
    open: "no sign-in",
    self: "any signed-in account, about itself",
    key: "Needs an Idempotency-Key header; sending it again has no second effect",
  },
};

const style = `body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1F2329;background:#F5F6F8;margin:0}
main{max-width:960px;margin:0 auto;padding:24px 16px 64px}h1{font-size:24px}section{background:#fff;border-radius:10px;padding:12px 20px;margin:12px 0}
h2{font-size:16px;margin:4px 0}code{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere}.method{display:inline-block;min-width:64px;font-weight:600;color:#A8071A}
p,li{margin:4px 0;color:#4E5969}ul{padding-left:20px}a{color:#1F5FBF}`;

function pageOf(language: Language, nonce: string): string {
  const t = words[language];
  const sections = Object.entries(endpoints).map(([name, endpoint]) =>
    sectionOf(name as keyof typeof routes, endpoint, language),
  );
  return `<!doctype html><html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${t.title}</title><style nonce="${nonce}">${style}</style></head>
<body><main><h1>${t.title}</h1><p>${t.lead} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>${sections.join("")}</main></body></html>`;
}

function sectionOf(name: keyof typeof routes, endpoint: Endpoint, language: Language): string {
  const t = words[language];
  const { method, path } = routes[name];
  const access = endpoint.access === "public" ? t.open : endpoint.access === "self" ? t.self : endpoint.access;
  const refusals = (endpoint.refusals ?? []).map(
    (code) => `<li><code>${code}</code> ${escapeHtml(wordRefusal(language, code, {}))}</li>`,
  );
  return `<section id="${name}"><h2>${escapeHtml(endpoint.summary[language])}</h2><p><code><span class="method">${method}</span> ${path}</code></p>
<p>${t.access}: <code>${access}</code></p>${endpoint.idempotent ? `<p>${t.key}</p>` : ""}${refusals.length > 0 ? `<p>${t.refusals}:</p><ul>${refusals.join("")}</ul>` : ""}</section>`;
}
