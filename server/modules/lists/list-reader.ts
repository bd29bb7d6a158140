import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { readScope } from "../../platform/http/read-scope.ts";
import type { Route } from "../../platform/http/route.ts";
import { parse } from "../../platform/http/validation.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import type { Preparing } from "../../platform/ritual/use-case.ts";
import type { Exporting } from "./export-list.ts";

type Page = { readonly next?: string | null };

/** Longer than those of the screen: the same rows with fewer questions. */
const pageLength = 1000;

/** Reads a list page by page to its end through the handler of its own endpoint, with the right that this one asks for. */
export function listReaderOf({ workCalendar, fields }: Workshop, routes: readonly Route[]) {
  const byName = new Map(routes.map((route) => [route.name, route]));
  return async function* pagesOf(database: ReadDatabase, asked: Exporting, caller: Preparing) {
    const { list, language, raw, reply } = asked;
    const route = byName.get(list);
    if (route?.kind !== "read") throw new Error(`${list} isn't read`);
    const endpoint: Endpoint = endpoints[list];
    const { actor, now, today } = caller;
    const request = {
      params: parse(endpoint.params, asked.params, "params"),
      body: undefined,
      language,
      raw,
      reply,
      caller,
      tenantId: actor.tenantId,
      scope: readScope(endpoint.access, actor, today),
      database,
      now,
      today,
      workCalendar,
      fields,
    };
    const { after: _after, limit: _limit, ...filters } = asked.query;
    const query = parse(endpoint.query, filters, "query") as object;
    let after: string | null | undefined;
    do {
      const given = { ...query, limit: pageLength, ...(after ? { after } : {}) };
      const page = (await route.handle({ ...request, query: given } as never)) as Page;
      yield page as never;
      after = page.next;
    } while (after);
  };
}
