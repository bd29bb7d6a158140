import { type Route, read, write } from "../../../platform/http/route.ts";
import { beginApplication } from "./begin-application.ts";
import { getDevelopment } from "./development-view.ts";
import { exemptStep } from "./exempt-step.ts";
import { addAssessment, deferDiscussion, extendProbation } from "./further-acts.ts";
import { listApplicants } from "./list-applicants.ts";
import { takeStep } from "./take-step.ts";
import { withdrawStep } from "./withdraw-step.ts";

export const developmentRoutes: Route[] = [
  read("listApplicants", listApplicants),
  read("getDevelopment", getDevelopment),
  write("beginApplication", beginApplication, ({ params, body }) => ({ ...body, ...params })),
  write("takeStep", takeStep, ({ params, body }) => ({ ...body, ...params })),
  write("exemptStep", exemptStep, ({ params, body }) => ({ ...body, ...params })),
  write("addAssessment", addAssessment, ({ params, body }) => ({ ...body, ...params })),
  write("extendProbation", extendProbation, ({ params, body }) => ({ ...body, ...params })),
  write("deferDiscussion", deferDiscussion, ({ params, body }) => ({ ...body, ...params })),
  write("withdrawStep", withdrawStep, ({ params, body }) => ({ ...body, ...params })),
];
