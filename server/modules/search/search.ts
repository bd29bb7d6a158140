import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isNowhere, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import { rankOf, searchTerms } from "@dutyloop/domain/organization/search-policy.ts";
import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { isUsable, mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { listMyDuties } from "../duties/index.ts";
import { findRecords } from "../fulfilment/index.ts";
import { findOrganizations, findPeople, rememberedWords } from "../organization/index.ts";
import { templatesFor } from "../standards/index.ts";

type Request = ReadRequest<"search">;
type Found = Answer<"search">;
type Asked = { readonly request: Request; readonly terms: readonly string[]; readonly limit: number };

/** Whatever holds the words asked for, kind by kind, each within the places where the caller may read that kind. */
export async function search(request: Request): Promise<Found> {
  const terms = searchTerms(request.query.q);
  const { limit } = request.query;
  const asked = { request, terms, limit };
  const { database, caller, today, tenantId } = request;
  const [organizations, people, templates, duties, records] = await Promise.all([
    organizationsOf(asked),
    findPeople({ database, actor: caller.actor, today, terms, limit }),
    templatesOf(asked),
    dutiesOf(asked),
    findRecords({ database, tenantId, scope: scopeFor(request, "record.read"), terms, limit }),
  ]);
  return { organizations, people, templates, duties, records };
}

function scopeFor({ caller, today }: Request, action: Action) {
  return scopeOf(caller.actor, action, today);
}

async function organizationsOf({ request, terms, limit }: Asked): Promise<Found["organizations"]> {
  const { database, tenantId, today } = request;
  const scope = scopeFor(request, "organization.read");
  if (isNowhere(scope)) return [];
  const { items } = await findOrganizations({ database, tenantId, scope }, terms, today, limit);
  return items.map(({ id, name, kind, rank, above }) => ({
    id,
    name,
    kind,
    rank,
    aboveName: above.at(-1)?.name ?? null,
  }));
}

async function templatesOf({ request, terms, limit }: Asked): Promise<Found["templates"]> {
  const { database, tenantId } = request;
  const scope = scopeFor(request, "template.read");
  if (isNowhere(scope)) return [];
  const items = await templatesFor({ database, tenantId, scope });
  return best(
    items.map(({ body, stage }) => ({
      code: body.code,
      name: body.name,
      // A meeting of a Party group is entered for one of them, which has to be chosen first.
      recordedBy: organizationKinds.filter(
        (kind) => isUsable(stage) && body.owedBy !== "group" && mayRecord(body, kind),
      ),
    })),
    ({ name, code }) => rankOf(rememberedWords(name, code), terms),
    limit,
  );
}

/** What waits for the caller himself; whose organisation is looked for finds its duties there. */
async function dutiesOf({ request, terms, limit }: Asked): Promise<Found["duties"]> {
  if (isNowhere(scopeFor(request, "obligation.read"))) return [];
  const { items } = await listMyDuties(request);
  return best(
    items.map(({ id, templateName, organizationName, subjectName, dueOn, extendedTo }) => ({
      id,
      name: templateName,
      organizationName,
      subjectName,
      dueOn: extendedTo ?? dueOn,
    })),
    ({ name, subjectName }) => rankOf(rememberedWords(name, subjectName), terms),
    limit,
  );
}

function best<T>(all: readonly T[], rank: (one: T) => number | null, limit: number): (T & { rank: number })[] {
  const fitting = all.flatMap((one) => {
    const found = rank(one);
    return found === null ? [] : [{ ...one, rank: found }];
  });
  return fitting.sort((a, b) => a.rank - b.rank).slice(0, limit);
}
