import type { Application } from "../application.ts";
import { Client } from "./client.ts";
import { sendingRoster } from "./roster-files.ts";

/**
 * What the preview says of a whole demo group's own roster, exported by its officer and sent back as it is: how many rows
 * stay, and how many don't, by sheet.
 */
export async function rosterSentBack(application: Application, group: string, password: string) {
  const server = await application.server({ webFolder: null, overTls: false, trustProxy: false, metricsToken: null });
  const officer = new Client(server);
  await officer.signIn("officer", password, group);
  const { items } = await officer.ask("listOrganizations");
  const organizationId = items[0]?.id ?? "";
  const { bytes } = await officer.call("exportRoster", { params: { organizationId } });
  const { errors, sheets } = await officer.ask("previewRoster", sendingRoster(organizationId, bytes));
  await server.close();
  const changes = sheets.reduce((sum, { added, changed, wrong }) => sum + added + changed + wrong, errors);
  return { changes, unchanged: new Map(sheets.map(({ name, unchanged }) => [name, unchanged])) };
}
