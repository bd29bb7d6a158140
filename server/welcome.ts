import type { DemoAccess } from "./demo-start.ts";

/** What `npm start` prints when everything is ready. */
export function welcome(address: string, demo: DemoAccess | null): string {
  const lines = ["", "  责任环 DutyLoop", `  打开 / open:  ${address}`, `  API:          ${address}/api/docs`, ""];
  if (!demo) {
    lines.push(
      "  首次使用请在浏览器中设置三名管理员；已设置的请登录。",
      "  First run: the page asks for the three administrators. Otherwise sign in.",
      "",
    );
    return lines.join("\n");
  }
  const width = Math.max(...demo.signIns.map(({ signInName }) => signInName.length));
  lines.push("  演示账号 / demo accounts", `  密码 / password:  ${demo.password}`, "");
  for (const { signInName, role, displayName, organizationName } of demo.signIns) {
    lines.push(`  ${signInName.padEnd(width)}  ${role.zh} / ${role.en}  ${displayName} · ${organizationName}`);
  }
  return [...lines, ""].join("\n");
}
