import { type Route, read, write } from "../../../platform/http/route.ts";
import { endJudge } from "./end-judge.ts";
import { judge } from "./judge.ts";
import { listJudgements } from "./judgements-view.ts";
import { listJudgeCandidates, listJudges } from "./judges-view.ts";
import { nameJudge } from "./name-judge.ts";

export const judgingRoutes: Route[] = [
  read("listJudges", listJudges),
  read("listJudgeCandidates", listJudgeCandidates),
  write("nameJudge", nameJudge, ({ params, body }) => ({ ...body, ...params })),
  write("endJudge", endJudge, ({ params, body }) => ({ ...body, ...params })),
  write("judge", judge, ({ params, body }) => ({ ...body, ...params })),
  read("listJudgements", listJudgements),
];
