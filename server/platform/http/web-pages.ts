import { readFile } from "node:fs/promises";
import { join } from "node:path";
import files from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerNotFound } from "./answer-errors.ts";

/**
 * The built web pages. Assets carry a hash in their name and are kept for a year; the page itself is written for each
 * request with the nonce of its style elements, and answers every address that is no API, so that a link opens anywhere.
 */
export async function addWebPages(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  await app.register(files, {
    root: folder,
    index: false,
    wildcard: false,
    immutable: true,
    maxAge: "365d",
    preCompressed: true,
  });
  const answerPage = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page.replaceAll("__CSP_NONCE__", request.styleNonce));
  app.get("/", answerPage);
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      !/\.[a-z0-9]{2,5}$/i.test(request.url.split("?")[0] ?? "");
    return wantsPage ? answerPage(request, reply) : answerNotFound(request, reply);
  });
}
