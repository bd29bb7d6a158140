import { alternate } from "../contest.ts";
import { monthsOf } from "../history/days.ts";
import type { LoadRequest } from "../load/job.ts";
import { type Measure, throughput } from "../measure.ts";
import { get, type Reading, recordReads } from "./reading.ts";

const requestsARound = 400;
const warmUp = 2;
const rounds = 7;
const goal = 0.35;

/** Any page of the board of all branches, with each branch's change of rank since the board published before. */
export async function boardPage(reading: Reading): Promise<Measure[]> {
  const pages = await allPages(reading);
  const { product, limit } = await alternate(
    { ...reading, product: reading.server, limit: reading.server },
    {
      product: (round) =>
        Array.from(
          { length: requestsARound },
          (_, index) => pages[scattered(round, index) % pages.length] as LoadRequest,
        ),
      limit: (round) => recordReads(reading, round, requestsARound),
    },
    warmUp,
    rounds,
  );
  return [throughput("board_page", "pages/s", product, limit, goal)];
}

const scattered = (round: number, index: number) => (round * requestsARound + index) * 7919;

type Page = { organizations: number; previousBoard: string | null; next: string | null };

/** A request for each page of the board, found by turning them over once. */
async function allPages(reading: Reading): Promise<LoadRequest[]> {
  const { ground, server, cookie } = reading;
  const period = monthsOf(ground.group.size.months).at(-1);
  const board = `/api/v1/organizations/${ground.group.rootId}/board?period=${period}`;
  const pages: LoadRequest[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const path: string = after === "" ? board : `${board}&after=${encodeURIComponent(after)}`;
    const answer = await fetch(server.origin + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`The board was answered ${answer.status}: ${await answer.text()}`);
    const page = (await answer.json()) as Page;
    if (page.organizations < ground.group.tree.branches) throw new Error(`Only ${page.organizations} are on the board`);
    if (page.previousBoard === null) throw new Error("The board shows no change of rank");
    pages.push(get(reading, path));
    after = page.next;
  }
  return pages;
}
