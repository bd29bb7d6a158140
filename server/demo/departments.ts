import type { CharacterName } from "./characters.ts";

/** An invented city's power supply company: neither the place nor the company exists. */
export const company = { code: "lanyang", name: "澜阳供电公司党委" } as const;

export type Department = {
  readonly name: string;
  /** 考核类别 of its branch. */
  readonly class: string;
  /** Members, 预备党员 included. */
  readonly members: number;
  readonly character: CharacterName;
};

const of =
  (className: Department["class"]) =>
  ([name, members, character]: readonly [string, number, CharacterName]): Department => ({
    name,
    class: className,
    members,
    character,
  });

/** One branch for each department. */
const departments: readonly Department[] = [
  ...(
    [
      ["办公室", 14, "exemplary"],
      ["发展策划部", 9, "steady"],
      ["人力资源部", 11, "exemplary"],
      ["财务资产部", 12, "steady"],
      ["安全监察部", 10, "exemplary"],
      ["党委党建部", 12, "exemplary"],
      ["监督审计部", 7, "steady"],
      ["法律合规部", 5, "steady"],
      ["物资管理部", 9, "hasty"],
      ["建设管理部", 13, "slipping"],
      ["数字化工作部", 8, "improving"],
      ["工会办公室", 6, "steady"],
      ["后勤保障部", 16, "hasty"],
    ] as const
  ).map(of("职能类")),
  ...(
    [
      ["运维检修部", 17, "steady"],
      ["变电运维中心", 18, "demo"],
      ["变电检修中心", 26, "exemplary"],
      ["输电运检中心", 24, "shifts"],
      ["配电运检中心", 28, "shifts"],
      ["电缆运检中心", 15, "steady"],
      ["电力调控中心", 22, "shifts"],
      ["二次检修中心", 19, "improving"],
      ["信息通信中心", 16, "exemplary"],
      ["带电作业中心", 14, "steady"],
      ["应急抢修中心", 20, "shifts"],
      ["物资配送中心", 11, "slipping"],
      ["工程项目管理中心", 15, "hasty"],
    ] as const
  ).map(of("生产类")),
  ...(
    [
      ["市场营销部", 16, "exemplary"],
      ["客户服务中心", 27, "steady"],
      ["计量中心", 21, "steady"],
      ["电费核算中心", 14, "exemplary"],
      ["用电检查中心", 17, "hasty"],
      ["综合能源服务中心", 12, "improving"],
      ["大客户服务中心", 10, "steady"],
      ["充电服务中心", 8, "slipping"],
    ] as const
  ).map(of("营销类")),
  ...(
    [
      ["河东供电所", 19, "steady"],
      ["柳湾供电所", 16, "shifts"],
      ["石桥供电所", 23, "exemplary"],
      ["青坪供电所", 15, "hasty"],
      ["云岭供电所", 18, "slipping"],
      ["沙洲供电所", 14, "improving"],
      ["松园供电所", 22, "shifts"],
      ["北湖供电所", 17, "steady"],
      ["园区供电中心", 20, "exemplary"],
    ] as const
  ).map(of("供电所类")),
];

/** The department whose branch a visitor of the demo works in. */
export const demoDepartment = "变电运维中心";

/** All departments, or about so many of them, spread over the list and always with the demo's own. */
export function chosenDepartments(wanted: number = departments.length): Department[] {
  const step = Math.max(1, Math.ceil(departments.length / wanted));
  return departments.filter(({ name }, index) => index % step === 0 || name === demoDepartment);
}
