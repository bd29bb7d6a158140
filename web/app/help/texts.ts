import { defineTexts } from "../language/texts.ts";

export const helpTexts = defineTexts({
  zh: {
    title: "这一页的说明",
    chapter: "看这一章",
    guide: "打开使用说明",
    allWords: "全部名词",
    noHelp: "这个地址没有页面，所以没有说明。请打开使用说明，或从导航进入。",
    offer: "第一次使用？三步看一遍，最重要的在哪里。",
    offerYes: "带我看看",
    offerNo: "不用了",
    tourNext: "下一步",
    tourBack: "上一步",
    tourEnd: "知道了",
  },
  en: {
    title: "About this page",
    chapter: "Read the chapter",
    guide: "Open the guide",
    allWords: "All words",
    noHelp: "There is no page at this address, so there is no help for it. Open the guide, or use the navigation.",
    offer: "New here? Three steps show where the most important things are.",
    offerYes: "Show me",
    offerNo: "No, thanks",
    tourNext: "Next",
    tourBack: "Back",
    tourEnd: "Done",
  },
});
