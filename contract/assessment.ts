import { z } from "zod";
import { board, boardQuery, publishedBoard, publishedBoardEntry } from "./board-view.ts";
import type { Endpoint } from "./endpoint.ts";
import { contentCode } from "./periods.ts";
import { scoreChild, scoreFact } from "./score-evidence.ts";
import { score } from "./score-sheet.ts";
import { count, id, next, organizationParams, page, periodName } from "./shapes.ts";

const scheme = contentCode.default("monthly").describe("code of the scheme");
const version = z.coerce.number().pipe(count).optional().describe("version of the period; the newest without it");
const scoreParams = organizationParams.extend({ period: periodName });
const lineParams = scoreParams.extend({ lineCode: contentCode });

export const assessmentEndpoints = {
  getBoard: {
    summary: { zh: "榜：一个类别在一个周期的位次", en: "A board: one class, one period" },
    access: "board.read",
    params: organizationParams,
    query: boardQuery,
    answer: board,
    refusals: ["score.period_too_short"],
  },
  getScore: {
    summary: { zh: "得分说明书", en: "Why this score: the score sheet explained" },
    access: "score.read",
    params: scoreParams,
    query: z.object({ scheme, version }),
    answer: score,
    refusals: ["score.none_yet", "score.period_too_short"],
  },
  listScoreFacts: {
    summary: { zh: "一行得分的依据", en: "The facts behind one line of a score" },
    access: "score.read",
    params: lineParams,
    query: z.object({ ...page, scheme, version }),
    answer: z.object({ items: z.array(scoreFact), next }),
    refusals: ["score.none_yet"],
  },
  listScoreChildren: {
    summary: { zh: "汇总行：下级各组织的得分", en: "The organisations below that a roll-up line adds up" },
    access: "score.read",
    params: lineParams,
    query: z.object({ ...page, scheme, version }),
    answer: z.object({ items: z.array(scoreChild), next }),
    refusals: ["score.none_yet"],
  },
  listPublishedBoards: {
    summary: { zh: "公示和发布的榜（本组织在榜的）", en: "Boards in publicity or published that it stands on" },
    access: "score.read",
    params: organizationParams,
    query: z.object({ ...page }),
    answer: z.object({ items: z.array(publishedBoardEntry), next }),
  },
  getPublishedBoard: {
    summary: {
      zh: "一个公示或发布的榜，含以前各版",
      en: "One board in publicity or published, earlier versions as well",
    },
    access: "score.read",
    params: organizationParams,
    query: z.object({ ...page, assessorId: id, scheme, period: periodName, version }),
    answer: publishedBoard,
    refusals: ["board.not_public"],
  },
} as const satisfies Record<string, Endpoint>;
