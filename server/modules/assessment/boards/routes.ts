import { type Route, read, write } from "../../../platform/http/route.ts";
import { getBoardDraft } from "./board-draft-view.ts";
import { decideGrade } from "./decide-grade.ts";
import { decideVeto } from "./decide-veto.ts";
import { publishBoard } from "./publish-board.ts";

export const boardsRoutes: Route[] = [
  read("getBoardDraft", getBoardDraft),
  write("decideVeto", decideVeto, ({ params, body }) => ({ ...body, ...params })),
  write("decideGrade", decideGrade, ({ params, body }) => ({ ...body, ...params })),
  write("publishBoard", publishBoard, ({ params, body }) => ({ ...body, ...params })),
];
