import { secondFactorPolicies } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { z } from "zod";

/** One setting: its environment name, what may stand there, and what it means. */
export interface Setting {
  readonly name: string;
  /** Reads the text; a text it refuses is a problem with `expects`. */
  readonly schema: z.ZodType<unknown, string>;
  /** The text used when none is given; undefined where the value is worked out or absent. */
  readonly default?: string;
  /** How a default that depends on other settings is written in the documentation. */
  readonly shownDefault?: string;
  readonly expects: string;
  readonly secret: boolean;
  readonly meaning: { readonly zh: string; readonly en: string };
}

const text = z.string().min(1);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
const yesOrNo = z.enum(["yes", "no"]).transform((value) => value === "yes");
const postgresAddress = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const webAddress = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
});

/** Every setting there is. The documentation and `dutyloop config check` are made from this table. */
export const settings = [
  {
    name: "PORT",
    schema: wholeNumber(0, 65_535),
    default: "7080",
    expects: "0–65535",
    secret: false,
    meaning: { zh: "网页与接口的端口", en: "Port of the web pages and the API" },
  },
  {
    name: "HOST",
    schema: text,
    default: "127.0.0.1",
    expects: "an address or a host name",
    secret: false,
    meaning: {
      zh: "监听地址。默认只有本机能访问；要让其他机器访问，设为 0.0.0.0，并在前面放一个提供 HTTPS 的反向代理",
      en: "Address to listen on. By default only this machine can reach it; set 0.0.0.0 to open it to others, behind a reverse proxy that speaks HTTPS",
    },
  },
  {
    name: "DUTYLOOP_DATA",
    schema: text,
    shownDefault: "<clone>/.dutyloop/data",
    expects: "a folder",
    secret: false,
    meaning: { zh: "数据文件夹：自带数据库与上传的文件", en: "Data folder: the built-in database and uploaded files" },
  },
  {
    name: "DUTYLOOP_KEYS",
    schema: text,
    shownDefault: "<DUTYLOOP_DATA>.keys.json",
    expects: "a file outside the data folder",
    secret: false,
    meaning: {
      zh: "密钥文件，首次启动时生成，仅所有者可读。请与数据分开备份：没有它，审计链无法校验，加密字段无法读取",
      en: "File of the keys, made at the first start, readable by its owner alone. Back it up apart from the data: without it the audit chain can't be verified nor encrypted fields read",
    },
  },
  {
    name: "DATABASE_URL",
    schema: postgresAddress,
    expects: "postgresql://…",
    secret: true,
    meaning: {
      zh: "自有 PostgreSQL（15 或更新）的应用角色地址。不设则使用自带的数据库",
      en: "Address of the application's role on a PostgreSQL (15 or newer) of your own. Without it the built-in database is used",
    },
  },
  {
    name: "DATABASE_OWNER_URL",
    schema: postgresAddress,
    expects: "postgresql://…",
    secret: true,
    meaning: {
      zh: "同一数据库的所有者角色地址，只用于升级表结构；须与 DATABASE_URL 同时设置",
      en: "Address of the owner's role of the same database, used only to migrate; goes together with DATABASE_URL",
    },
  },
  {
    name: "DUTYLOOP_PUBLIC_URL",
    schema: webAddress,
    shownDefault: "http://<HOST>:<PORT>",
    expects: "http(s)://…",
    secret: false,
    meaning: { zh: "用户在浏览器中打开的地址", en: "The address users open in their browser" },
  },
  {
    name: "DUTYLOOP_TRUST_PROXY",
    schema: yesOrNo,
    default: "no",
    expects: "yes, no",
    secret: false,
    meaning: {
      zh: "是否信任反向代理给出的客户端地址；只有前面确有代理时才设为 yes",
      en: "Whether the reverse proxy's word on the client's address counts; yes only if there is such a proxy",
    },
  },
  {
    name: "DUTYLOOP_TIME_ZONE",
    schema: timeZone,
    default: "Asia/Shanghai",
    expects: "a time zone such as Asia/Shanghai",
    secret: false,
    meaning: { zh: "“今天”与截止时刻所依据的时区", en: "Time zone of “today” and of deadlines" },
  },
  {
    name: "DUTYLOOP_WORK_CALENDAR",
    schema: text,
    expects: "a YAML file",
    secret: false,
    meaning: {
      zh: "放假与调休的日历文件（YAML，按年份），见 docs/operate/work-calendar.md；不设则只含固定不变的法定假日",
      en: "File of public holidays and weekends worked instead (YAML, by year), see docs/operate/work-calendar.md; without it only the statutory days that never move",
    },
  },
  {
    name: "DUTYLOOP_WORKER",
    schema: z.enum(["inline", "separate"]),
    default: "inline",
    expects: "inline, separate",
    secret: false,
    meaning: {
      zh: "后台任务在本进程内运行（inline），还是由单独的进程运行（separate）",
      en: "Background work in this process (inline) or in one of its own (separate)",
    },
  },
  {
    name: "DUTYLOOP_SECOND_FACTOR_FOR",
    schema: z.enum(secondFactorPolicies),
    default: "nobody",
    expects: "nobody, administrators, everybody",
    secret: false,
    meaning: {
      zh: "谁必须使用两步验证（口令加验证码）：无人、三类管理员、所有人。被要求而未设置的，登录后先设置；其他人可自愿打开",
      en: "Who must sign in with a second factor (password and code): nobody, the three administrators, everybody. Who has none sets it up right after sign-in; others may turn it on",
    },
  },
  {
    name: "DUTYLOOP_LOG_LEVEL",
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    default: "info",
    expects: "fatal, error, warn, info, debug, trace, silent",
    secret: false,
    meaning: { zh: "日志的详细程度", en: "How much is logged" },
  },
  {
    name: "DUTYLOOP_METRICS_TOKEN",
    schema: z.string().min(16),
    expects: "at least 16 characters",
    secret: true,
    meaning: {
      zh: "读取 /metrics 所需的令牌；不设则只有本机可读",
      en: "Token needed to read /metrics; without it only this machine may",
    },
  },
  {
    name: "DUTYLOOP_DEMO_PASSWORD",
    schema: z.string().min(10),
    expects: "at least 10 characters",
    secret: true,
    meaning: {
      zh: "演示账号的密码；不设则随机生成并在首次启动时显示",
      en: "Password of the demo accounts; without it one is made at random and printed at the first start",
    },
  },
  {
    name: "DUTYLOOP_DEMO_GROUPS",
    schema: z.enum(["1", "2"]),
    default: "2",
    expects: "1, 2",
    secret: false,
    meaning: {
      zh: "演示的集团数；第二个集团较大，首次启动后在后台填入",
      en: "Groups of the demo; the second is large and filled in the background after the first start",
    },
  },
  {
    name: "DUTYLOOP_CONFIG",
    schema: text,
    expects: "a file",
    secret: false,
    meaning: {
      zh: "设置文件，每行一个 NAME=值，# 开头为注释；环境变量优先于文件",
      en: "File of settings, one NAME=value a line, # begins a comment; the environment wins over it",
    },
  },
  {
    name: "DUTYLOOP_TEST_DATABASE_URL",
    schema: postgresAddress,
    expects: "postgresql://…",
    secret: true,
    meaning: {
      zh: "仅供测试：在这台服务器（超级用户地址）上运行数据库测试",
      en: "For tests only: run the database tests on this server (a superuser's address)",
    },
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]["name"];
