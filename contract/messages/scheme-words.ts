/** How long a scheme's period is, whose a version is and who uses it, on pages and in workbooks. */
export const schemeWords = {
  zh: {
    month: "月",
    quarter: "季",
    half_year: "半年",
    year: "年",
    library: "内置库",
    elsewhere: "其他组织",
    notUsed: "还没有单位采用",
    versionNumber: "第 {version} 版",
  },
  en: {
    month: "month",
    quarter: "quarter",
    half_year: "half-year",
    year: "year",
    library: "built-in library",
    elsewhere: "another organisation",
    notUsed: "Nobody uses it yet",
    versionNumber: "version {version}",
  },
} as const;
