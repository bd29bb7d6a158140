import { openProduct } from "./open-product.ts";

/** The product's server without its web pages, on the data folder of DUTYLOOP_DATA: API and loops in one process. */
const { application, postgres } = await openProduct(process.env.DUTYLOOP_DATA ?? "");
const server = await application.server({ webFolder: null, overTls: false, trustProxy: false, metricsToken: null });
await server.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
application.startLoops();
process.once("SIGTERM", async () => {
  await server.close();
  await application.close();
  await postgres.stop();
  process.exit(0);
});
