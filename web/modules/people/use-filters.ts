import { type ShownState, shownStates } from "@dutyloop/domain/organization/member-things.ts";
import { type Post, posts } from "@dutyloop/domain/organization/things.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { also, type PageSearch, without } from "../../app/frame/search.ts";

const orders = ["place", "name", "joined"] as const;
type Order = (typeof orders)[number];

export type Filters = {
  readonly q: string;
  readonly state: ShownState | "";
  readonly post: Post | "";
  readonly sort: Order;
  readonly double: boolean;
  /** The day asked for; undefined for today. */
  readonly on: string | undefined;
};

const oneOf = <T extends string>(all: readonly T[], given: string | undefined): T | "" =>
  all.find((each) => each === given) ?? "";

/** The filters of the list of people stand in the address, so that a link shows the same people. */
export function useFilters() {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const filters: Filters = {
    q: search.q ?? "",
    state: oneOf(shownStates, search.state),
    post: oneOf(posts, search.post),
    sort: oneOf(orders, search.sort) || "place",
    double: search.which === "double",
    on: search.on && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? search.on : undefined,
  };
  const set = (key: keyof PageSearch, value: string) =>
    navigate({ to: ".", search: value === "" ? without(key) : also({ [key]: value }), replace: true });
  return { filters, set };
}

/** The filters as the API takes them. */
export function queryOf({ q, state, post, sort, double, on }: Filters) {
  return {
    sort,
    ...(q.trim() ? { startsWith: q.trim() } : {}),
    ...(state ? { states: state } : {}),
    ...(post ? { post } : {}),
    ...(double ? { doubleDuty: "true" as const } : {}),
    ...(on ? { on } : {}),
  };
}
