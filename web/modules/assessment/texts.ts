import { defineTexts } from "../../app/language/texts.ts";

export const sectionTexts = defineTexts({
  zh: {
    sections: "考责",
    board: "榜",
    ownScore: "得分",
    periods: "期间",
    disputes: "申诉",
    bulletins: "通报",
    schemes: "方案",
    deliveries: "数据报送",
    judging: "打分",
  },
  en: {
    sections: "Assessment",
    board: "Board",
    ownScore: "Score",
    periods: "Periods",
    disputes: "Disputes",
    bulletins: "Bulletins",
    schemes: "Schemes",
    deliveries: "Deliveries",
    judging: "Judging",
  },
});
