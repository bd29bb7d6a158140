import { z } from "zod";

/** One setting of the program: its variable, what it means, what it may be, and what it is when nobody sets it. */
type Setting = {
  readonly variable: string;
  readonly zh: string;
  readonly en: string;
  readonly default: string | null;
  readonly secret: boolean;
  readonly value: z.ZodType<unknown, string>;
};

const text = z.string().min(1);
const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(65_535));
const yesNo = z.enum(["yes", "no"]).transform((word) => word === "yes");
const address = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const zone = z.string().refine((name) => Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC");

/** Every setting there is. The page docs/operate/configuration.md is written from this table. */
export const settings = {
  port: {
    variable: "PORT",
    zh: "网页和接口的端口",
    en: "Port of pages and API",
    default: "7080",
    secret: false,
    value: port,
  },
  host: {
    variable: "HOST",
    zh: "监听的地址；0.0.0.0 表示本机所有地址",
    en: "Address to listen on; 0.0.0.0 is every address of this machine",
    default: "127.0.0.1",
    secret: false,
    value: text,
  },
  dataFolder: {
    variable: "DUTYLOOP_DATA",
    zh: "数据文件夹：自带数据库、照片、审计锚",
    en: "Data folder: own database, photographs, audit anchors",
    default: ".dutyloop/data",
    secret: false,
    value: text,
  },
  keysFile: {
    variable: "DUTYLOOP_KEYS",
    zh: "密钥文件，放在数据文件夹之外；不设时为 <数据文件夹>.keys.json",
    en: "Key file, outside the data folder; <data folder>.keys.json when not set",
    default: null,
    secret: false,
    value: text,
  },
  databaseUrl: {
    variable: "DATABASE_URL",
    zh: "自备 PostgreSQL（15 起）的应用角色地址",
    en: "Your own PostgreSQL (15 or newer), as the application role",
    default: null,
    secret: true,
    value: address,
  },
  databaseOwnerUrl: {
    variable: "DATABASE_OWNER_URL",
    zh: "同一数据库的属主角色地址，只用于升级表结构",
    en: "The same database as the owner role, used to migrate only",
    default: null,
    secret: true,
    value: address,
  },
  backupRole: {
    variable: "DUTYLOOP_BACKUP_ROLE",
    zh: "自备数据库中备份角色的名称",
    en: "Name of the backup role in your own database",
    default: "dutyloop_backup",
    secret: false,
    value: text,
  },
  demoPassword: {
    variable: "DUTYLOOP_DEMO_PASSWORD",
    zh: "演示账号的密码；不设时随机生成并显示",
    en: "Password of the demo accounts; random and printed when not set",
    default: null,
    secret: true,
    value: z.string().min(10).max(128),
  },
  logLevel: {
    variable: "DUTYLOOP_LOG_LEVEL",
    zh: "日志级别",
    en: "Log level",
    default: "warn",
    secret: false,
    value: z.enum(["debug", "info", "warn", "error"]),
  },
  publicUrl: {
    variable: "DUTYLOOP_PUBLIC_URL",
    zh: "用户打开的地址；以 https 开头时只用加密的会话",
    en: "Address users open; with https, sessions are sent encrypted only",
    default: null,
    secret: false,
    value: z.url({ protocol: /^https?$/ }),
  },
  trustProxy: {
    variable: "DUTYLOOP_TRUST_PROXY",
    zh: "前面有反向代理并写入 X-Forwarded-For 时为 yes",
    en: "yes behind a proxy that writes X-Forwarded-For",
    default: "no",
    secret: false,
    value: yesNo,
  },
  metricsToken: {
    variable: "DUTYLOOP_METRICS_TOKEN",
    zh: "读取 /metrics 的令牌；不设时只有本机可读",
    en: "Token to read /metrics; this machine only when not set",
    default: null,
    secret: true,
    value: z.string().min(16),
  },
  worker: {
    variable: "DUTYLOOP_WORKER",
    zh: "inline：计分和审计封存在本进程；separate：另起 worker",
    en: "inline: scoring and sealing in this program; separate: in a worker of its own",
    default: "inline",
    secret: false,
    value: z.enum(["inline", "separate"]),
  },
  timeZone: {
    variable: "DUTYLOOP_TIME_ZONE",
    zh: "一天从何时开始的时区",
    en: "Time zone in which a day begins",
    default: "Asia/Shanghai",
    secret: false,
    value: zone,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** Read from the environment only: the file that holds the other settings. */
export const fileVariable = "DUTYLOOP_CONFIG";
