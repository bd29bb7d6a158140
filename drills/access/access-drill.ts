import type { AddressInfo } from "node:net";
import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { moveOrganization } from "../../server/modules/organization/tree/move-organization.ts";
import { expectations } from "../../server/testing/access-expectations.ts";
import { type AccessCase, casesOf, meet, shapeOf, writesSomething } from "../../server/testing/access-judgement.ts";
import { allowedMarks, marksIn } from "../../server/testing/access-marks.ts";
import { nowhere } from "../../server/testing/access-target.ts";
import { type Seat, takeSeats } from "../../server/testing/access-world.ts";
import { Client } from "../../server/testing/client.ts";
import { startTestCluster } from "../../server/testing/cluster.ts";
import { openStage } from "../../server/testing/stage.ts";
import { tableMarks } from "../../server/testing/table-marks.ts";
import { buildWorld, type World } from "../../server/testing/world.ts";
import { chanceOf } from "../chance.ts";
import { type Drill, outcomeOf, type Run } from "../drill.ts";
import { httpEntrance } from "../http-entrance.ts";
import { overwrite } from "./protected-fields.ts";

const atOnce = 4;
/** Answers for what is hidden may take this much longer or shorter than those for what isn't there. */
const mostApart = 0.25;
const fewestTimed = 500;

/**
 * Every endpoint, over HTTP, for callers of all roles at two seats, for things of their own place, above, below, beside and
 * of another group; besides by nobody, by those whose days in office are over, and with fields that only the server sets.
 */
export const accessDrill: Drill = {
  code: "T4",
  name: "access",
  mutants: ["list_without_scope", "view_without_scope", "loose_body", "grants_never_end"],
  async run(run) {
    const { stop, ...cluster } = await startTestCluster(undefined);
    try {
      const world = await buildWorld(await openStage({ cluster }));
      try {
        await moveAway(world);
        const seats = await takeSeats(world);
        const former = await formerOfficers(world);
        await world.server.listen({ port: 0, host: "127.0.0.1" });
        const entrance = httpEntrance(`http://127.0.0.1:${(world.server.server.address() as AddressInfo).port}`);
        const walk = new Walk(world, seats, former, entrance, run);
        for (const name of Object.keys(routes) as RouteName[]) await walk.through(name);
        await entrance.close();
        return walk.outcome();
      } finally {
        await world.close();
      }
    } finally {
      await stop();
    }
  },
};

/**
 * The branch that is beside everybody stood below the 党总支 from February to the middle of March and held its meeting
 * there: what it did in those days goes with it, and is nobody's there any more.
 */
async function moveAway({ alpha: { act, otherBranch, general, other } }: World): Promise<void> {
  for (const [parentId, on] of [
    [general.id, "2026-02-01"],
    [other.id, "2026-03-16"],
  ] as const)
    await act(moveOrganization, { organizationId: otherBranch.id, parentId, on });
}

/** Officers whose grants ended last month. */
async function formerOfficers(world: World): Promise<Client[]> {
  const over: [string, string] = ["2026-01-01", "2026-02-28"];
  const { general, first, account } = world.alpha;
  await account("alpha.former.officer", "party_affairs_officer", general.id, over);
  await account("alpha.former.secretary", "branch_secretary", first.id, over);
  return Promise.all(["alpha.former.officer", "alpha.former.secretary"].map((name) => world.client(name)));
}

class Walk {
  readonly #found: string[] = [];
  readonly #hidden: number[] = [];
  readonly #missing: number[] = [];
  #sent = 0;
  readonly #world: World;
  readonly #seats: readonly Seat[];
  readonly #former: readonly Client[];
  readonly #entrance: ReturnType<typeof httpEntrance>;
  readonly #every: number;
  readonly #chance = chanceOf(4);

  constructor(
    world: World,
    seats: readonly Seat[],
    former: readonly Client[],
    entrance: ReturnType<typeof httpEntrance>,
    { scale }: Run,
  ) {
    this.#world = world;
    this.#seats = seats;
    this.#former = former.map((client) => client.through(entrance));
    this.#entrance = entrance;
    this.#every = Math.round(1 / scale);
  }

