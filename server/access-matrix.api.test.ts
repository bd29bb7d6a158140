import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { isAdministratorRole, type Role, roles } from "@dutyloop/domain/identity/things.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Expectation, expectations, type Relation, relations } from "./testing/access-expectations.ts";
import { allowedMarks, marksIn } from "./testing/access-marks.ts";
import { nowhere, type Target } from "./testing/access-target.ts";
import { requestTo } from "./testing/access-targets.ts";
import { type Seat, takeSeats } from "./testing/access-world.ts";
import { addressed } from "./testing/addressed-endpoints.ts";
import { Client, type Got } from "./testing/client.ts";
import { openStage } from "./testing/stage.ts";
import { tableMarks } from "./testing/table-marks.ts";
import { buildWorld, type World } from "./testing/world.ts";

let world: World;
let seats: Seat[];
beforeAll(async () => {
  world = await buildWorld(await openStage());
  seats = await takeSeats(world);
});
afterAll(() => world.close());

type Outcome = "let in" | "refused" | "not found" | "sign in first";
let number = 0;

/** What the caller met; a refusal for the content of a request is a way in. */
async function meet(
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

/** What the table says a role meets; administrators stand at the top, so all of their group lies at or below it. */
function expected(expectation: Expectation, role: Role, relation: Relation): Outcome {
  if (expectation.kind === "public" || expectation.kind === "self") return "let in";
  if (expectation.kind === "group") return expectation.roles.includes(role) ? "let in" : "refused";
  // Nobody of this test sits at the top.
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
function relationOf(seat: Seat, name: RouteName, relation: Relation): Relation {
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
  if (name === "revokeToken") return "not found";
  const expectation = expectations[name];
  const usual = expected(expectation, role, relation);
  // An upload is its sender's alone, wherever it is for.
  if (usual === "let in" && (name === "appendUpload" || name === "getUpload")) return "not found";
  const accountOfOtherGroup = name === "closeAccount" && relation === "other group";
  return accountOfOtherGroup && usual === "let in" ? "not found" : usual;
}

test("every endpoint of the contract has an expectation and a request", () => {
  const names = Object.keys(routes).sort();
  expect(Object.keys(expectations).sort()).toEqual(names);
  for (const name of names) expect(requestTo(name as RouteName, nowhere, 0), name).toBeDefined();
});

const writes = (name: RouteName) => routes[name].method !== "GET" && name !== "signIn" && name !== "verifyAudit";

describe.each(Object.keys(routes) as RouteName[])("%s", (name) => {
  const cases = () =>
    seats.flatMap((seat) =>
      roles.flatMap((role) =>
        (addressed.has(name) ? relations : (["own"] as const)).map((relation) => ({
          seat,
          role,
          relation,
          wanted: judged(name, role, relationOf(seat, name, relation)),
        })),
      ),
    );
  const clientOf = (seat: Seat, role: Role) => seat.clients.get(role) as Client;
  const told = (seat: Seat, role: Role, relation: Relation) => `${name} for ${role} at the ${seat.name}, ${relation}`;

  test("refuses or hides it from whom it doesn't concern, and changes nothing", async () => {
    const before = writes(name) ? await tableMarks(world.database.superUrl) : {};
    for (const { seat, role, relation, wanted } of cases()) {
      if (wanted === "let in") continue;
      const { outcome, got } = await meet(clientOf(seat, role), name, seat.targets[relation]);
      expect(outcome, told(seat, role, relation)).toBe(wanted);
      expect(marksIn(got), told(seat, role, relation)).toEqual([]);
    }
    if (writes(name)) expect(await tableMarks(world.database.superUrl)).toEqual(before);
  });

  test("lets in whom it concerns, and shows nothing from elsewhere", async () => {
    for (const { seat, role, relation, wanted } of cases()) {
      if (wanted !== "let in") continue;
      const { outcome, got } = await meet(clientOf(seat, role), name, seat.targets[relation]);
      expect(outcome, `${told(seat, role, relation)}: ${got.text.slice(0, 200)}`).toBe("let in");
      const foreign = marksIn(got).filter(
        (mark) => !allowedMarks(seat, role, name).some((allowed) => mark.match(allowed)),
      );
      expect(foreign, told(seat, role, relation)).toEqual([]);
    }
  });

  test("answers for what is hidden exactly as for what isn't there", async () => {
    for (const { seat, role, relation, wanted } of cases()) {
      if (wanted !== "not found") continue;
      const client = clientOf(seat, role);
      const [hidden, missing] = [await meet(client, name, seat.targets[relation]), await meet(client, name, nowhere)];
      const shape = ({ got }: typeof hidden) => ({
        status: got.status,
        body: { ...(JSON.parse(got.text) as object), requestId: "" },
        headers: Object.keys(got.headers).sort(),
      });
      expect(shape(hidden), told(seat, role, relation)).toEqual(shape(missing));
    }
  });

  test("asks the anonymous to sign in, unless it is open to all", async () => {
    const before = writes(name) ? await tableMarks(world.database.superUrl) : {};
    for (const target of Object.values(seats[0]?.targets ?? {})) {
      const { outcome, got } = await meet(new Client(world.server), name, target);
      expect(outcome).toBe(expectations[name].kind === "public" ? "let in" : "sign in first");
      if (name !== "getSetup") expect(marksIn(got)).toEqual([]);
    }
    if (writes(name)) expect(await tableMarks(world.database.superUrl)).toEqual(before);
  });
});
