import { stepAt } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { clockCode } from "../modules/identity/index.ts";
import { password } from "./accounts.ts";
import type { Client } from "./client.ts";

/** What an application for codes does: it has taken the secret over and shows a code for the present half minute. */
export class CodeApplication {
  readonly #secret: Buffer;

  constructor(secret: string) {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
    this.#secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  codeAt(instant: Date): string {
    return clockCode(this.#secret, stepAt(instant));
  }
}

/** Sets a second factor up for a signed-in client, as its owner does. */
export async function enrol(
  client: Client,
  now: Date,
): Promise<{ application: CodeApplication; recoveryCodes: string[] }> {
  const { secret } = await client.ask("beginSecondFactor", { body: { password } });
  const application = new CodeApplication(secret);
  const { recoveryCodes } = await client.ask("confirmSecondFactor", { body: { code: application.codeAt(now) } });
  return { application, recoveryCodes };
}