  async through(name: RouteName): Promise<void> {
    const cases = casesOf(this.#world, this.#seats, name).filter(() => this.#chance(this.#every) === 0);
    const before = await this.#marks(name);
    await inParallel(
      cases.filter(({ wanted }) => wanted !== "let in"),
      (one) => this.#keptOut(name, one),
    );
    await this.#anonymous(name);
    for (const client of this.#former) await this.#pastTheirDays(name, client);
    const own = (this.#seats[0] as Seat).targets.own;
    const officer = this.#seats[0]?.clients.get("party_affairs_officer")?.through(this.#entrance) as Client;
    const { sent, taken } = await overwrite(officer, name, own);
    this.#sent += sent;
    this.#found.push(...taken);
    const after = await this.#marks(name);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (changed.length > 0)
      this.#found.push(`${name} wrote ${changed.join(", ")} for somebody whom it doesn't concern`);
    for (const one of cases) if (one.wanted === "let in") await this.#letIn(name, one);
  }

  outcome() {
    const [hidden, missing] = [median(this.#hidden), median(this.#missing)];
    if (this.#hidden.length >= fewestTimed && Math.abs(hidden - missing) > mostApart * missing)
      this.#found.push(`hidden takes ${hidden.toFixed(1)} ms, missing ${missing.toFixed(1)} ms`);
    return outcomeOf(
      `${this.#sent} requests to ${Object.keys(routes).length} endpoints, ${this.#found.length} wrong, hidden ${hidden.toFixed(1)} ms and missing ${missing.toFixed(1)} ms at the median`,
      this.#found,
    );
  }

  async #keptOut(name: RouteName, one: AccessCase): Promise<void> {
    const { outcome, got } = await this.#send(name, one);
    if (outcome !== one.wanted) this.#found.push(`${told(name, one)}: ${outcome} instead of ${one.wanted}`);
    const marks = marksIn(got);
    if (marks.length > 0) this.#found.push(`${told(name, one)}: ${marks[0]} in a refusal`);
    if (one.wanted !== "not found" || outcome !== "not found") return;
    const missing = await this.#send(name, one, nowhere);
    await this.#time(name, one);
    if (JSON.stringify(shapeOf({ got })) !== JSON.stringify(shapeOf(missing)))
      this.#found.push(`${told(name, one)}: hidden isn't answered like missing`);
  }

  /** Both once more, now that the caller is known, and each of them first as often as the other. */
  async #time(name: RouteName, one: AccessCase): Promise<void> {
    const hidden = async () => this.#hidden.push((await this.#send(name, one)).took);
    const missing = async () => this.#missing.push((await this.#send(name, one, nowhere)).took);
    for (const next of this.#hidden.length % 2 === 0 ? [hidden, missing] : [missing, hidden]) await next();
  }

  async #letIn(name: RouteName, one: AccessCase): Promise<void> {
    const { outcome, got } = await this.#send(name, one);
    if (outcome !== "let in") this.#found.push(`${told(name, one)}: ${outcome} instead of let in`);
    const allowed = allowedMarks(one.seat, one.role, name);
    const foreign = marksIn(got).filter((mark) => !allowed.some((pattern) => mark.match(pattern)));
    if (foreign.length > 0) this.#found.push(`${told(name, one)}: ${foreign[0]} is not his to see`);
  }

  async #anonymous(name: RouteName): Promise<void> {
    const wanted = expectations[name].kind === "public" ? "let in" : "sign in first";
    for (const target of Object.values(this.#seats[0]?.targets ?? {})) {
      const { outcome, got } = await meet(new Client(this.#entrance), name, target);
      this.#sent += 1;
      if (outcome !== wanted) this.#found.push(`${name} for nobody: ${outcome} instead of ${wanted}`);
      if (name !== "getSetup" && marksIn(got).length > 0) this.#found.push(`${name} for nobody: ${marksIn(got)[0]}`);
    }
  }

  /** Who has a session still and no office any more meets what somebody without any role meets. */
  async #pastTheirDays(name: RouteName, client: Client): Promise<void> {
    const { kind } = expectations[name];
    if (kind === "public" || kind === "self") return;
    const { outcome } = await meet(client, name, (this.#seats[0] as Seat).targets.own);
    this.#sent += 1;
    if (outcome !== "refused") this.#found.push(`${name} after the end of a grant: ${outcome}`);
  }

  async #send(name: RouteName, { seat, role, relation }: AccessCase, target = seat.targets[relation]) {
    const began = performance.now();
    const met = await meet((seat.clients.get(role) as Client).through(this.#entrance), name, target);
    this.#sent += 1;
    return { ...met, took: performance.now() - began };
  }

  async #marks(name: RouteName): Promise<Record<string, string>> {
    return writesSomething(name) ? tableMarks(this.#world.database.superUrl) : {};
  }
}

const told = (name: RouteName, { seat, role, relation }: AccessCase) =>
  `${name} for ${role} at the ${seat.name}, ${relation}`;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function inParallel<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
}
