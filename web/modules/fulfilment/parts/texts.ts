import { defineTexts } from "../../../app/language/texts.ts";

export const partTexts = defineTexts({
  zh: {
    title: "填报到会情况",
    correctTitle: "更正到会情况",
    about: "{title} · {date} · {lead}牵头",
    enterHint: "活动内容已由牵头支部填写。这里只填本支部党员的到会情况和列席人员；提交后完成本支部的责任。",
    correctHint: "这里只更正本支部的到会情况，活动内容和其他支部的部分不变。",
    seeText: "查看活动内容",
    notAwaited: "这次活动没有等待本支部填报的部分",
    notAwaitedText: "可能已经填报，或牵头支部改变了安排。",
    notMine: "由支部书记填报",
    notMineText: "填报联合活动中本支部的部分，需要支部书记的权限。",
    seeRecord: "查看这条纪实",
    lateReason: "逾期补录的原因",
    lateReasonHint: "这一天所在的月份已结束填报。原因长期保留，得分列为以前期间调整，不改榜。",
    discardText: "这台设备上填写的内容会删除，不能恢复。",
    dropText: "填写的内容还没有发出，放弃后不能恢复。",
    queuedText: "现在没有网络。填写的内容存在本机，联网后自动发送，不用重填。",
    sentAt: "到会情况已提交",
  },
  en: {
    title: "Enter who was there",
    correctTitle: "Correct who was there",
    about: "{title} · {date} · led by {lead}",
    enterHint:
      "The branch that leads has described the event. Enter only who of your members was there and who sat in; that discharges your branch's duty.",
    correctHint: "Only who was there of your branch is corrected here; the text and the other parts stay.",
    seeText: "See the event",
    notAwaited: "The event doesn't wait for this branch's part",
    notAwaitedText: "It may have been entered already, or the branch that leads has changed the arrangement.",
    notMine: "The branch secretary enters it",
    notMineText: "Entering your branch's part of a joint event needs the rights of its secretary.",
    seeRecord: "See this record",
    lateReason: "Why it is entered only now",
    lateReasonHint:
      "The books of that month are closed. The reason is kept; the points become an adjustment and change no board.",
    discardText: "What was entered on this device is removed and can't be brought back.",
    dropText: "What you entered hasn't gone out yet. It can't be brought back.",
    queuedText: "There is no line now. What you entered is kept on this device and goes out by itself.",
    sentAt: "has been entered",
  },
});
