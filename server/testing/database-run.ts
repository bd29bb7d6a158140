import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    testCluster: Omit<TestCluster, "stop">;
  }
}

/** Runs once for all database tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...addresses } = await startTestCluster(process.env.DUTYLOOP_TEST_DATABASE_URL);
  project.provide("testCluster", addresses);
  return stop;
}
