import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { describe, expect, test } from "vitest";
import { docx, pdf, pdfString, pptx } from "../../testing/papers.ts";
import { jpeg, png } from "../../testing/photographs.ts";
import { workbookOf, zipOf } from "../../testing/workbooks.ts";
import { fileKindOf } from "./file-kind.ts";

const told = async (bytes: Buffer) => {
  const file = await fileKindOf(bytes, () => {});
  return isRefusal(file) ? file.code : file.mediaType;
};
const textsOf = async (bytes: Buffer) => {
  const texts: string[] = [];
  await fileKindOf(bytes, (text) => texts.push(text));
  return texts.join("\n");
};
const office = "application/vnd.openxmlformats-officedocument.";
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const program = Buffer.concat([Buffer.from("MZ\u0090\0\u0003\0"), Buffer.alloc(2000, 7)]);
const page = "<!doctype html><script>alert(1)</script>";

test.each<[string, Buffer, string]>([
  ["a photograph", jpeg(), "image/jpeg"],
  ["a picture", png(), "image/png"],
  ["a Word file", docx(["学习方案"]), `${office}wordprocessingml.document`],
  ["a workbook", workbookOf({ 签到: [["姓名"], ["张三"]] }), `${office}spreadsheetml.sheet`],
  ["a presentation", pptx(["党课课件"]), `${office}presentationml.presentation`],
  ["a PDF", pdf({ page: "BT (plan) Tj ET" }), "application/pdf"],
  ["a text in UTF-8", Buffer.from("\uFEFF发言提纲\r\n一、认识"), "text/plain"],
  ["a text as Windows writes it", Buffer.from("b7a2d1d4cce1b8d9", "hex"), "text/plain"],
  ["a text in UTF-16", Buffer.from("\uFEFF发言提纲", "utf16le"), "text/plain"],
])("%s is taken for what it is", async (_name, bytes, mediaType) => {
  expect(await told(bytes)).toBe(mediaType);
});

describe("is refused, whatever its name", () => {
  test.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "file.empty"],
    ["a program", program, "file.kind_not_allowed"],
    ["a page", Buffer.from(page), "file.kind_not_allowed"],
    ["a page behind some words", Buffer.from(`发言提纲\n${page}`), "file.kind_not_allowed"],
    ["a drawing with a script", Buffer.from("<svg xmlns='x'><script/></svg>"), "file.kind_not_allowed"],
    ["a program of a shell", Buffer.from("#!/bin/sh\nrm -rf /\n"), "file.kind_not_allowed"],
    ["a program of Windows", Buffer.from("@echo off\r\ndel *.*\r\n"), "file.kind_not_allowed"],
    ["a program of PHP", Buffer.from("<?php system($_GET[0]);"), "file.kind_not_allowed"],
    ["an RTF", Buffer.from("{\\rtf1 text}"), "file.kind_not_allowed"],
    ["an old Word file", oldOffice, "file.kind_not_allowed"],
    ["an archive", zipOf([{ name: "a.txt", bytes: Buffer.from("a") }]), "file.kind_not_allowed"],
    ["a video", Buffer.concat([Buffer.from("\0\0\0\u0018ftypmp42"), Buffer.alloc(99)]), "file.kind_not_allowed"],
    ["half a photograph", jpeg().subarray(0, 120), "file.kind_not_allowed"],
    ["only blanks", Buffer.from("  \n"), "file.kind_not_allowed"],
    [
      "an archive that says it is Word",
      zipOf([{ name: "word/document.xml", bytes: Buffer.from("<w:document/>") }]),
      "file.kind_not_allowed",
    ],
    [
      "a Word file with a password",
      Buffer.concat([oldOffice, Buffer.from("EncryptedPackage", "utf16le")]),
      "file.encrypted",
    ],
    ["an encrypted part", docx([], [{ name: "word/a.xml", bytes: Buffer.from("a"), flags: 1 }]), "file.encrypted"],
    ["a PDF with a password", pdf({ trailer: "/Encrypt 9 0 R" }), "file.encrypted"],
    ["a Word file with macros", docx([], [{ name: "word/vbaProject.bin", bytes: program }]), "file.macro"],
    [
      "a .docm renamed",
      docx([], [], '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'),
      "file.macro",
    ],
    [
      "a workbook with macros of old",
      docx([], [{ name: "xl/macrosheets/sheet1.xml", bytes: Buffer.from("a") }]),
      "file.macro",
    ],
    ["a program inside of a paper", docx([], [{ name: "word/embeddings/ole1.bin", bytes: program }]), "file.macro"],
    ["a PDF with a script", pdf({ objects: "5 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj" }), "file.macro"],
    ["a PDF with a script, its name written otherwise", pdf({ objects: "<< /S /J#61vaScript >>" }), "file.macro"],
    ["a PDF that starts a program", pdf({ objects: "<< /S /Launch /F (cmd.exe) >>" }), "file.macro"],
    ["half a PDF", pdf().subarray(0, 120), "file.damaged"],
    ["half a Word file", docx(["a"]).subarray(0, 200), "file.damaged"],
    [
      "a Word file that swells",
      docx([], [{ name: "word/media/a.bmp", bytes: Buffer.alloc(9 * 1024 * 1024) }]),
      "file.archive_too_large",
    ],
    ["a PDF that swells", pdf({ packed: true, page: " ".repeat(40 * 1024 * 1024) }), "file.archive_too_large"],
  ])("%s", async (_name, bytes, code) => {
    expect(await told(bytes)).toBe(code);
  });
});

