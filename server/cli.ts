const usage = `dutyloop <命令 / command>

  score --org <代码、名称或 id> --period 2026-03 [--explain] [--group 代码] [--language zh|en] [--json]
                    一个组织某月的得分，--explain 给出得分说明书 / a score, explained
  status [--json]   每个集团的数量 / counts of each group
  doctor [--json]   检查配置、数据库、文件、审计链 / check everything
  config check      检查配置并列出生效值 / check the configuration, list what is in force
  audit verify      校验审计链 / verify the audit chain
  demo fill         向空系统填入演示数据 / fill an empty system with the demo
`;

type Command = (args: string[]) => Promise<number>;

/** Loaded when called: `config check` works where nothing else does. */
const commands: Record<string, () => Promise<Command>> = {
  score: async () => (await import("./commands/score.ts")).score,
  status: async () => (await import("./commands/status.ts")).status,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  "config check": async () => (await import("./commands/config-check.ts")).configCheck,
  "audit verify": async () => (await import("./commands/audit-verify.ts")).auditVerify,
  "demo fill": async () => (await import("./commands/fill-demo.ts")).fillDemoCommand,
};

/** Each command answers the program's exit code: 0 done, 1 something is wrong, 2 the call's words are off. */
async function main([first = "", second = "", ...rest]: string[]): Promise<number> {
  const pair = commands[`${first} ${second}`];
  if (pair) return (await pair())(rest);
  const single = commands[first];
  if (single) return (await single())(second === "" ? rest : [second, ...rest]);
  console.log(usage);
  return first === "" || first === "help" || first === "--help" ? 0 : 2;
}

export {};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`dutyloop: ${error instanceof Error ? error.message : error}`);
  process.exitCode =
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS") ? 2 : 1;
}
