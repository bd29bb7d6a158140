import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import type { SimulatedScheme } from "@dutyloop/contract/what-if.ts";
import type { Language } from "./told.ts";

const moversOfFirstAnswer = 5;

/** What a trial found, for a terminal; a provisional answer says what it covers and names the first movers only. */
export function simulationLines(result: SimulatedScheme, language: Language): string[] {
  const zh = language === "zh";
  const { periods, complete, organizations, sheets, moved, cost } = result;
  const provisional = !complete;
  const covered = [...new Set([periods[0], periods.at(-1)].flatMap((one) => one?.period ?? []))]
    .map((name) => wordPeriod(language, name))
    .join(" – ");
  const head = zh
    ? `${provisional ? "初步结果" : "结果"}：${result.scheme.name.zh}，${covered}（${periods.length} 期），比较 ${organizations} 个组织的 ${sheets} 张得分表，${moved} 个位次变动`
    : `${provisional ? "First answer" : "Result"}: ${result.scheme.name.en}, ${covered} (periods: ${periods.length}), ${sheets} sheets of ${organizations} organisations compared, ${moved} change rank`;
  const movers = result.movers.slice(0, provisional ? moversOfFirstAnswer : undefined);
  if (provisional) return [head, ...movers.map((mover) => moverLine(mover, language))];
  const fields = zh
    ? `支部每月填报字段：${cost.before} → ${cost.after}（全部 ${cost.branches} 个支部合计 ${signed(cost.changeForAll)}）`
    : `Fields a branch types in a month: ${cost.before} → ${cost.after} (${signed(cost.changeForAll)} for all ${cost.branches} branches)`;
  return [
    head,
    ...movers.flatMap((mover) => [moverLine(mover, language), ...reasonLines(mover, language)]),
    ...result.weakLines.map(({ name, kind, spread }) => weakLine(name[language], kind, spread, language)),
    fields,
  ];
}

type Mover = SimulatedScheme["movers"][number];

function moverLine({ organizationName, class: ofClass, ...mover }: Mover, language: Language): string {
  const rank = `${mover.rankBefore ?? "—"} → ${mover.rankAfter ?? "—"}`;
  const mean = `${mover.meanBefore ?? "—"} → ${mover.meanAfter ?? "—"}`;
  const words = language === "zh" ? { rank: "位次", mean: "平均" } : { rank: "rank", mean: "mean" };
  return `${organizationName}${ofClass === "" ? "" : `（${ofClass}）`}  ${words.rank} ${rank}  ${words.mean} ${mean}`;
}

function reasonLines({ reasons }: Mover, language: Language): string[] {
  return reasons.map(
    ({ name, before, after, change }) =>
      `    ${name[language]}  ${before ?? "—"} → ${after ?? "—"}  (${signed(change)})`,
  );
}

function weakLine(name: string, kind: "same" | "narrow", spread: string, language: Language): string {
  if (language === "zh") {
    return kind === "same" ? `不拉开差距：${name}，各组织得分相同` : `不拉开差距：${name}，各组织相差不到 ${spread} 分`;
  }
  return kind === "same"
    ? `Doesn't discriminate: ${name}, all the same`
    : `Doesn't discriminate: ${name}, spread of ${spread} points`;
}

function signed(figure: string | number): string {
  const text = String(figure);
  return text.startsWith("-") ? text.replace("-", "−") : `+${text}`;
}
