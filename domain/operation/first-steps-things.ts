import type { Action } from "../identity/things.ts";

/** What a new group does first, in this order, each with the right that it takes. */
export const firstSteps = [
  { step: "accounts", needs: "account.manage" },
  { step: "grants", needs: "grant.manage" },
  { step: "roster", needs: "roster.import" },
  { step: "appointments", needs: "organization.manage" },
  { step: "plan", needs: "plan.issue" },
  { step: "scheme", needs: "scheme.manage" },
] as const satisfies readonly { step: string; needs: Action }[];
export type FirstStep = (typeof firstSteps)[number]["step"];
export const firstStepNames: readonly [FirstStep, ...FirstStep[]] = [
  "accounts",
  "grants",
  "roster",
  "appointments",
  "plan",
  "scheme",
];

export type ToldStep = {
  readonly step: FirstStep;
  readonly done: boolean;
  /** The reader may do it. */
  readonly mine: boolean;
};
