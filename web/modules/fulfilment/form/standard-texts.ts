import { defineTexts } from "../../../app/language/texts.ts";

export const standardTexts = defineTexts({
  zh: {
    counts: "可计为{type}",
    countsNot: "还不计为{type}：缺{lacks}",
    countsMaybe: "是否计为{type}，提交后由系统按到会人数判断",
    countsAt: "{host}：缺{lacks}",
    eachAlone: "每种类型各按自己的必备要素判断，缺一种不影响其他。",
    between: "、",
  },
  en: {
    counts: "Counts as: {type}",
    countsNot: "Doesn't count as {type} yet; missing: {lacks}",
    countsMaybe: "Whether it counts as {type} is judged after submission, by who was there",
    countsAt: "{host}: missing {lacks}",
    eachAlone: "Each type is judged by what it needs itself; one that isn't met takes nothing from the others.",
    between: ", ",
  },
});
