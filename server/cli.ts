const usage = `dutyloop <命令 / command>

  score --period 2026-03|2026-Q1|2026 [--scheme monthly] [--all] [--group 代码] [--language zh|en] [--json]
                    各类别的榜，--all 列出全部 / the boards, with --all everybody
  score --period … --explain <代码、名称或 id> [--word 文件.docx]
                    一个组织的得分说明书，可存为 Word / a score, explained
  score --period … --org <代码、名称或 id>
                    只要一个组织的得分 / the figure of one organisation
  score recompute --from 2026-01 [--to 2026-03] [--scheme monthly]
                    由依据全部重算并与现有得分比较 / score everything anew and compare
  counts rebuild [--from 2026-01] [--group 代码] [--language zh|en]
                    应开、已开等计数全部重算 / count duties, records and the tree from scratch
  period list --as <登录名> [--year 2026] [--span month|quarter|half_year|year]
                    考核期 / the periods
  period close 2026-03 --as <登录名> [--publicity]
                    关闭，或转入公示 / close a period, or put it into publicity
  period reopen 2026-03 --as <登录名> --reason <原因>
                    重新开放 / open a closed period again
  import <名册.xlsx> --dry-run | --commit --as <登录名> [--org 组织] [--json]
                    预览或导入名册 / look at a roster or take it in
  status [--json]   每个集团的数量 / counts of each group
  doctor [--json]   检查配置、数据库、文件、审计链 / check everything
  config check      检查配置并列出生效值 / check the configuration, list what is in force
  audit verify      校验审计链 / verify the audit chain
  account reset-second-factor <登录名> [--group 代码]
                    手机和恢复码都丢失时重置两步验证 / when telephone and recovery codes are lost
  scheme validate <文件或文件夹>… [--language zh|en] [--json]
                    检查方案和指标的定义 / check definitions of schemes and indicators
  scheme diff <a.yaml | code@version> <b.yaml | code@version> [--language zh|en] [--json]
                    两个方案的差别 / what differs between two schemes
  scheme simulate <方案.yaml> [<指标.yaml>…] --from 2025-11 --to 2026-10 [--org 组织] [--group 代码] [--json]
                    改了方案，过去各期会怎样 / what a changed scheme would have done
  demo fill         向空系统填入演示数据 / fill an empty system with the demo
  demo fill-second  填入演示的第二个集团，中断后可重复 / fill the demo's second group; may be repeated
`;

type Command = (args: string[]) => Promise<number>;

/** Loaded when called: `config check` works where nothing else does. */
const commands: Record<string, () => Promise<Command>> = {
  score: async () => (await import("./commands/score.ts")).score,
  "score recompute": async () => (await import("./commands/score-recompute.ts")).scoreRecompute,
  "counts rebuild": async () => (await import("./commands/counts-rebuild.ts")).countsRebuild,
  "period list": async () => (await import("./commands/period.ts")).period("list"),
  "period close": async () => (await import("./commands/period.ts")).period("close"),
  "period reopen": async () => (await import("./commands/period.ts")).period("reopen"),
  import: async () => (await import("./commands/import.ts")).importCommand,
  status: async () => (await import("./commands/status.ts")).status,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  "config check": async () => (await import("./commands/config-check.ts")).configCheck,
  "audit verify": async () => (await import("./commands/audit-verify.ts")).auditVerify,
  "account reset-second-factor": async () =>
    (await import("./commands/reset-second-factor.ts")).resetSecondFactorCommand,
  "scheme validate": async () => (await import("./commands/scheme-validate.ts")).schemeValidate,
  "scheme diff": async () => (await import("./commands/scheme-diff.ts")).schemeDiff,
  "scheme simulate": async () => (await import("./commands/scheme-simulate.ts")).schemeSimulate,
  "demo fill": async () => (await import("./commands/fill-demo.ts")).fillDemoCommand,
  "demo fill-second": async () => (await import("./commands/fill-second-group.ts")).fillSecondGroupCommand,
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
