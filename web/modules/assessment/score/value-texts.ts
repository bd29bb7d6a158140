import { defineTexts } from "../../../app/language/texts.ts";

/** Values of attributes that facts carry, by their code. */
export const valueTexts = defineTexts({
  zh: {
    general: "一般",
    serious: "严重",
    major: "重大",
    fatal: "特别重大",
    minor: "轻微",
    on_time: "按期",
    late: "延期完成",
    group: "集团级",
    provincial: "省级",
    national: "国家级",
    company: "公司级",
  },
  en: {
    general: "general",
    serious: "serious",
    major: "major",
    fatal: "fatal",
    minor: "minor",
    on_time: "on time",
    late: "late, extended",
    group: "of the group",
    provincial: "provincial",
    national: "national",
    company: "of the company",
  },
});
