import type { Figure, FigureProblem } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";

/** A field of what was sent, as the sender would name it: 'deliveries.3.figures.0.quantity' or '数据!E7'. */
type Named<Field extends string> = (field: Field) => string;

export type FigureEntry = { readonly named: Named<FigureProblem["field"]>; readonly figure: Figure };

/** What a source delivers for one organisation and month; without figures it is a 零报告. */
export type DeliveryEntry = {
  readonly named: Named<"organization" | "name">;
  readonly organizationId: string | null;
  readonly organizationCode: string | null;
  /** As the sender wrote it; null where he didn't. */
  readonly organizationName: string | null;
  readonly figures: readonly FigureEntry[];
};

/** Where a delivery goes: everything at and below an organisation, for a source and month. */
export type DeliveryFrame = { readonly organizationId: string; readonly source: string; readonly month: Month };

export type ImportProblem = { path: string; code: string; values: Record<string, string | number> };

/** What a delivery changed, or would change. */
export type ImportOutcome = {
  readonly deliveries: { readonly added: number; readonly unchanged: number };
  readonly figures: { readonly added: number; readonly unchanged: number };
  readonly afterClose: boolean;
};
