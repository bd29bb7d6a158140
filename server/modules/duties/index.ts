export { issuePlan } from "./issue-plan.ts";
export { markDischarged, obligationsAround, type StoredObligation } from "./obligation-store.ts";
export { postDueFacts } from "./post-due-facts.ts";
export { dutiesRoutes } from "./routes.ts";
