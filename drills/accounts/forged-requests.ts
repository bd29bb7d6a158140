import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { expectations } from "../../server/testing/access-expectations.ts";
import { nowhere } from "../../server/testing/access-target.ts";
import { requestTo } from "../../server/testing/access-targets.ts";
import type { Client, Entrance } from "../../server/testing/client.ts";
import { tableMarks } from "../../server/testing/table-marks.ts";

/**
 * What a page of somebody else's could make a browser send: the cookie goes along, the token of the page doesn't, or is made
 * up. @returns how many were sent
 */
export async function forged(superUrl: string, signedIn: Client, entrance: Entrance, found: string[]): Promise<number> {
  const writing = (Object.keys(routes) as RouteName[]).filter(
    (name) => routes[name].method !== "GET" && expectations[name].kind !== "public",
  );
  const before = await tableMarks(superUrl);
  for (const name of writing)
    for (const csrf of ["", "0".repeat(64)]) {
      const victim = signedIn.through(entrance);
      victim.csrf = csrf;
      const got = await victim.call(name, requestTo(name, nowhere, 0) as never);
      const code = got.status < 400 ? `${got.status}` : got.refusal.code;
      if (code !== "access.csrf") found.push(`a forged ${name} is answered ${code}`);
    }
  const after = await tableMarks(superUrl);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  if (changed.length > 0) found.push(`forged requests wrote ${changed.join(", ")}`);
  return writing.length * 2;
}
