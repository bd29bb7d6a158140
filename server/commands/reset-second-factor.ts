import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { Application } from "../application.ts";
import { resetFromMachine } from "../modules/identity/index.ts";
import { findGroup } from "./find-group.ts";
import { type Language, languageNamed, tellingRefusals } from "./told.ts";
import { withApplication } from "./with-application.ts";

type Options = { readonly signInName: string; readonly group?: string | undefined; readonly language: Language };

const words = {
  reset: {
    zh: (name: string) => `已重置 ${name} 的两步验证，其会话已结束。请凭密码登录后立即重新设置。`,
    en: (name: string) =>
      `The second step of ${name} is reset and its sessions are ended. Sign in and set it up again.`,
  },
  none: {
    zh: (name: string) => `${name} 没有打开两步验证，没有改动。`,
    en: (name: string) => `${name} has no second step; nothing was changed.`,
  },
  unknown: {
    zh: (name: string) => `没有在用的账号 ${name}，请核对登录名。`,
    en: (name: string) => `There is no active account ${name}; check the sign-in name.`,
  },
} as const;

/** `dutyloop account reset-second-factor <sign-in name>`: for whom nobody in the product can help any more. */
export async function resetSecondFactorCommand(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    console.error("dutyloop account reset-second-factor <登录名 / sign-in name> [--group 代码] [--language zh|en]");
    return 2;
  }
  return withApplication((application) => resetWith(application, options));
}

export function readOptions(args: string[]): Options | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { group: { type: "string" }, language: { type: "string" } },
  });
  const [signInName, ...more] = positionals;
  if (signInName === undefined || more.length > 0) return null;
  return { signInName, group: values.group, language: languageNamed(values.language) };
}

export function resetWith({ workshop }: Application, { signInName, group, language }: Options): Promise<number> {
  return tellingRefusals(language, async () => {
    const { tenantId } = await findGroup(workshop.database, group);
    const outcome = await resetFromMachine(workshop, { tenantId, signInName, requestId: `cli-${randomUUID()}` });
    console[outcome === "unknown" ? "error" : "log"](words[outcome][language](signInName));
    return outcome === "unknown" ? 1 : 0;
  });
}
