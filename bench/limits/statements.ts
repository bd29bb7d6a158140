import type { CompiledQuery, KyselyPlugin, RootOperationNode } from "kysely";
import type { ReadDatabase } from "../../server/platform/db/pools.ts";

/** The statements that a page asks, to be asked again without what the product makes of their rows. */
export async function statementsOf(
  reading: ReadDatabase,
  page: (listened: ReadDatabase) => Promise<unknown>,
): Promise<CompiledQuery[]> {
  const asked: RootOperationNode[] = [];
  const listening: KyselyPlugin = {
    transformQuery({ node }) {
      asked.push(node);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const listened = reading.withPlugin(listening);
  // What a program reads once and keeps, as definitions, isn't the page's: only the second time counts.
  await page(listened);
  asked.length = 0;
  await page(listened);
  return asked.map((node, index) => reading.getExecutor().compileQuery(node, { queryId: String(index) }));
}

/** Asks all at once. */
export function rowsOf(reading: ReadDatabase, statements: readonly CompiledQuery[]): Promise<unknown[][]> {
  return Promise.all(statements.map(async (statement) => (await reading.executeQuery(statement)).rows));
}
