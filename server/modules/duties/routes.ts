import { type Route, read, write } from "../../platform/http/route.ts";
import { issuePlan } from "./issue-plan.ts";
import { listObligations } from "./obligations-view.ts";
import { listPlans } from "./plans-view.ts";

export const dutiesRoutes: Route[] = [
  read("listPlans", listPlans),
  write("issuePlan", issuePlan, ({ body }) => body),
  read("listObligations", listObligations),
];
