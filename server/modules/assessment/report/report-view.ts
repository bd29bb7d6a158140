import { wordType } from "../../../platform/documents/official-notice.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { getScore } from "../views/score-view.ts";
import { namesFor } from "./score-names.ts";
import { scoreReport } from "./score-report.ts";

/** The score as its drawer shows it, to print or to keep: a Word file, or the same as JSON. */
export async function getScoreReport(request: ReadRequest<"getScoreReport">): Promise<unknown> {
  const { database, tenantId, params, query, language, reply } = request;
  const { format, ...shown } = query;
  const score = await getScore({ ...request, query: shown });
  const report = scoreReport(score, await namesFor(database, tenantId, score), language, request.today);
  if (format === "json") return reply.type("application/json; charset=utf-8").send(JSON.stringify({ report, score }));
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { writeDocument } = await import("../../../platform/documents/write-document.ts");
  const name = `${params.period}.docx`;
  return reply
    .type(wordType)
    .header(
      "content-disposition",
      `attachment; filename="score-${name}"; filename*=UTF-8''${encodeURIComponent(`${report.title}.docx`)}`,
    )
    .send(await writeDocument(report));
}
