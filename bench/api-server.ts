import { clockFrom } from "./clock.ts";
import { openProduct } from "./open-product.ts";

/**
 * The product's server without its web pages, on the data folder of DUTYLOOP_DATA: API and loops in one process. Its clock
 * goes on from BENCH_CLOCK where that is set.
 */
const { DUTYLOOP_DATA = "", BENCH_CLOCK } = process.env;
const { application, postgres } = await openProduct(DUTYLOOP_DATA, BENCH_CLOCK ? clockFrom(BENCH_CLOCK) : undefined);
const server = await application.server({ webFolder: null, overTls: false, trustProxy: false, metricsToken: null });
await server.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
application.startLoops();
process.once("SIGTERM", async () => {
  await server.close();
  await application.close();
  await postgres.stop();
  process.exit(0);
});
