import { setTimeout as pause } from "node:timers/promises";
import { serverOptions } from "../bin/server-options.mjs";
import { withClient, withDatabase } from "../server/platform/embedded-postgres/index.ts";
import { type Ground, makeGround } from "./ground.ts";
import { LoadGenerator, type LoadRequest } from "./load/job.ts";
import { freePort, type ServerProcess, startServer } from "./server-process.ts";
import { type SignedIn, signInAll } from "./sign-in.ts";

/** The product and the bare handlers, each in a process of its own on a database of its own in the same cluster. */
export type Contest = {
  readonly ground: Ground;
  readonly product: ServerProcess;
  readonly limit: ServerProcess;
  readonly generator: LoadGenerator;
  readonly signedIn: Map<string, SignedIn>;
  end(): Promise<void>;
};

const limitDatabase = "dutyloop_limit";

export async function openContest(branches: number, firstYear: number): Promise<Contest> {
  const ground = await makeGround(branches, firstYear);
  const undo: (() => unknown)[] = [() => ground.clear()];
  const end = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { postgres, group, sampleRecordId } = ground;
    await copyDatabase(postgres.superUrl);
    const product = await startServer(
      [...serverOptions, "bench/api-server.ts"],
      { DUTYLOOP_DATA: ground.dataFolder },
      await freePort(),
    );
    undo.push(() => product.stop());
    const databases = {
      LIMIT_DATABASE: withDatabase(postgres.appUrl, limitDatabase),
      PRODUCT_DATABASE: postgres.appUrl,
    };
    const serve = ["bench/limits/serve.ts", String(group.tenantId), sampleRecordId];
    const limit = await startServer(serve, databases, await freePort());
    undo.push(() => limit.stop());
    const generator = new LoadGenerator();
    undo.push(() => generator.stop());
    return { ground, product, limit, generator, signedIn: await signInAll(product.origin, group), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** A copy of its own keeps the product's loops from working on the rows of the bare handler. */
async function copyDatabase(superUrl: string): Promise<void> {
  await withClient(withDatabase(superUrl, "postgres"), (client) =>
    client.query(`CREATE DATABASE ${limitDatabase} TEMPLATE dutyloop OWNER dutyloop_owner`),
  );
  for (const url of [superUrl, withDatabase(superUrl, limitDatabase)]) {
    await withClient(url, (client) => client.query("ANALYZE"));
  }
}

export type Sides = {
  readonly product: (round: number) => readonly LoadRequest[];
  readonly limit: (round: number) => readonly LoadRequest[];
};
/** Requests a second of each counted round, and how many milliseconds each of the product's answers took in these. */
export type Rates = { readonly product: number[]; readonly limit: number[]; readonly milliseconds: number[] };
export type Opponents = {
  readonly generator: LoadGenerator;
  readonly product: { readonly origin: string };
  readonly limit: { readonly origin: string };
};

/** Runs both sides in turn, the first of a round being the second of the next. Rounds before `warmUp` aren't counted. */
export async function alternate(
  { generator, product, limit }: Opponents,
  sides: Sides,
  warmUp: number,
  rounds: number,
): Promise<Rates> {
  const rates: Rates = { product: [], limit: [], milliseconds: [] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const order = round % 2 === 0 ? (["product", "limit"] as const) : (["limit", "product"] as const);
    for (const side of order) {
      const requests = sides[side](round);
      const { seconds, answers } = await generator.run((side === "product" ? product : limit).origin, requests);
      if (round >= warmUp) {
        rates[side].push(requests.length / seconds);
        if (side === "product") rates.milliseconds.push(...answers.map(({ milliseconds }) => milliseconds));
      }
      await queuesEmpty(product.origin);
    }
  }
  return rates;
}

/** Waits until the product's loops have nothing left to do, so that they don't take the other side's time. */
export async function queuesEmpty(origin: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${origin}/metrics`)).text();
    if (/^dutyloop_outbox_rows 0$/m.test(text) && /^dutyloop_audit_unsealed_rows 0$/m.test(text)) return;
    await pause(20);
  }
}
