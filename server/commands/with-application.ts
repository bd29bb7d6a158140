import pino from "pino";
import type { Application } from "../application.ts";
import type { Configuration } from "../platform/configuration/index.ts";
import { configurationOrEnd } from "../platform/configuration/or-end.ts";
import { startParts } from "../start-parts.ts";

/** Opens the application for one command, whether the server runs or not, and leaves everything as it was. */
export async function withApplication<T>(
  work: (application: Application, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configured = configurationOrEnd(process.env);
  const { configuration } = configured;
  const logger = pino({ level: "error", base: null }, pino.destination({ dest: 2, sync: true }));
  const { application, stop } = await startParts(configured, logger);
  try {
    return await work(application, configuration);
  } finally {
    await stop();
  }
}
