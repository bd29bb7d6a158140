import { defineTexts } from "../../../app/language/texts.ts";

export const papersTexts = defineTexts({
  zh: {
    title: "必备材料",
    count: "已有 {there} / {of}",
    hint: "手头有的打勾即可，纸质材料留存备查，不必拍照；有电子文件也可附上。",
    inRecord: "{papers}由这条纪实形成，不必另交。",
    nothing: "不必另交",
    between: "、",
  },
  en: {
    title: "Papers",
    count: "{there} of {of} are there",
    hint: "Tick what there is; paper stays where it is kept and needs no photograph. A file may be attached.",
    inRecord: "This record itself is: {papers}.",
    nothing: "nothing to hand in",
    between: ", ",
  },
});
