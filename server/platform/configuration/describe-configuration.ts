import type { Configured } from "./load-configuration.ts";
import { type SettingName, settings } from "./settings-table.ts";

/** One line of `dutyloop config check`. */
export interface DescribedSetting {
  readonly name: SettingName;
  /** The value in force; a secret's is masked; empty where there is none. */
  readonly value: string;
  /** "environment", "default", or file and line. */
  readonly source: string;
  readonly meaning: { readonly zh: string; readonly en: string };
}

/** The effective settings in the table's order. */
export function describeConfiguration({ configuration, given }: Configured): DescribedSetting[] {
  const workedOut: Partial<Record<SettingName, string>> = {
    DUTYLOOP_DATA: configuration.dataFolder,
    DUTYLOOP_KEYS: configuration.keysFile,
    DUTYLOOP_PUBLIC_URL: configuration.publicUrl,
    DUTYLOOP_WORK_CALENDAR: configuration.workCalendarFile,
  };
  return settings.map(({ name, secret, meaning }) => {
    const found = given.get(name);
    const value = workedOut[name] ?? found?.text ?? "";
    return { name, value: secret && value ? "••••" : value, source: found?.source ?? "default", meaning };
  });
}

/** The text of docs/operate/configuration.md. */
export function configurationDocument(): string {
  const rows = settings.map((setting) => {
    const standard = "default" in setting ? setting.default : "shownDefault" in setting ? setting.shownDefault : "";
    const cells = [
      `\`${setting.name}\`${setting.secret ? " 🔒" : ""}`,
      standard ? `\`${standard}\`` : "",
      setting.expects.replaceAll("|", "\\|"),
      setting.meaning.zh,
      setting.meaning.en,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `# 设置 Configuration

所有设置都在这一张表中。设置来自环境变量，或来自 \`DUTYLOOP_CONFIG\` 所指的文件（每行一个 \`NAME=值\`，环境变量优先）。
\`npx dutyloop config check\` 显示正在生效的值（🔒 的值不显示）。名称写错、值不合要求、只设了一个数据库地址时，程序拒绝启动并逐条说明。

Every setting is in this one table. Settings come from the environment, or from the file that \`DUTYLOOP_CONFIG\` names (one
\`NAME=value\` a line; the environment wins). \`npx dutyloop config check\` shows the values in force (🔒 is never shown).
A misspelt name, a wrong value or one database address without the other stops the program, with a sentence for each.

| 名称 Name | 默认 Default | 取值 Expects | 含义 | Meaning |
|---|---|---|---|---|
${rows.join("\n")}

本页由设置表生成，请勿手改。This page is generated from the table of settings; don't edit it by hand.
`;
}
