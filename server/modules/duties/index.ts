export { changePlan } from "./change-plan.ts";
export { checkDuty } from "./check-duty.ts";
export { decideRequest } from "./decide-request.ts";
export {
  type ComingDuties,
  dutiesOfNew,
  insertionOfDuties,
  type NewlyOwing,
  reopeningOfDuties,
} from "./duties-of-new.ts";
export { issuePlan } from "./issue-plan.ts";
export { listMyDuties } from "./my-duties.ts";
export {
  aroundDay,
  type Discharged,
  keepDischarged,
  markDischarged,
  obligationsAround,
  obligationsBetween,
  type StoredObligation,
} from "./obligation-store.ts";
export { planChange } from "./plan-change.ts";
export { linesOfPlans } from "./plan-lines.ts";
export { postDueAgain } from "./post-due-again.ts";
export { postDueFacts } from "./post-due-facts.ts";
export { raiseRequest } from "./raise-request.ts";
export { type Reopened, reopenDuties } from "./reopen-duties.ts";
export { dutiesRoutes } from "./routes.ts";
export { takeDutyStep } from "./take-step.ts";
export { countWaivableDuties, type Leaving, waivableDuties } from "./waivable-duties.ts";
