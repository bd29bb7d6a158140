/**
 * What no score may be made of, by stem. Chinese stems are looked for in the letters of the text alone; English ones as
 * words, after codes are split at punctuation, capitals and digits. They are narrow on purpose: 设备在线率, 停电时长,
 * 以上线路 and visit.done are business and stay allowed, and so is who took part in 线上会议.
 */
export type RedLine = {
  readonly rule: string;
  readonly chinese: readonly (string | RegExp)[];
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
    "登入",
    // Going online, not the going live of a project (系统上线) or a line (以上线路).
    /^上线$|(?:党员|人员|员工|职工|用户|每日|每天|人均|日均)上线(?!路|下|损|缆|索)|上线(?:次数|天数|时长|人数|频次|频率)/,
    "在线天数",
    "在线次数",
    "在线人数",
    /打开(?:次数|率|频次)/,
    /(?:app|应用|软件|平台|小程序|客户端|公众号|信息系统|账号|学习强国)的?使用(?:率|次数|频次|频率)/,
    /学习强国.{0,6}(?:积分|得分|分数|均分|排名|排行)/,
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
    "阅读次数",
    "阅读人数",
    "阅读时长",
    "已读率",
    "观看时长",
    "观看时间",
    "观看次数",
    "观看量",
    "播放量",
    "播放次数",
    "完播率",
    // Experience passed on to others is work.
    /(?<!经验|案例|成果|心得|体会|故事|知识|交流)分享(?:次数|量|数(?!据))/,
    /收藏(?:次数|量|数(?!据))/,
    /互动(?:量|率|数(?!据))/,
    "点击量",
    "点击数",
    "访问量",
    "访问次数",
    "活跃度",
    "活跃率",
    "活跃人数",
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
    /\b(?:likes|thumbs? ?ups?)\b|\blike (?:counts?|numbers?|rate)\b|^like$/,
    /\b(?:re ?posts?|retweets?|shares?) (?:counts?|numbers?)\b|\b(?:reposts|retweets)\b/,
    /\bcomment (?:counts?|numbers?)\b/,
    /\btime (?:spent )?(?:online|on (?:page|site|screen|(?:the )?app))\b|\b(?:minutes?|hours?|days?) (?:spent )?online\b/,
    /\b(?:online|screen|usage|dwell|browsing|watch(?:ing)?|viewing) (?:time|hours?|minutes?|days?|duration)\b/,
    /\bapps? (?:opens?|opened|openings?|launch(?:es)?|usage|use|visits?)\b|\b(?:opens|usage|use) of the app\b/,
    /(?<!\bmeter )\breads? (?:counts?|numbers?|rates?)\b|\bnumber of reads\b/,
    /\bup ?vot(?:es?|ed)\b|\bbookmarks?\b|\bfavou?rites? (?:counts?|numbers?)\b/,
    // Sessions of a program; those of a committee or a training are meetings.
    /^sessions?$|\b(?:user|app|web|browser|active|log ?in) sessions?\b/,
    /(?<!\b(?:training|study|plenary|committee|meeting|teaching) )\bsessions? (?:counts?|numbers?|length|duration|per user)\b/,
    /\b(?:page|video) ?views?\b|\bclicks?\b|\bviews? counts?\b|\bweb visits?\b/,
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

/** Persons are never ranked by a score (EVA-10); what organisations do for their members may be compared. */
const rankedPersons: RedLine = {
  rule: "EVA-10",
  chinese: [
    /(?:个人|党员|员工|职工|干部)(?:的|民主|积分|学分|得分|评分|考核|评议|绩效|先锋|指数|学习){0,4}(?:排名|排行|排位|名次)/,
  ],
  english: [
    /\b(?:personal|individual|(?:party )?members?|employees?|cadres?|staff)(?: s)?(?: (?:points?|scores?))? (?:rank(?:s|ings?)?|leader ?boards?|league tables?)\b/,
    /\b(?:rank(?:s|ings?)?|leader ?boards?) of (?:the )?(?:persons|people|individuals|(?:party )?members|employees|cadres|staff)\b/,
  ],
};

export const redLines: readonly RedLine[] = [useOfProgram, photographs, checkIns, thoughts, rankedPersons];
