import type { Chance } from "./chance.ts";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈",
  ..."姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾郝龚邵万钱严覃武戴莫孔向汤",
];
const first = [..."建国志文明晓海永立玉春秀雪思俊浩宇子雨欣佳慧丽振德长光世家景云启少树宏泽君若诗静婉书润承彦"];
const second = [..."伟强军平刚峰磊鹏超杰辉斌波宁涛健凯翔宇航晨阳博轩然琳婷颖倩娜敏燕霞芳梅兰菊莹瑶怡蕾洁远舟川岩松林"];
const single = [..."伟强军勇磊洋艳敏静丽娟涛超杰鹏霞平刚辉玲芳燕颖琳斌健凯莹瑞博晨昊越彬雯璐"];

/** Names that somebody known from books or the news bears; an invented member must not. */
const borneByWellKnown = new Set(
  (
    "王伟 李健 刘洋 王海 王建国 李建军 王建军 李宁 杨洋 张杰 刘涛 李斌 王勇 李强 王刚 李娜 王军 李晨 黄磊 胡军 林涛 " +
    "王博 王晨 王磊 何洁 于洋 郭涛 张涛 刘强 李玉刚 张文斌 王志刚 陈志宏 王永志 刘永涛 李景亮 张志军 李书磊"
  ).split(" "),
);

/** Invented names of people; none comes twice. */
export function namesFrom(chance: Chance): () => string {
  const given = new Set<string>(borneByWellKnown);
  return () => {
    for (;;) {
      const name =
        chance.pick(surnames) + (chance.happens(0.25) ? chance.pick(single) : chance.pick(first) + chance.pick(second));
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}
