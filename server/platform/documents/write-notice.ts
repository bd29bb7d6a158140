import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  FrameAnchorType,
  FrameWrap,
  Header,
  HorizontalPositionAlign,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from "docx";
import { exactly, line, printable, written } from "./document-blocks.ts";
import { imprintFollowsText } from "./notice-pages.ts";
import type { OfficialNotice } from "./official-notice.ts";
import {
  faces,
  footerDistance,
  imprintIndent,
  issuerAbove,
  lineHeight,
  margin,
  official,
  page,
  textWidth,
} from "./official-page.ts";
import { pageNumbers } from "./write-document.ts";

/**
 * A Word file of a 通报 in the layout of GB/T 9704: red head, title, recipient, text, 版记 on an even page, page numbers
 * outside.
 */
export function writeNotice(notice: OfficialNotice): Promise<Buffer> {
  const text = [
    issuer(notice),
    number(notice),
    title(notice),
    ...(notice.recipient === "" ? [] : [line(notice.recipient, "body", {})]),
    ...notice.blocks.map(written),
    ...(notice.proof === "" ? [] : [proof(notice)]),
  ];
  const sections = imprintFollowsText(notice)
    ? [section(notice, [...text, ...imprint(notice)])]
    : [section(notice, text), section(notice, imprint(notice), SectionType.EVEN_PAGE)];
  const document = new Document({
    title: printable(notice.title),
    creator: "DutyLoop",
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return Packer.toBuffer(document);
}

function section(notice: OfficialNotice, children: readonly FileChild[], type?: "evenPage"): ISectionOptions {
  return {
    properties: { ...(type && { type }), page: { size: page, margin: { ...margin, footer: footerDistance } } },
    headers: { default: markOf(notice), even: markOf(notice) },
    footers: pageNumbers(),
    children,
  };
}

function markOf({ mark }: OfficialNotice): Header {
  const run = new TextRun({ text: printable(mark), ...faces.mark });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })] });
}

/** The issuer's name in red, as large as one line of the page holds it; its upper edge 35 mm below the margin. */
function issuer({ issuer: name }: OfficialNotice): Paragraph {
  const size = Math.min(official.issuerAtMost, Math.floor((textWidth / 10 / Math.max(name.length, 1)) * 0.96));
  const run = new TextRun({ text: printable(name), ...faces.title, size, color: official.red });
  const height = Math.max(size * 10 + 100, lineHeight);
  const spacing = { before: issuerAbove, line: height, lineRule: LineRuleType.EXACT };
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing, widowControl: false, children: [run] });
}

/** Two lines below it the number, and 4 mm below that a red rule as wide as the text. */
function number({ number: text }: OfficialNotice): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: official.redRule, color: official.red, space: official.ruleBelow };
  return line(text, "body", {
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly, before: text === "" ? 0 : 2 * lineHeight },
    border: { bottom: rule },
  });
}

function title({ title: text }: OfficialNotice): Paragraph {
  const spacing = { line: 720, lineRule: LineRuleType.EXACT, before: 2 * lineHeight, after: lineHeight };
  return line(text, "title", { alignment: AlignmentType.CENTER, spacing });
}

function proof({ proof: text }: OfficialNotice): Paragraph {
  const run = new TextRun({ text: printable(text), ...faces.proof });
  return new Paragraph({
    spacing: { line: official.proofLine, lineRule: LineRuleType.EXACT, before: lineHeight },
    widowControl: false,
    children: [run],
  });
}

/** 抄送 and who prints it on which day, between rules, on the last line of the page it stands on. */
function imprint({ imprint: { copies, issuer: name, date } }: OfficialNotice): Paragraph[] {
  const lines = [...(copies === "" ? [] : [copies]), `${name}\t${date}`];
  const outer = { style: BorderStyle.SINGLE, size: official.outerRule, color: "000000", space: 1 };
  const inner = { ...outer, size: official.innerRule };
  return lines.map(
    (text, index) =>
      new Paragraph({
        frame: {
          type: "alignment",
          width: textWidth,
          anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
          alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
          wrap: FrameWrap.NOT_BESIDE,
        },
        spacing: exactly,
        widowControl: false,
        indent: { left: imprintIndent, right: imprintIndent },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth - imprintIndent }],
        border: {
          top: index === 0 ? outer : inner,
          ...(index === lines.length - 1 ? { bottom: outer } : {}),
        },
        children: [new TextRun({ text: printable(text), ...faces.imprint })],
      }),
  );
}
