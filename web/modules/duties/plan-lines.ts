import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import type { Cadence } from "@dutyloop/domain/standards/things.ts";
import { newId } from "../../app/api/new-id.ts";

export const lengths = ["month", "two_months", "quarter", "half_year", "year"] as const;
type Every = Cadence["every"];

/** A line as it is being typed. `every` empty stands for the template's own cadence. */
export type TypedLine = {
  readonly key: string;
  /** Of a line that the plan has. */
  readonly id: string | null;
  readonly templateCode: string;
  readonly requirement: "basic" | "improving";
  readonly classes: readonly string[];
  readonly kinds: readonly OrganizationKind[];
  readonly every: Every | "";
  readonly times: string;
  readonly due: string | undefined;
  readonly direction: string;
  readonly fromMonth: string;
  readonly toMonth: string;
  /** Taken out by this change, and still there to be put back. */
  readonly out: boolean;
};

export type SentLine = Body<"previewPlan">["lines"][number];
type StoredLine = Answer<"getPlan">["lines"][number];

export function emptyLine(): TypedLine {
  return {
    key: newId(),
    id: null,
    templateCode: "",
    requirement: "basic",
    classes: [],
    kinds: [],
    every: "",
    times: "1",
    due: undefined,
    direction: "",
    fromMonth: "",
    toMonth: "",
    out: false,
  };
}

/** A line of a plan, ready to be changed. */
export function typedLine(line: StoredLine): TypedLine {
  return {
    key: line.id,
    id: line.id,
    templateCode: line.templateCode,
    requirement: line.requirement,
    classes: line.classes,
    kinds: line.kinds,
    every: line.cadence?.every ?? "",
    times: String(line.cadence?.times ?? 1),
    due: line.cadence?.due,
    direction: line.direction,
    fromMonth: line.fromMonth ?? "",
    toMonth: line.toMonth ?? "",
    out: false,
  };
}

/** Whether a line says enough to be looked at. */
export function isWhole({ templateCode, requirement, direction }: TypedLine): boolean {
  return templateCode !== "" && (requirement === "basic" || direction.trim() !== "");
}

/** The lines as the server takes them, without what is taken out. */
export function sentLines(lines: readonly TypedLine[]): SentLine[] {
  return lines
    .filter(({ out }) => !out)
    .map((line) => ({
      ...(line.id === null ? {} : { id: line.id }),
      templateCode: line.templateCode,
      requirement: line.requirement,
      classes: [...line.classes],
      kinds: [...line.kinds],
      cadence: line.every === "" ? null : cadenceOf(line.every, line.times, line.due),
      direction: line.requirement === "improving" ? line.direction.trim() : "",
      fromMonth: line.fromMonth || null,
      toMonth: line.toMonth || null,
    }));
}

function cadenceOf(every: Every, times: string, due: string | undefined): Cadence {
  const count = Math.min(31, Math.max(1, Math.trunc(Number(times)) || 1));
  return { every, times: count, ...(due !== undefined && every === "year" ? { due } : {}) };
}

/** The lines of an earlier plan as those of a new one: the same work of the same organisations, in the months of its year. */
export function linesForYear(lines: readonly StoredLine[], year: number): TypedLine[] {
  const inYear = (month: string) => (month === "" ? "" : `${year}${month.slice(4)}`);
  return lines
    .filter(({ retiredAt }) => retiredAt === null)
    .map(typedLine)
    .map((line) => ({
      ...line,
      key: newId(),
      id: null,
      fromMonth: inYear(line.fromMonth),
      toMonth: inYear(line.toMonth),
    }));
}

/** Rows with their place, for those of which two may say the same. */
export function numbered<T extends object>(rows: readonly T[]): (T & { readonly number: number })[] {
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}
