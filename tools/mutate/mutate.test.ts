import { describe, expect, test } from "vitest";
import { readRepositoryFile, repositoryPaths } from "../source-files.ts";
import { byRoom, chosenFiles, mutatedFiles, roomOf } from "./rooms.ts";
import { isSurvivor, reaches, scoreLine, scoreOf } from "./score.ts";

const rules = mutatedFiles(repositoryPaths());
const mutants = (fileName: string, statuses: Record<string, number>) =>
  Object.entries(statuses).flatMap(([status, count]) => Array.from({ length: count }, () => ({ fileName, status })));

describe("what is mutated", () => {
  test("every rule of assessment, neither tests nor what only tests use", () => {
    expect(rules.length).toBeGreaterThan(60);
    expect(rules).toContain("domain/assessment/things.ts");
    expect(rules.filter((path) => !path.startsWith("domain/assessment/") || /test/.test(path))).toEqual([]);
  });

  test("no rule is left out of the count by a comment", () => {
    expect(rules.filter((path) => readRepositoryFile(path).includes("Stryker"))).toEqual([]);
  });

  test("room by room, each file in one", () => {
    expect(byRoom(rules).map(([room]) => room)).toEqual([
      "boards",
      "definitions",
      "explanation",
      "formulas",
      "periods",
      "scoring",
      "things",
      "validation",
      "what-if",
    ]);
    expect(
      byRoom(rules)
        .flatMap(([, files]) => files)
        .sort(),
    ).toEqual(rules);
  });

  test("a room, a file by its name or its path, or all", () => {
    const rank = "domain/assessment/boards/rank-rules.ts";
    expect(roomOf(rank)).toBe("boards");
    expect(roomOf("domain/assessment/things.ts")).toBe("things");
    for (const name of ["rank-rules", "rank-rules.ts", "boards/rank-rules", rank]) {
      expect(chosenFiles(rules, [name])).toEqual({ files: [rank], unknown: [] });
    }
    const { files } = chosenFiles(rules, ["boards", "rank-rules"]);
    expect(files).toEqual(rules.filter((path) => path.startsWith("domain/assessment/boards/")));
    expect(chosenFiles(rules, [])).toEqual({ files: rules, unknown: [] });
    expect(chosenFiles(rules, ["rules", "rank-rules"])).toEqual({ files: [rank], unknown: ["rules"] });
  });
});

describe("the score", () => {
  const board = "domain/assessment/boards/rank-rules.ts";

  test("is killed and timed out among all that are valid; what no test reaches and what was ignored counts against", () => {
    const found = mutants(board, {
      Killed: 7,
      Timeout: 1,
      Survived: 1,
      NoCoverage: 1,
      Ignored: 2,
      CompileError: 5,
      RuntimeError: 5,
    });
    expect(scoreOf("total", found)).toEqual({ name: "total", killed: 8, valid: 12 });
    expect([...new Set(found.filter(isSurvivor).map(({ status }) => status))]).toEqual([
      "Survived",
      "NoCoverage",
      "Ignored",
    ]);
  });

  test("of 90 is enough, a hair less isn't and never reads like it, and nothing mutated isn't a success", () => {
    expect(reaches({ name: "total", killed: 9, valid: 10 })).toBe(true);
    const short = { name: "total", killed: 89_999, valid: 100_000 };
    expect(reaches(short)).toBe(false);
    expect(scoreLine(short)).toBe("total        score  89.99 % of 100000 mutants");
    expect(reaches({ name: "total", killed: 0, valid: 0 })).toBe(false);
  });
});
