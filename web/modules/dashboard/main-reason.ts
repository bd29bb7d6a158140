import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { percentOf } from "./shares.ts";

export type Reason = Answer<"getWorkbench">["weakest"][number]["reasons"][number];

export type MainReason =
  | { readonly kind: "overdue"; readonly count: number; readonly templateName: Reason["templateName"] }
  | { readonly kind: "attendance" | "standard"; readonly percent: number };

/** What weighs most, for a line that is read at a glance: work that is overdue, then the first share that is short. */
export function mainReason(reasons: readonly Reason[]): MainReason | null {
  const overdue = reasons.filter(({ kind }) => kind === "overdue");
  const first = overdue[0] ?? reasons[0];
  if (!first) return null;
  if (first.kind !== "overdue") return { kind: first.kind, percent: percentOf(first) };
  const count = overdue.reduce((sum, { done, of }) => sum + of - done, 0);
  // Of several kinds of work no one name says it.
  return { kind: "overdue", count, templateName: overdue.length === 1 ? first.templateName : null };
}
