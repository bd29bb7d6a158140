import { alternate, type Contest } from "./contest.ts";
import { peopleFilter } from "./limits/list-people.ts";
import { type Measure, throughput } from "./measure.ts";

const requestsARound = 1200;
const warmUp = 3;
const rounds = 7;
const goal = 0.4;

/** The first fifty people of a 党总支 and all below it, filtered by state and name, sorted by pinyin, asked by 16 secretaries. */
export async function listPeople(contest: Contest): Promise<Measure> {
  const { ground, signedIn } = contest;
  const secretaries = [...new Map(ground.group.branches.map((branch) => [branch.signInName, branch])).values()];
  const search = new URLSearchParams({ ...peopleFilter, limit: String(peopleFilter.limit) });
  const requests = (pathOf: (generalId: string) => string) =>
    Array.from({ length: requestsARound }, (_, index) => {
      const { generalId, signInName } = secretaries[index % secretaries.length] as (typeof secretaries)[number];
      const headers = { cookie: signedIn.get(signInName)?.cookie ?? "" };
      return { method: "GET" as const, path: pathOf(generalId), headers, body: null };
    });
  const rates = await alternate(
    contest,
    {
      product: () => requests((id) => `/api/v1/organizations/${id}/people?${search}`),
      limit: () => requests((id) => `/people/${id}`),
    },
    warmUp,
    rounds,
  );
  return throughput("list_people", "lists/s", rates.product, rates.limit, goal);
}
