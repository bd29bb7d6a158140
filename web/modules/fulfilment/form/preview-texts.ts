import { defineTexts } from "../../../app/language/texts.ts";

export const previewTexts = defineTexts({
  zh: {
    will: "提交后将满足 {count} 项责任",
    willNone: "按现在填写的内容，不满足任何责任",
    soFar: "还没填完，按现在的内容计算",
    lacks: "：缺{missing}",
    between: "、",
    deviations: "与“一般”要求不同",
    deviationsHint: "文件对这些写的是“一般应当”。可以不同，请简单写明原因，随纪实保留。",
    reasonFor: "{name}：原因",
    noReason: "录入时没有要求写原因。",
  },
  en: {
    will: "Duties it discharges once submitted: {count}",
    willNone: "As it stands, it discharges no duty",
    soFar: "Not filled in yet; counted as it stands",
    lacks: ": missing {missing}",
    between: ", ",
    deviations: "Other than is general",
    deviationsHint:
      "The text says “generally”. It may be otherwise; say shortly why. The reason stays with the record.",
    reasonFor: "{name}: why",
    noReason: "Nobody was asked for a reason.",
  },
});
