import type { DateRange, PlainDate } from "../kernel/plain-date.ts";

/** 月、季度、半年、年: how long a period is. */
export const spans = ["month", "quarter", "half_year", "year"] as const;
export type Span = (typeof spans)[number];

/** A calendar period: its length with its first and last day. */
export type Period = DateRange & { readonly span: Span };

/** 开放、公示、关闭. */
export const periodStates = ["open", "publicity", "closed"] as const;
export type PeriodState = (typeof periodStates)[number];
export type PeriodAction = "start_publicity" | "close" | "reopen";

/** Which action is allowed in which state, and the state it leads to; reopening starts the next version. */
export const periodActions: Record<PeriodState, Partial<Record<PeriodAction, PeriodState>>> = {
  open: { start_publicity: "publicity", close: "closed" },
  publicity: { close: "closed" },
  closed: { reopen: "open" },
};

/** Where a period of a group stands. */
export type PeriodStanding = Period & {
  readonly state: PeriodState;
  /** 1, 2 …: rises with each reopening. */
  readonly version: number;
  /** Number of the closing that ended the entries of this version; null while it is open. */
  readonly closing: number | null;
  /** First and last day of 公示; null where this version had none. */
  readonly publicityFrom: PlainDate | null;
  readonly publicityTo: PlainDate | null;
};
