import { docx, pdf } from "../../server/testing/papers.ts";
import { jpeg, png } from "../../server/testing/photographs.ts";
import { workbookOf, zipOf } from "../../server/testing/workbooks.ts";

export type HostileFile = { readonly name: string; readonly bytes: Buffer };

const megabyte = 1024 * 1024;
const part = (name: string, bytes: Buffer | string = name, states?: number) => {
  const content = Buffer.from(bytes);
  return states === undefined ? { name, bytes: content } : { name, bytes: content, states };
};
const needed = [part("[Content_Types].xml"), part("xl/workbook.xml")];
const page = "<!doctype html><script>alert(document.cookie)</script>";
// In two pieces, so that this file isn't taken for it.
const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR${"-STANDARD-ANTIVIRUS-TEST-FILE"}!$H+H*`);
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
/** What a file on this machine would bring in, were it read. */
export const ofThisMachine = "dutyloop-file-of-this-machine";

/** Sent to everything that takes a workbook. */
export function hostileWorkbooks(outside: string): HostileFile[] {
  const zeros = Buffer.alloc(256 * megabyte);
  const bomb = zipOf([...needed, part("xl/worksheets/sheet1.xml", zeros)]);
  const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://${outside}">]>`;
  const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join("");
  const sheet = (head: string, text: string) =>
    zipOf([
      part("[Content_Types].xml", "<Types/>"),
      part("xl/workbook.xml", `${head}<workbook><sheets><sheet name="组织" sheetId="1"/></sheets></workbook>`),
      part(
        "xl/worksheets/sheet1.xml",
        `${head}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      ),
    ]);
  return [
    { name: "262 KB that swell to 256 MB", bytes: bomb },
    {
      name: "a part that states a false size",
      bytes: zipOf([...needed, part("xl/a.xml", zeros.subarray(0, 64 * megabyte), 10)]),
    },
    { name: "an archive inside", bytes: zipOf([part("inner.zip", bomb)]) },
    { name: "65 535 parts", bytes: zipOf(Array.from({ length: 65_535 }, (_, at) => part(`xl/${at}`, ""))) },
    { name: "a part outside its folder", bytes: zipOf([...needed, part("../../../../tmp/slipped")]) },
    { name: "an entity of a file", bytes: sheet(entity, "&e;") },
    { name: "entities that multiply", bytes: sheet(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, "&l30;") },
    { name: "a page named as a workbook", bytes: Buffer.from(page) },
    { name: "a test virus", bytes: eicar },
    { name: "nothing", bytes: Buffer.alloc(0) },
    { name: "an .xls", bytes: oldOffice },
    { name: "half a workbook", bytes: workbookOf({ 组织: [["组织代码"]] }).subarray(0, 300) },
    { name: "a part twice", bytes: zipOf([...needed, part("xl/workbook.xml")]) },
  ];
}

/** Sent as photographs and as papers of a record. */
export function hostilePapers(): HostileFile[] {
  const start = Buffer.from("89504e470d0a1a0a", "hex");
  return [
    { name: "a page that begins as a PNG", bytes: Buffer.concat([start, Buffer.from(page)]) },
    { name: "a page that begins as a JPEG", bytes: Buffer.concat([Buffer.from("ffd8ffe0", "hex"), Buffer.from(page)]) },
    { name: "a drawing with a script", bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>") },
    { name: "a page", bytes: Buffer.from(page) },
    { name: "nothing", bytes: Buffer.alloc(0) },
    { name: "a program", bytes: Buffer.concat([Buffer.from("MZ\u0090\0\u0003\0"), Buffer.alloc(2000, 7)]) },
    { name: "half a photograph", bytes: jpeg().subarray(0, 120) },
    { name: "half a picture", bytes: png().subarray(0, 40) },
    { name: "a Word file with a program", bytes: docx(["x"], [part("word/vbaProject.bin", "x")]) },
    { name: "a Word file that swells", bytes: docx(["x"], [part("word/media/a.bin", Buffer.alloc(256 * megabyte))]) },
    {
      name: "a PDF with a script",
      bytes: pdf({ objects: "2 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj" }),
    },
    { name: "an old Word file", bytes: oldOffice },
  ];
}