test("the words of a paper are read where they stand: paragraphs, cells, slides, heads, water marks, titles", async () => {
  expect(await textsOf(docx(["机密文件", "第二段"]))).toMatch(/^机密文件\n第二段\n/);
  const head = {
    name: "word/header1.xml",
    bytes: Buffer.from("<w:hdr><w:p><w:r><w:t>秘密★1年</w:t></w:r></w:p></w:hdr>"),
  };
  expect(await textsOf(docx(["正文"], [head]))).toContain("秘密★1年");
  const mark = { name: "word/header2.xml", bytes: Buffer.from('<v:textpath style="" string="绝密&#x2605;"/>') };
  expect(await textsOf(docx(["正文"], [mark]))).toContain("绝密★");
  expect(await textsOf(workbookOf({ 表: [["机密"], ["甲"]] }))).toMatch(/^机密$/m);
  expect(await textsOf(workbookOf({ 机密: [["甲"]] }))).toMatch(/^机密$/m);
  expect(await textsOf(pptx(["秘密", "第一页"]))).toMatch(/^秘密$/m);
});

test("the strings of a PDF are read, packed or not, whatever their encoding", async () => {
  const gbk = "\u00bb\u00fa\u00c3\u00dc";
  expect(await textsOf(pdf({ objects: `<< /Title ${pdfString("机密材料")} >>` }))).toContain("机密材料");
  expect(await textsOf(pdf({ page: `BT [(${gbk.slice(0, 2)}) -12 (${gbk.slice(2)})] TJ ET` }))).toMatch(/^机密$/m);
  expect(await textsOf(pdf({ packed: true, page: `BT (${gbk}) Tj ET` }))).toMatch(/^机密$/m);
  const utf8 = Buffer.from("绝密（一）", "utf8").toString("latin1");
  expect(await textsOf(pdf({ page: `(${utf8}) Tj (a\\(b\\)\\101) Tj (c (d) e) Tj` }))).toMatch(
    /绝密（一）\na\(b\)A\nc \(d\) e/,
  );
});

test("what is made to take long doesn't", async () => {
  const brackets = pdf({ page: "(".repeat(4_000_000) });
  const signs = docx(["<".repeat(200_000)]);
  const blanks = Buffer.from(`${" ".repeat(4_000_000)}a`);
  const began = performance.now();
  for (const bytes of [brackets, signs, blanks]) await told(bytes);
  expect(performance.now() - began).toBeLessThan(5_000);
});
