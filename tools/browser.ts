import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { takeLock } from "../bin/process-lock.mjs";

/** What Playwright's `launch` needs to use the browser that npm brought. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const cloneRoot = dirname(import.meta.dirname);
const home = join(cloneRoot, ".dutyloop", "browser");
/** Chinese letters for machines without a font of their own: a package with TrueType files, one folder a weight. */
const fontPackage = join(cloneRoot, "node_modules", "@expo-google-fonts", "noto-sans-sc");
const weights = ["400Regular", "700Bold"];

/**
 * Unpacks Chromium with its libraries once, into the clone, and tells how to launch it: headless, also as root, with
 * nothing installed on the machine.
 */
export async function browserExecutable(): Promise<Browser> {
  mkdirSync(join(home, "profile"), { recursive: true });
  const release = await takeLock(join(home, "unpack.lock"), { waitMs: 120_000 });
  if (!release) throw new Error(`another process is unpacking the browser in ${home} and doesn't end`);
  try {
    if (!existsSync(join(home, "unpacked"))) await unpack();
    writeFileSync(join(home, "fonts.conf"), fontSettings());
  } finally {
    release();
  }
  return {
    executablePath: join(home, "chromium"),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none", "--lang=zh-CN"],
    env: {
      ...inherited(),
      HOME: join(home, "profile"),
      LD_LIBRARY_PATH: join(home, "al2023", "lib"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  };
}

// The package unpacks to the temporary folder, and its libraries only on the cloud service it was made for.
async function unpack(): Promise<void> {
  const before = { ...process.env };
  for (const part of ["chromium", "al2023", "fonts"]) rmSync(join(home, part), { recursive: true, force: true });
  Object.assign(process.env, { TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    writeFileSync(join(home, "unpacked"), "");
  } finally {
    for (const name of ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "HOME"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

function fontSettings(): string {
  const folders = [join(home, "fonts"), ...weights.map((weight) => join(fontPackage, weight)), "/usr/share/fonts"];
  const prefer = (generic: string) =>
    `<alias><family>${generic}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders
  .filter((folder) => existsSync(folder))
  .map((folder) => `<dir>${folder}</dir>`)
  .join("\n")}
<cachedir>${join(home, "font-cache")}</cachedir>
${["sans-serif", "system-ui", "PingFang SC", "Microsoft YaHei"].map(prefer).join("\n")}
</fontconfig>
`;
}

function inherited(): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known);
}
