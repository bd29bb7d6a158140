/** Names are made of these: 64 000 of them, each borne by several in a large group. */
const surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘单蒋蔡";
const firstSigns = "建国明志文海晓春丽秀玉红永新兴立德家学思雅云天成正光伟军俊宏子一少世佳静淑凤长宝";
const lastSigns = "华强平军伟杰涛斌辉刚林峰敏芳娟霞燕玲英梅生民东波宇飞超勇鹏浩洁颖琳婷雪慧兰珍荣祥";
const size = 40;

/** The name of the n-th member. */
export function nameOf(n: number): string {
  const sign = (signs: string, divisor: number) => signs[Math.floor(n / divisor) % size] ?? "";
  return sign(surnames, 1) + sign(firstSigns, size) + sign(lastSigns, size * size);
}

/** The same as SQL. @param n an expression of a whole number */
export function nameSql(n: string): string {
  const sign = (signs: string, divisor: number) =>
    `substr('${signs}', ((${n}) / ${divisor} % ${size})::integer + 1, 1)`;
  return `(${sign(surnames, 1)} || ${sign(firstSigns, size)} || ${sign(lastSigns, size * size)})`;
}
