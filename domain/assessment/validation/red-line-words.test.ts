import { describe, expect, test } from "vitest";
import { redLineIn } from "./red-line-rules.ts";

/** Names as they are proposed, parted by a bar. */
const names = (list: string) => list.split("|").map((each) => each.trim());

describe.each([
  {
    rule: "RES-06",
    about: "going into a program, and how long",
    refused: names(`
      平台登陆次数 | 上线 | 人员上线 | 员工上线率 | 职工上线 | 用户上线 | 每天上线 | 人均上线 | 日均上线 | 上线时长 | 上线人数 | 上线频次 | 上线频率
      | 在线次数 | 在线人数 | 学习时长 | 软件使用时长 | 浏览时长 | 页面停留时长 | 打开率 | 打开频次 | 应用使用次数 | 软件使用频次
      | 小程序使用频率 | 客户端的使用率 | 公众号使用率 | 信息系统使用率 | 账号使用率 | 学习强国使用率 | 日活 | 月活 | 党员活跃度 | 活跃人数
      | 活跃用户 | 安装率 | 安装使用率 | 下载率 | login | logins | log in | log in counts | log in rate | log in times | log in days
      | log in number | log in frequency | sign in | sign-in counts | signin | logon | logons | log ons | logged on
      | time on page | time on site | time on screen | time on app | time on the app | time spent on the app | minute online
      | hour online | hours spent online | day online | screen time | usage hours | usage hour | dwell minutes | watch minute | watching time
      | viewing days | browsing day | online duration | app open | apps opened | app opening | app openings | app launch | app launches | app use
      | app visits | app visit | opens of the app | usage of the app | use of the app | session | user session | app sessions
      | web session | browser session | active session | log in session | login session | session counts | session number
      | sessions length | session duration | sessions per user | active user | active users | daily active | install rate
      | installation rate | download | downloads | web visit | web visits
    `),
  },
  {
    rule: "RES-06",
    about: "what is read, watched, liked and passed on there",
    refused: names(`
      转发 | 评论数 | 评论量 | 浏览次数 | 阅读量 | 阅读数 | 阅读人数 | 阅读时长 | 已读率 | 观看时间 | 观看次数 | 观看量 | 播放量 | 播放次数
      | 完播率 | 分享量 | 分享数 | 收藏次数 | 收藏量 | 互动率 | 互动数 | 点击量 | 点击数 | 访问量 | 访问次数 | 关注数 | 粉丝
      | 学习强国得分 | 学习强国分数 | 学习强国均分 | 学习强国排名 | 学习强国排行 | 学习强国里的年度总积分
      | like | likes | thumbs up | thumbsup | thumb up | thumbs ups | like counts | like number | like numbers | like rate | repost count
      | re-post counts | reposts | retweets | retweet number | retweets numbers | share count | shares numbers | comment count
      | comment counts | comment number | comment numbers | read counts | reads number | read numbers | read rate | read rates
      | number of reads | up-vote | upvoted | upvotes | bookmark | bookmarks | favorite count | favourites counts | favorites number
      | favourite numbers | page view | pageview | pageviews | page views | video view | video views | click | clicks
      | view count | views counts | view counts | follower | followers
    `),
  },
  {
    rule: "RES-06",
    about: "photographs and videos",
    refused: names(`
      现场拍照 | 图片数量 | 截图 | 上传视频 | 视频数 | 摆拍 | photo | photos | photograph | photographs | picture | pictures | selfie
      | selfies | screenshot | screenshots | screen shot | screen shots
    `),
  },
  {
    rule: "PRV-17",
    about: "being somewhere, and being tracked there",
    refused: names(`
      行动轨迹 | 位置轨迹 | 卫星定位 | 精确位置 | 人脸识别 | 指纹 | check in | check-ins | checkin | clock in | clockin | clock ins
      | punch in | punchin | steps | step counts | steps count | step number | step numbers | steps taken | steps walked | daily steps | walking steps
      | pedometer | gps | geolocation | geo location | geo locations | location track | location tracks | facial recognition
      | fingerprint | finger prints
    `),
  },
  {
    rule: "PRV-09",
    about: "what somebody thinks or feels",
    refused: names(`
      思想动态 | 情绪指数 | 情绪分 | thought index | ideology indices | mood score | mood scores | emotion level | emotion levels
    `),
  },
  {
    rule: "EVA-10",
    about: "ranking persons",
    refused: names(`
      员工排名 | 职工绩效排名 | 干部考核排位 | 个人的排行 | 党员学习积分排名 | 干部先锋指数名次 | 个人评分排名 | 员工学分得分排名
      | personal rank | individual ranking | member ranks | members ranking | party member rankings | employee leaderboard
      | employees' leader boards | cadre league table | cadres league tables | staff leaderboards | member points ranking
      | members' score rank | member point rank | member scores rank | ranking of persons | rankings of people | rank of individuals | ranks of the members
      | leaderboard of party members | leader boards of employees | rank of cadres | ranking of the staff
    `),
  },
])("$rule: $about", ({ rule, refused }) => {
  test.each(refused)("%s is refused", (text) => expect(redLineIn(text)?.rule).toBe(rule));
});

describe("what only sounds like it stays allowed", () => {
  test.each(
    names(`
      项目上线 | 上线项目数 | 党员上线路巡视 | 每日上线下活动 | 人均上线损率 | 每日上线缆巡检 | 职工上线索核查
      | 经验分享量 | 案例分享次数 | 成果分享数 | 心得分享次数 | 体会分享次数 | 故事分享量 | 知识分享量 | 交流分享次数 | 分享数据质量 | 收藏数据治理 | 互动数据治理
      | like a model branch | looks like new | alike | time on the road | online filing | hours of online lectures
      | app for inspection | meter read counts | meter read rate | the session of the committee | sessions of the congress
      | training session counts | study sessions number | plenary session length | committee session duration | meeting session count
      | teaching sessions number | steps of a plan | first steps | next steps in safety | check in with the team | check instruments | sign in blue
      | signal interval | log into books | clock inspection | thought leadership | mood of the meeting | level of service
      | ranking of branches | member services | staff training | league of branches | personal files in order
      | reading | view of the plan | views of members heard | reads well | comment answered | share of women
      | installation of lines | activity | daily work
    `),
  )("%s", (text) => expect(redLineIn(text)).toBeNull());
});

test("the first line that is crossed is named, Chinese before English", () => {
  expect(redLineIn("login 登录 照片")).toEqual({ word: "登录", rule: "RES-06" });
  expect(redLineIn("")).toBeNull();
});
