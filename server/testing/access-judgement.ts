import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { isAdministratorRole, type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { type Expectation, expectations, type Relation, relations } from "./access-expectations.ts";
import type { Target } from "./access-target.ts";
import { requestTo } from "./access-targets.ts";
import type { Seat } from "./access-world.ts";
import { addressed } from "./addressed-endpoints.ts";
import type { Client, Got } from "./client.ts";
import type { World } from "./world.ts";

export type Outcome = "let in" | "refused" | "not found" | "sign in first";
/** One caller who reaches for one place, and what he has to meet. */
export type AccessCase = {
  readonly seat: Seat;
  readonly role: Role;
  readonly relation: Relation;
  readonly wanted: Outcome;
};

let number = 0;

/** What the caller met; a refusal for the content of a request is a way in. */
export async function meet(
  client: Client,
  name: RouteName,
  target: Target,
): Promise<{ outcome: Outcome; got: Got<RouteName> }> {
  number += 1;
  const got = (await client.call(name, requestTo(name, target, number) as never)) as Got<RouteName>;
  if (got.status >= 500) throw new Error(`${name}: ${got.text}`);
  const code = got.status === 200 ? "" : got.refusal.code;
  if (code === "access.not_allowed") return { outcome: "refused", got };
  if (code === "not_found") return { outcome: "not found", got };
  if (code === "sign_in.needed") return { outcome: "sign in first", got };
  if (code === "request.invalid" || code === "access.csrf") throw new Error(`${name}: ${got.text}`);
  return { outcome: "let in", got };
}

/** Everybody of the seats who reaches for everything that the endpoint can address. */
export function casesOf(world: World, seats: readonly Seat[], name: RouteName): AccessCase[] {
  return seats.flatMap((seat) =>
    roles.flatMap((role) =>
      (addressed.has(name) ? relations : (["own"] as const)).map((relation) => ({
        seat,
        role,
        relation,
        wanted: judged(name, role, relationOf(world, seat, name, relation)),
      })),
    ),
  );
}

/** What an answer tells: its status, its words and the names of its headers, without what is new in each. */
export function shapeOf({ got }: { readonly got: Got<RouteName> }) {
  return {
    status: got.status,
    body: { ...(JSON.parse(got.text) as object), requestId: "" },
    headers: Object.keys(got.headers).sort(),
  };
}

/** Endpoints whose callers must not change anything where they aren't let in. */
export const writesSomething = (name: RouteName) =>
  routes[name].method !== "GET" && name !== "signIn" && name !== "verifyAudit";

/** What the table says a role meets; administrators stand at the top, so all of their group lies at or below it. */
function expected(expectation: Expectation, role: Role, relation: Relation): Outcome {
  if (expectation.kind === "public" || expectation.kind === "self") return "let in";
  if (expectation.kind === "group") return expectation.roles.includes(role) ? "let in" : "refused";
  // Nobody of this world sits at the top.
  if (expectation.kind === "top") return expectation.roles.includes(role) ? "not found" : "refused";
  const below = expectation.below.includes(role);
  if (!below && !expectation.exactly.includes(role)) return "refused";
  const reached: readonly Relation[] = !below
    ? ["own"]
    : isAdministratorRole(role)
      ? ["own", "ancestor", "descendant", "sibling"]
      : ["own", "descendant"];
  return reached.includes(relation) ? "let in" : "not found";
}

/** Records and disputes belong to branches: what stands at another place is met at the branch that the target names. */
function relationOf(world: World, seat: Seat, name: RouteName, relation: Relation): Relation {
  const ofBranch: readonly RouteName[] = [
    ...(["getRecord", "correctRecord", "getRecordEntry", "listRecordVersions", "reverseRecord", "makeUp"] as const),
    ...(["checkSample", "getRecordFile", "getPerson", "previewDispute", "answerDispute"] as const),
  ];
  const ofRecord = ofBranch.includes(name);
  if (!ofRecord) return relation;
  const branch = seat.targets[relation].recordId;
  return seat.name === "branch"
    ? branch === world.alpha.first.meeting.recordId
      ? "own"
      : relation === "other group"
        ? relation
        : "sibling"
    : branch === world.alpha.first.meeting.recordId
      ? "descendant"
      : relation === "other group"
        ? relation
        : "sibling";
}

/** One's own token and, for what concerns an account, the group as a whole. */
function judged(name: RouteName, role: Role, relation: Relation): Outcome {
  if (name === "revokeToken" || name === "forgetView") return "not found";
  const expectation = expectations[name];
  const usual = expected(expectation, role, relation);
  // An upload is its sender's alone, wherever it is for.
  if (usual === "let in" && (name === "appendUpload" || name === "getUpload")) return "not found";
  const aboutAccount = name === "closeAccount" || name === "resetSecondFactor";
  const accountOfOtherGroup = aboutAccount && relation === "other group";
  return accountOfOtherGroup && usual === "let in" ? "not found" : usual;
}
