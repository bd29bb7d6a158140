import { type Route, read, write } from "../../platform/http/route.ts";
import { getBulletin } from "./bulletin-view.ts";
import { getBulletinFile, listBulletins } from "./bulletins-view.ts";
import { makeBulletin } from "./make-bulletin.ts";
import { saveBulletin } from "./save-bulletin.ts";

export const bulletinRoutes: Route[] = [
  read("getBulletin", getBulletin),
  write("saveBulletin", saveBulletin, ({ params, body, language }) => ({ ...params, ...body, language })),
  write("makeBulletin", makeBulletin, ({ params, language }) => ({ ...params, language })),
  read("listBulletins", listBulletins),
  read("getBulletinFile", getBulletinFile),
];
