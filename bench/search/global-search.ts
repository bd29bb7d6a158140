import { nameWords } from "../../server/modules/organization/search-words.ts";
import { alternate } from "../contest.ts";
import { afterTheHistory } from "../history/days.ts";
import { nameOf } from "../history/names.ts";
import type { LoadRequest } from "../load/job.ts";
import { atMost, type Measure, percentile, throughput } from "../measure.ts";
import { get, type Reading } from "../scores/reading.ts";
import { freePort, startServer } from "../server-process.ts";

const requestsARound = 400;
const warmUp = 2;
const rounds = 7;
const goal = 0.3;
/** Milliseconds in which what was typed has to be answered. */
const slowest = 150;
/** Of a kind, as the palette asks. */
const answersOfAKind = 6;

/** Organisations, templates, duties, a person of a branch, what nothing is called, and records of all months. */
const others = [
  "第7党支部",
  "d12dzb",
  "dangzongzhi",
  "ztdr",
  "dangke",
  "theme day",
  "主题党日",
  "王 第3党",
  "没有这个",
  "第3次",
  "第7次 2025-03",
  "12月 第9党支部",
  "2025-06-11",
];
const people = 23;

/**
 * What Ctrl-K finds of a whole group, by names, given names, pinyin and initials, asked by 16 connections: against a bare
 * handler that reads the same rows.
 */
export async function globalSearch(reading: Reading): Promise<Measure[]> {
  const { ground, server } = reading;
  const { tenantId, officerId } = ground.group;
  const words = [...others, ...wordsForPeople(ground.group.size.members)];
  const serve = ["bench/limits/serve-search.ts", String(tenantId), officerId];
  const asked = [afterTheHistory.slice(0, 10), String(answersOfAKind), ...words];
  await requirePeople(reading, words.at(-1) as string);
  const bare = await startServer([...serve, ...asked], { PRODUCT_DATABASE: ground.postgres.appUrl }, await freePort());
  const many = (requests: readonly LoadRequest[]) => () =>
    Array.from({ length: requestsARound }, (_, index) => requests[index % requests.length] as LoadRequest);
  try {
    const { product, limit, milliseconds } = await alternate(
      { ...reading, product: server, limit: bare },
      {
        product: many(words.map((q) => searchFor(reading, q))),
        limit: many(words.map((_, number) => get(reading, `/search/${number}`))),
      },
      warmUp,
      rounds,
    );
    return [
      throughput("global_search", "searches/s", product, limit, goal),
      atMost("global_search_p95", "ms", percentile(milliseconds, 0.95), slowest),
    ];
  } finally {
    await bare.stop();
  }
}

/** Every way to type the names of some members from all over the group. */
function wordsForPeople(members: number): string[] {
  const names = Array.from({ length: people }, (_, index) => nameOf(Math.floor((index * members) / people) + 1));
  return [...new Set(names.flatMap(nameWords))];
}

/** Nothing that is found is found fast: the names that are asked for have to be those that were generated. */
async function requirePeople(reading: Reading, q: string): Promise<void> {
  const { path, headers } = searchFor(reading, q);
  const answer = (await (await fetch(reading.server.origin + path, { headers })).json()) as { people: unknown[] };
  if (answer.people.length === 0) throw new Error(`Nobody is found by ${q}`);
}

function searchFor(reading: Reading, q: string): LoadRequest {
  return get(reading, `/api/v1/search?${new URLSearchParams({ q, limit: String(answersOfAKind) })}`);
}
