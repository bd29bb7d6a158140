/** The sentence for a field or anything inside it: "attendance" also answers for "attendance.3.reason". */
export function problemOf(problems: Record<string, string>, field: string): string | undefined {
  const path = Object.keys(problems).find((key) => key === field || key.startsWith(`${field}.`));
  return path === undefined ? undefined : problems[path];
}
