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
  lines.push("  演示账号 / demo accounts", `  密码 / password:  ${demo.password}`, "");
  if (!demo.second) return [...lines, ...linesOf(demo.signIns), ""].join("\n");
  const { groupName, signIns } = demo.second;
  lines.push(...signInsOf(demo.groupName, demo.signIns), ...signInsOf(groupName, signIns));
  return lines.join("\n");
}

type SignIns = DemoAccess["signIns"];

/** Who can sign in to one of the demo's groups; the sign-in page asks which group. */
export function signInsOf(groupName: string, signIns: SignIns): string[] {
  return [`  集团 / group:  ${groupName}`, ...linesOf(signIns), ""];
}

function linesOf(signIns: SignIns): string[] {
  const width = Math.max(...signIns.map(({ signInName }) => signInName.length));
  return signIns.map(
    ({ signInName, role, displayName, organizationName }) =>
      `  ${signInName.padEnd(width)}  ${role.zh} / ${role.en}  ${displayName} · ${organizationName}`,
  );
}
