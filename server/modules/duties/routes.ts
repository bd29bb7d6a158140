import { type Route, read, write } from "../../platform/http/route.ts";
import { changePlan } from "./change-plan.ts";
import { checkDuty } from "./check-duty.ts";
import { decideRequest } from "./decide-request.ts";
import { issuePlan } from "./issue-plan.ts";
import { listMyDuties } from "./my-duties.ts";
import { getObligation } from "./obligation-view.ts";
import { listObligations } from "./obligations-view.ts";
import { getPlan, listPlans } from "./plans-view.ts";
import { previewPlan, previewPlanChange } from "./preview-plan.ts";
import { raiseRequest } from "./raise-request.ts";
import { takeDutyStep } from "./take-step.ts";
import { waiveObligations } from "./waive-obligations.ts";

export const dutiesRoutes: Route[] = [
  read("listPlans", listPlans),
  read("previewPlan", previewPlan),
  write("issuePlan", issuePlan, ({ body }) => body),
  read("getPlan", getPlan),
  read("previewPlanChange", previewPlanChange),
  write("changePlan", changePlan, ({ params, body }) => ({ ...params, ...body })),
  read("listObligations", listObligations),
  read("listMyDuties", listMyDuties),
  read("getObligation", getObligation),
  write("takeDutyStep", takeDutyStep, ({ params, body }) => ({ ...params, ...body })),
  write("checkDuty", checkDuty, ({ params, body }) => ({ ...params, ...body })),
  write("raiseRequest", raiseRequest, ({ params, body }) => ({ ...params, ...body })),
  write("decideRequest", decideRequest, ({ params, body }) => ({ ...params, ...body })),
  write("waiveObligations", waiveObligations, ({ params, body }) => ({ ...params, ...body })),
];
