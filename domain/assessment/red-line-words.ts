/**
 * What no score may be made of, by stem. Chinese stems are looked for in the text without blanks; English ones as
 * words, after codes are split at underscores, dots, hyphens and capitals. They are narrow on purpose: 设备在线率,
 * 停电时长 and visit.done are business and stay allowed.
 */
export type RedLine = {
  readonly rule: string;
  readonly chinese: readonly string[];
  readonly english: readonly RegExp[];
};

/** "logins", "log-ins", "log in count", but not "a log in good order". */
function goingIn(verb: string): RegExp {
  return new RegExp(
    `\\b${verb}(?: ?ins|in)\\b|\\b${verb} in(?:$| (?:counts?|rates?|numbers?|times|days|frequency)\\b)`,
  );
}

/** Traces of using a program: they measure the program, not the work (RES-06). */
const useOfProgram: RedLine = {
  rule: "RES-06",
  chinese: [
    "登录",
    "登陆",
    "点赞",
    "转发",
    "评论数",
    "评论量",
    "在线时长",
    "在线时间",
    "学习时长",
    "使用时长",
    "浏览时长",
    "停留时长",
    "浏览量",
    "浏览次数",
    "阅读量",
    "阅读数",
    "点击量",
    "点击数",
    "访问量",
    "访问次数",
    "活跃度",
    "活跃用户",
    "日活",
    "月活",
    "安装率",
    "安装使用率",
    "下载率",
    "关注数",
    "粉丝",
  ],
  english: [
    goingIn("log"),
    goingIn("sign"),
    /\blog ?ons?\b|\blogged (?:i|o)n\b/,
    /\b(?:likes|thumbs ?ups?)\b|\blike (?:counts?|numbers?|rate)\b|^like$/,
    /\b(?:re ?posts?|retweets?|shares?) (?:counts?|numbers?)\b|\b(?:reposts|retweets)\b/,
    /\bcomment (?:counts?|numbers?)\b/,
    /\btime (?:online|on (?:page|site|screen))\b|\b(?:online|screen|usage|dwell|browsing) (?:time|hours?|minutes?|duration)\b/,
    /\bpage ?views?\b|\bclicks?\b|\bviews? counts?\b|\bweb visits?\b/,
    /\b(?:active users?|daily active|install(?:ation)? rate|downloads?|followers?)\b/,
  ],
};

/** Photographs are never compulsory, so nothing is counted by them (RES-06). */
const photographs: RedLine = {
  rule: "RES-06",
  chinese: ["照片", "拍照", "图片数", "截图", "上传视频", "视频数", "摆拍"],
  english: [/\bphotos?\b|\bphotographs?\b|\bpictures?\b|\bselfies?\b|\bscreen ?shots?\b/],
};

/** Being somewhere, and being tracked there (PRV-17). */
const checkIns: RedLine = {
  rule: "PRV-17",
  chinese: ["签到", "打卡", "步数", "行动轨迹", "位置轨迹", "人员定位", "卫星定位", "精确位置", "人脸", "指纹"],
  english: [
    goingIn("check"),
    goingIn("clock"),
    goingIn("punch"),
    /^steps$|\bsteps? (?:counts?|numbers?|taken|walked)\b|\b(?:daily|walking) steps\b|\bpedometer\b/,
    /\bgps\b|\bgeo ?locations?\b|\blocation tracks?\b|\b(?:face|facial) recognition\b|\bfinger ?prints?\b/,
  ],
};

/** What somebody thinks or feels is surveyed for groups and never scored (PRV-09). */
const thoughts: RedLine = {
  rule: "PRV-09",
  chinese: ["思想指数", "思想动态", "情绪指数", "情绪分"],
  english: [/\b(?:thought|ideology|sentiment|mood|emotion) (?:index|indices|scores?|levels?)\b/],
};

export const redLines: readonly RedLine[] = [useOfProgram, photographs, checkIns, thoughts];
