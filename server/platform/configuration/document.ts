import { fileVariable, settings } from "./settings.ts";

/** The page docs/operate/configuration.md, written from the table of settings. */
export function configurationPage(): string {
  const rows = Object.values(settings).map(
    ({ variable, zh, en, default: standard }) =>
      `| \`${variable}\` | ${standard === null ? "–" : `\`${standard}\``} | ${zh}<br>${en} |`,
  );
  return `# 配置 / Configuration

每项都是环境变量；也可写在 \`${fileVariable}\` 指向的文件里，每行 \`名称=值\`，\`#\` 开头为说明，环境变量优先。
\`npx dutyloop config check\` 检查并列出生效值（密文不显示）。

Each setting is an environment variable; or a line \`NAME=value\` in the file that \`${fileVariable}\` names (\`#\` begins a
comment; the environment wins). \`npx dutyloop config check\` checks them and lists what is in force, secrets masked.

| variable | default | 含义 / meaning |
|---|---|---|
${rows.join("\n")}
`;
}
