import { Pool } from "undici";
import type { LoadJob, LoadResult } from "./job.ts";

/** The load generator: a process of its own, so that it doesn't slow the server it measures. */
process.on("message", async (job: LoadJob) => {
  process.send?.(await run(job));
});

async function run({ origin, requests, connections }: LoadJob): Promise<LoadResult> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const answers: LoadResult["answers"] = new Array(requests.length);
  let next = 0;
  const began = performance.now();
  const sendAll = async () => {
    for (let index = next++; index < requests.length; index = next++) {
      const { method, path, headers, body } = requests[index] as LoadJob["requests"][number];
      const sent = performance.now();
      const answer = await pool.request({ method, path, headers, ...(body === null ? {} : { body }) });
      const text = await answer.body.text();
      const milliseconds = performance.now() - sent;
      const kept = answer.statusCode === 200 && method === "GET" ? "" : text;
      answers[index] = { status: answer.statusCode, text: kept, milliseconds };
    }
  };
  await Promise.all(Array.from({ length: connections }, sendAll));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return { seconds, answers };
}
