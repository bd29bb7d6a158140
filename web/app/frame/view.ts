import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { type Action, isAdministratorRole } from "@dutyloop/domain/identity/things.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../api/queries.ts";
import { useMay, useSession } from "../session/session.ts";
import { isMonth } from "./months.ts";
import { isSpan, periodHolding } from "./periods.ts";
import { also } from "./search.ts";

/** The organisation and month that every page shows; the address holds them, the account gives the first ones. */
export function useView() {
  const session = useSession();
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const business = session.grants.find(({ role }) => !isAdministratorRole(role));
  const thisMonth = session.today.slice(0, 7);
  const period: string = search.period && isMonth(search.period) ? search.period : thisMonth;
  const span: Span = isSpan(search.span) ? search.span : "month";
  return {
    organizationId: search.org ?? business?.organizationId ?? null,
    organizationName: session.grants.find((grant) => grant.organizationId === search.org)?.organizationName,
    /** The month in view, and the period a board shows: it, or the quarter, half-year or year that holds it. */
    period,
    span,
    periodName: periodHolding(span, period),
    thisMonth,
    show: (part: { org?: string; period?: string; span?: Span }) => navigate({ to: ".", search: also(part) }),
  };
}

/** The organisation in view with its kind; waits for the server's answer. */
export function useViewedOrganization() {
  const { organizationId } = useView();
  const may = useMay();
  const enabled = organizationId !== null && may("organization.read");
  const query = useQuery({
    ...ask("getOrganization", { params: { organizationId: organizationId ?? "" } }),
    enabled,
    staleTime: 300_000,
  });
  // Pages ask for their lists by the address alone: where the organisation isn't to be had, the list says why.
  return {
    query,
    enabled,
    organizationId: organizationId ?? "",
    isBranch: query.data ? isBranchKind(query.data.kind) : null,
  };
}

/**
 * Whether the account may do something at the organisation in view, or at one below it; until the server has said where
 * that stands, whether it may anywhere.
 */
export function useMayHere(): (action: Action, belowId?: string) => boolean {
  const may = useMay();
  const { data } = useViewedOrganization().query;
  return (action, belowId = data?.id) => {
    if (data === undefined || belowId === undefined) return may(action);
    return may(action, belowId === data.id ? data : { id: belowId, above: [...data.above, data] });
  };
}
