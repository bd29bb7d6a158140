/** What a branch is called beside others of its kind: a head that says 支部 needn't be read again in each line. */
export function shortBranchName(name: string): string {
  const rest = name.replace(/党支部$/, "");
  // 第一 alone, or 联合 at the end, would be no name.
  return rest.length < 2 || /(第[一二三四五六七八九十百零\d]+|联合|项目|临时)$/.test(rest) ? name : rest;
}
