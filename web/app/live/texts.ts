import { defineTexts } from "../language/texts.ts";

export const liveTexts = defineTexts({
  zh: {
    live: "自动更新",
    waiting: "自动更新已中断，正在重新连接",
    updated: "已更新",
  },
  en: {
    live: "Refreshes by itself",
    waiting: "No longer refreshing by itself; connecting again",
    updated: "Updated",
  },
});
