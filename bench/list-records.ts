import { alternate, type Contest } from "./contest.ts";
import type { LoadBranch } from "./group.ts";
import { recordFilter } from "./limits/list-records.ts";
import { type Measure, throughput } from "./measure.ts";
import { readers } from "./read-record.ts";
import { submission, unusedOccasions } from "./submit-record.ts";

const requestsARound = 1200;
const warmUp = 3;
const rounds = 7;
const goal = 0.4;
/** Records that are there to be listed, of branches that no other measure reads. */
const written = 1500;

const filled = new WeakSet<Contest>();

/** Enters records of branches all over the group, once for both measures. */
async function fill(contest: Contest): Promise<void> {
  if (filled.has(contest)) return;
  const byBranch = [...Map.groupBy(unusedOccasions(contest), ({ branch }) => branch.id).values()];
  const occasions = byBranch.slice(readers).flat().slice(0, written);
  const { answers } = await contest.generator.run(
    contest.product.origin,
    occasions.map((occasion, index) => submission(contest, occasion, `bench-list-${index}`)),
  );
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`A record was answered ${refused.status}: ${refused.text}`);
  filled.add(contest);
}

async function lists(contest: Contest, name: string, of: (branch: LoadBranch) => string): Promise<Measure> {
  await fill(contest);
  const { ground, signedIn } = contest;
  const { branches } = ground.group;
  const search = new URLSearchParams({ ...recordFilter, limit: String(recordFilter.limit) });
  const requests = (pathOf: (organizationId: string) => string) =>
    Array.from({ length: requestsARound }, (_, index) => {
      const branch = branches[index % branches.length] as LoadBranch;
      const headers = { cookie: signedIn.get(branch.signInName)?.cookie ?? "" };
      return { method: "GET" as const, path: pathOf(of(branch)), headers, body: null };
    });
  const rates = await alternate(
    contest,
    {
      product: () => requests((id) => `/api/v1/organizations/${id}/records?${search}`),
      limit: () => requests((id) => `/records-of/${id}`),
    },
    warmUp,
    rounds,
  );
  return throughput(name, "lists/s", rates.product, rates.limit, goal);
}

/** Twenty records of one branch, filtered and sorted, asked by 16 connections. */
export const listRecordsOfBranch = (contest: Contest) => lists(contest, "list_records_branch", ({ id }) => id);
/** The same of a 党总支 and all below it. */
export const listRecordsOfSubtree = (contest: Contest) =>
  lists(contest, "list_records_subtree", ({ generalId }) => generalId);
