import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import { isWithin, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { archiveFinding, exemption } from "@dutyloop/domain/organization/members/membership-rules.ts";
import { holdsDoubleDuty, mergedStretches, shownState } from "@dutyloop/domain/organization/members/shown-state.ts";
import { sql } from "kysely";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { actsOf } from "./acts.ts";
import { carriedRoles } from "./carried-roles.ts";
import { employmentsOf, postsOf, tagsOf } from "./life-rows.ts";
import { membershipsOf } from "./membership-rows.ts";
import { placeOfPerson, reaches } from "./person-place.ts";
import { sightAt, sightOf } from "./sight.ts";
import { tagFindings } from "./tag-findings.ts";
import { isReadable, presentTransfer, transferRows } from "./transfers/transfer-rows.ts";

type Person = Answer<"getPerson">;
type Basics = Pick<
  Person,
  "number" | "name" | "sex" | "bornOn" | "joinedOn" | "standingFrom" | "exemptFromAttendance" | "fileKept"
>;

/** One person in time: states, acts, posts, employment, transfers and tags, as far as the caller may know of them. */
export async function getPerson(request: ReadRequest<"getPerson">): Promise<Person> {
  const { database, tenantId, scope, params, caller, today } = request;
  const { personId } = params;
  const place = await placeOfPerson(database, { tenantId, personId, on: today });
  if (!place || !reaches(scope, place)) throw notFound();
  const sight = sightAt(sightOf(caller.actor, today), place.path);
  const memberState = shownState(place.state, sight);
  const basics = await basicsOf(request);
  if (memberState === null || !basics) throw notFound();
  const may = (action: Action) => covers(scopeOf(caller.actor, action, today), place.path);
  const readPrivate = may("person.read_private");
  const readable = scopeOf(caller.actor, "organization.read", today);
  const named = namesIn(readable);
  const posts = await postsOf(database, tenantId, personId);
  // What a post brings is for those who keep the posts there.
  const kept = scopeOf(caller.actor, "person.manage", today);
  const roles = await carriedRoles(
    database,
    tenantId,
    posts.filter(({ path }) => covers(kept, path)).map(({ id }) => id),
  );
  const employments = await employmentsOf(database, tenantId, personId, today);
  const tags = await tagsOf(database, tenantId, personId);
  const running = <T extends { from: PlainDate; to: PlainDate | null }>(all: T[]) =>
    all.filter(({ from, to }) => isWithin(today, from, to));
  const own = sql`t.person_id = ${personId}::uuid AND ${isReadable(caller, today)}`;
  const letters = await transferRows(database, tenantId, own, 100);
  return {
    id: personId,
    ...basics,
    memberState,
    organizationId: place.organizationId,
    organizationName: place.organizationName,
    groupId: place.groupId,
    groupName: place.groupName,
    exempt: basics.exemptFromAttendance || exemption(running(tags).map(({ tag }) => tag)).outOfRates,
    doubleDuty: holdsDoubleDuty(
      running(posts).map(({ post }) => post),
      running(employments).some(({ leadsUnit }) => leadsUnit),
    ),
    states: mergedStretches(
      (await membershipsOf(database, tenantId, personId)).flatMap((row) => {
        const state = shownState(row.state, sight);
        return state === null ? [] : [{ ...row, state }];
      }),
    )
      .map(({ state, groupName, from, to, ...of }) => {
        const branch = named(of);
        return { state, ...branch, groupName: branch.organizationName === null ? null : groupName, from, to };
      })
      .toReversed(),
    acts: await actsOf(database, tenantId, personId, sight),
    posts: posts.map(({ id, post, fullTime, from, to, ...of }) => ({
      ...{ id, post, ...named(of), fullTime, from, to },
      role: roles.get(id) ?? null,
    })),
    employments: employments.map(({ place: keeper, unitName, ...employment }) => ({
      ...employment,
      unitName: covers(readable, keeper) ? unitName : null,
    })),
    transfers: letters.map((row) => presentTransfer(row, scope, today)).toReversed(),
    tags: tags.filter(({ tag }) => readPrivate || tag !== "ILL"),
    findings: [...tagFindings(running(tags), today), archiveFinding(memberState, basics.fileKept)].filter(
      (found) => found !== null,
    ),
    may: { manage: may("person.manage"), dispose: may("member.dispose"), readPrivate },
  };
}

type Named = { readonly organizationId: string; readonly organizationName: string; readonly path: string };

/** Tells the name of an organisation only to those who may see it. */
function namesIn(scope: Scope) {
  return ({ organizationId, organizationName, path }: Named) => ({
    organizationId,
    organizationName: covers(scope, path) ? organizationName : null,
  });
}

async function basicsOf({ database, tenantId, params }: ReadRequest<"getPerson">): Promise<Basics | undefined> {
  const { rows } = await sql<Basics>`
    SELECT number, name, sex, born_on AS "bornOn", joined_on AS "joinedOn", standing_from AS "standingFrom",
      exempt_from_attendance AS "exemptFromAttendance", file_kept AS "fileKept"
    FROM person WHERE tenant_id = ${tenantId} AND id = ${params.personId}::uuid`.execute(database);
  return rows[0];
}
