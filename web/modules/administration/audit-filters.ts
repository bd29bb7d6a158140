import type { Query } from "@dutyloop/contract/endpoints.ts";
import type { PageSearch } from "../../app/frame/search.ts";

/** What the audit may be asked for, by the part of the address that holds it. */
export const auditFilters = {
  who: "account",
  act: "action",
  q: "object",
  number: "requestId",
  from: "from",
  to: "to",
  state: "outcome",
} as const satisfies Partial<Record<keyof PageSearch, keyof Query<"listAudit">>>;

export type AuditFilter = keyof typeof auditFilters;
export const auditFilterKeys = Object.keys(auditFilters) as AuditFilter[];

/** The address as the list is asked. A day or an outcome that somebody typed into the address wrongly asks for nothing. */
export function askedOf(search: PageSearch): Query<"listAudit"> {
  const asked = auditFilterKeys.flatMap((key) => {
    const value = search[key]?.trim() ?? "";
    if (value === "") return [];
    if ((key === "from" || key === "to") && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return [];
    if (key === "state" && value !== "done" && value !== "refused") return [];
    return [[auditFilters[key], value.slice(0, key === "q" ? 100 : 60)]];
  });
  return Object.fromEntries(asked) as Query<"listAudit">;
}
