import { readFile } from "node:fs/promises";
import { join } from "node:path";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { escapeHtml } from "../http/escape-html.ts";
import { type Language, languageOf } from "../http/language.ts";
import { type Framed, frameMissing, framePage, frameSearch } from "./frame.ts";
import { buildPages, type Page } from "./pages.ts";

const tags: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

/**
 * The guide at /help, for everybody: nothing in it is secret, and who can't sign in needs it most. The chapters are read
 * from the clone at the first call; `help.html` of the built pages is the sheet that they are written on.
 */
export async function addHelp(app: FastifyInstance, webFolder: string, cloneFolder: string): Promise<void> {
  const sheet = await readFile(join(webFolder, "help.html"), "utf8");
  let built: ReadonlyMap<string, Page> | undefined;
  const pages = () => {
    built ??= buildPages(cloneFolder);
    return built;
  };
  const send = (request: FastifyRequest, reply: FastifyReply, { language, title, body }: Framed) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(
        sheet
          .replaceAll("__CSP_NONCE__", request.styleNonce)
          .replace('lang="zh-CN"', `lang="${tags[language]}"`)
          .replaceAll("__HELP_TITLE__", () => escapeHtml(title))
          .replaceAll("__HELP_BODY__", () => body),
      );
  await app.register(files, {
    root: join(cloneFolder, "docs/guide/pictures"),
    prefix: "/help/pictures/",
    decorateReply: false,
    index: false,
    maxAge: "1h",
  });
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const [path = "", query = ""] = request.url.split("?");
    const address = path.replace(/\/+$/, "");
    const language = /^\/help\/(zh|en)(?:\/|$)/.exec(address)?.[1] as Language | undefined;
    const hash = query === "" ? "" : `?${query}`;
    if (language === undefined) {
      const preferred = languageOf(request.headers["accept-language"]);
      return reply.redirect(`/help/${preferred}${address.slice("/help".length)}${hash}`);
    }
    if (address === `/help/${language}/search`) {
      const asked = new URLSearchParams(query).get("q") ?? "";
      return send(request, reply, frameSearch(pages(), language, asked.slice(0, 100)));
    }
    const page = pages().get(address);
    if (page) return send(request, reply, framePage(pages(), page));
    return send(request, reply.status(404), frameMissing(pages(), language));
  };
  app.get("/help", answer);
  app.get("/help/*", answer);
}
