import { describe, expect, test } from "vitest";
import { workbookOf, type ZipPart, zipOf } from "../../testing/workbooks.ts";
import { archiveLimits, archiveRefusal } from "./check-archive.ts";
import { rosterLimits } from "./read-workbook.ts";

const told = async (bytes: unknown, limits = archiveLimits) => (await archiveRefusal(bytes, limits))?.code ?? "taken";
const part = (name: string, bytes = Buffer.from(name), over: Partial<ZipPart> = {}): ZipPart => ({
  name,
  bytes,
  ...over,
});
const needed = [part("[Content_Types].xml"), part("xl/workbook.xml")];
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

test("a workbook is taken", async () => {
  expect(await told(workbookOf({ 数据: [["组织编码"]] }))).toBe("taken");
  expect(await told(zipOf(needed))).toBe("taken");
});

describe("refused before anything parses it", () => {
  test.each<[string, unknown, string]>([
    ["nothing", undefined, "workbook.empty"],
    ["an object that isn't a file", { a: 1 }, "workbook.empty"],
    ["an empty file", Buffer.alloc(0), "workbook.empty"],
    ["a text", Buffer.from("组织编码,数值"), "workbook.not_xlsx"],
    ["three bytes", Buffer.from("PK"), "workbook.not_xlsx"],
    ["an archive of something else", zipOf([part("readme.txt")]), "workbook.not_xlsx"],
    ["an archive without the workbook", zipOf(needed.slice(0, 1)), "workbook.not_xlsx"],
    ["an .xls", oldOffice, "workbook.old_format"],
    [
      "a workbook with a password",
      Buffer.concat([oldOffice, Buffer.from("EncryptedPackage", "utf16le")]),
      "workbook.password_protected",
    ],
    ["an encrypted part", zipOf([...needed, part("xl/a.xml", undefined, { flags: 1 })]), "workbook.password_protected"],
    ["half an archive", zipOf(needed).subarray(0, 60), "workbook.damaged"],
    ["a part named twice", zipOf([...needed, part("xl/workbook.xml")]), "workbook.damaged"],
    ["a part outside its folder", zipOf([...needed, part("../../etc/passwd")]), "workbook.damaged"],
    [
      "a part longer than it states",
      zipOf([...needed, part("xl/a.xml", zeros(2), { states: 10 })]),
      "workbook.damaged",
    ],
    [
      "a part shorter than it states",
      zipOf([...needed, part("xl/a.xml", Buffer.from("a"), { states: 9 })]),
      "workbook.damaged",
    ],
    ["a part that swells", zipOf([...needed, part("xl/a.xml", zeros(4))]), "workbook.bomb"],
    [
      "a part that states it swells",
      zipOf([...needed, part("xl/a.xml", Buffer.from("a"), { states: 2 ** 31 })]),
      "workbook.bomb",
    ],
    ["too many parts", zipOf(Array.from({ length: 501 }, (_, at) => part(`xl/${at}.xml`))), "workbook.bomb"],
  ])("%s", async (_name, bytes, code) => {
    expect(await told(bytes)).toBe(code);
  });

  test("a file above the limit, which is named in megabytes", async () => {
    expect(await archiveRefusal(Buffer.alloc(archiveLimits.bytes + 1))).toMatchObject({
      code: "workbook.too_large",
      values: { megabytes: 10 },
    });
  });

  test("262 KB that unpack to 256 MB, also where a roster may be larger", async () => {
    const bomb = zipOf([...needed, part("xl/worksheets/sheet1.xml", zeros(256))]);
    expect(bomb.length).toBeLessThan(300 * 1024);
    expect(await told(bomb, rosterLimits.archive)).toBe("workbook.bomb");
  }, 60_000);

  test("65 535 parts", async () => {
    const parts = Array.from({ length: 65_535 }, (_, at) => part(`xl/${at}`, Buffer.alloc(0)));
    // As many as the field can hold also mean that the true number stands elsewhere, where it doesn't.
    expect(["workbook.bomb", "workbook.damaged"]).toContain(await told(zipOf(parts), rosterLimits.archive));
  }, 60_000);

  test("many parts that swell together", async () => {
    const random = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919 * (at + 13)) % 251));
    const parts = [...needed, part("xl/a.xml", random), part("xl/b.xml", random)];
    expect(await told(zipOf(parts), { ...archiveLimits, unpacked: 80_100 })).toBe("taken");
    expect(await told(zipOf(parts), { ...archiveLimits, unpacked: 80_000 })).toBe("workbook.bomb");
  });
});
