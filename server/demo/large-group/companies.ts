/** An invented group of technology companies: neither the places nor the companies exist. */
export const largeGroup = { code: "jichuan", name: "霁川科技集团党委", unit: "霁川科技集团" } as const;

const regions = [
  "云汀",
  "白榆",
  "青岚",
  "临澍",
  "望溪",
  "长汐",
  "东棠",
  "南屿",
  "西峤",
  "北澜",
  "苍霖",
  "星渚",
  "雁泽",
] as const;
const trades = [
  "智能装备",
  "电气设备",
  "软件",
  "信息技术",
  "自动化",
  "新能源",
  "工程技术",
  "检测技术",
  "仪表",
  "储能",
  "材料",
  "通信",
  "咨询",
] as const;

/** A department has a branch of its own, or shares one with another. */
export type LargeDepartment = { readonly name: string; readonly class: string; readonly sharedWith?: string };
export type Company = {
  readonly name: string;
  /** What it makes or does; of the head office what it is for. */
  readonly trade: string;
  readonly region: string;
  readonly committee: { readonly name: string; readonly kind: "COMMITTEE" | "OFFICE_COMMITTEE" };
  readonly departments: readonly LargeDepartment[];
  /** What a general branch stands over; empty where there is none. */
  readonly laboratories: readonly LargeDepartment[];
  readonly worksOverseas: boolean;
};

/** Subsidiaries of the whole group, beside its head office. */
export const mostCompanies = 26;
const withEightDepartments = 7;
const withJointBranch = 12;
const worksOverseas = 18;

/** So many subsidiaries and, last, the head office. */
export function companiesOf(subsidiaries: number): Company[] {
  return [...Array.from({ length: subsidiaries }, (_, index) => subsidiary(index)), headOffice()];
}

/** Two subsidiaries lie in each region, in different trades. */
function subsidiary(index: number): Company {
  const region = regions[index % regions.length] as string;
  const round = Math.floor(index / regions.length);
  const trade = trades[(index * 5 + round * 4) % trades.length] as string;
  const name = `${region}${trade}公司`;
  const departments = departmentsOf(index < withJointBranch);
  return {
    name,
    trade,
    region,
    committee: { name: `${name}党委`, kind: "COMMITTEE" },
    departments: index < withEightDepartments ? departments : departments.slice(0, -1),
    laboratories: ["一室", "二室", "三室", "四室"].map((room) => ({ name: `研发中心${room}`, class: "研发类" })),
    worksOverseas: index < worksOverseas,
  };
}

function departmentsOf(joint: boolean): LargeDepartment[] {
  return [
    { name: "综合管理部", class: "职能类", ...(joint ? { sharedWith: "财务部" } : {}) },
    { name: "研发一部", class: "研发类" },
    { name: "研发二部", class: "研发类" },
    { name: "生产制造部", class: "生产类" },
    { name: "质量管理部", class: "生产类" },
    { name: "市场营销部", class: "营销类" },
    { name: overseasDepartment, class: "营销类" },
    { name: "项目管理部", class: "职能类" },
  ];
}

/** The department whose branch covers the company's project overseas. */
export const overseasDepartment = "工程服务部";

function headOffice(): Company {
  const names = ["办公室", "发展规划部", "人力资源部", "财务资产部", "科技创新部", "党建工作部", "审计监督部"];
  return {
    name: "集团本部",
    trade: "管理",
    region: regions[0],
    committee: { name: "集团本部机关党委", kind: "OFFICE_COMMITTEE" },
    departments: names.map((name) => ({ name, class: "职能类" })),
    laboratories: [],
    worksOverseas: false,
  };
}
