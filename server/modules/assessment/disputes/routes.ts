import { type Route, read, write } from "../../../platform/http/route.ts";
import { answerDispute } from "./answer-dispute.ts";
import { listDisputes } from "./disputes-view.ts";
import { previewDispute } from "./preview-dispute.ts";
import { raiseDispute } from "./raise-dispute.ts";

export const disputesRoutes: Route[] = [
  read("listDisputes", listDisputes),
  write("raiseDispute", raiseDispute, ({ params, body }) => ({ ...body, ...params })),
  read("previewDispute", previewDispute),
  write("answerDispute", answerDispute, ({ params, body }) => ({ ...params, body })),
];
