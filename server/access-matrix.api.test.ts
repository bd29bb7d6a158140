import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectations } from "./testing/access-expectations.ts";
import { type AccessCase, casesOf, meet, shapeOf, writesSomething } from "./testing/access-judgement.ts";
import { allowedMarks, marksIn } from "./testing/access-marks.ts";
import { nowhere } from "./testing/access-target.ts";
import { requestTo } from "./testing/access-targets.ts";
import { type Seat, takeSeats } from "./testing/access-world.ts";
import { Client } from "./testing/client.ts";
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

test("every endpoint of the contract has an expectation and a request", () => {
  const names = Object.keys(routes).sort();
  expect(Object.keys(expectations).sort()).toEqual(names);
  for (const name of names) expect(requestTo(name as RouteName, nowhere, 0), name).toBeDefined();
});

describe.each(Object.keys(routes) as RouteName[])("%s", (name) => {
  const cases = () => casesOf(world, seats, name);
  const clientOf = ({ seat, role }: AccessCase) => seat.clients.get(role) as Client;
  const told = ({ seat, role, relation }: AccessCase) => `${name} for ${role} at the ${seat.name}, ${relation}`;

  test("refuses or hides it from whom it doesn't concern, and changes nothing", async () => {
    const before = writesSomething(name) ? await tableMarks(world.database.superUrl) : {};
    for (const one of cases()) {
      if (one.wanted === "let in") continue;
      const { outcome, got } = await meet(clientOf(one), name, one.seat.targets[one.relation]);
      expect(outcome, told(one)).toBe(one.wanted);
      expect(marksIn(got), told(one)).toEqual([]);
    }
    if (writesSomething(name)) expect(await tableMarks(world.database.superUrl)).toEqual(before);
  });

  test("lets in whom it concerns, and shows nothing from elsewhere", async () => {
    for (const one of cases()) {
      if (one.wanted !== "let in") continue;
      const { outcome, got } = await meet(clientOf(one), name, one.seat.targets[one.relation]);
      expect(outcome, `${told(one)}: ${got.text.slice(0, 200)}`).toBe("let in");
      const foreign = marksIn(got).filter(
        (mark) => !allowedMarks(one.seat, one.role, name).some((allowed) => mark.match(allowed)),
      );
      expect(foreign, told(one)).toEqual([]);
    }
  });

  test("answers for what is hidden exactly as for what isn't there", async () => {
    for (const one of cases()) {
      if (one.wanted !== "not found") continue;
      const client = clientOf(one);
      const hidden = await meet(client, name, one.seat.targets[one.relation]);
      expect(shapeOf(hidden), told(one)).toEqual(shapeOf(await meet(client, name, nowhere)));
    }
  });

  test("asks the anonymous to sign in, unless it is open to all", async () => {
    const before = writesSomething(name) ? await tableMarks(world.database.superUrl) : {};
    for (const target of Object.values(seats[0]?.targets ?? {})) {
      const { outcome, got } = await meet(new Client(world.server), name, target);
      expect(outcome).toBe(expectations[name].kind === "public" ? "let in" : "sign in first");
      if (name !== "getSetup") expect(marksIn(got)).toEqual([]);
    }
    if (writesSomething(name)) expect(await tableMarks(world.database.superUrl)).toEqual(before);
  });
});
