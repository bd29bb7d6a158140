/** 文件：类型、分段上传、涉密文件隔离。 */
export const filesZh = {
  "file.not_an_image": "这个文件不是可识别的照片（JPEG、PNG、WebP）。请另选照片；照片不是必须的。",
  "file.empty": "文件是空的，请另选一个。",
  "file.kind_not_allowed":
    "不能上传这种文件。可以上传照片（JPEG、PNG、WebP）、docx、xlsx、pptx、pdf 和 txt；按内容识别，改文件名无效。旧格式请另存为新格式。",
  "file.encrypted": "文件设有密码，无法检查。请去掉密码后再上传。",
  "file.macro": "文件带有宏、脚本或嵌入的程序，不能上传。请另存为不含宏的文件（docx、xlsx、pptx），或导出为普通 PDF。",
  "file.archive_too_large": "文件展开后过大，不能上传。请压缩图片或拆成几个文件。",
  "file.damaged": "文件不完整或已损坏。请重新打开、另存后再上传。",
  "file.quarantined":
    "文件带有“{marking}”标志，已隔离，任何人都打不开。国家秘密不得进入本系统。请立即按误传处置：一、断开网络；二、报告本单位保密工作机构和党建部；三、配合登记；四、按要求清除电脑、手机和传输工具里的文件。",
  "upload.offset": "这一段接不上：服务器已收到 {received} 字节，请从那里继续。",
  "upload.too_long": "发来的内容比申报的多。请重新上传。",
  "upload.too_large": "文件最大 {megabytes} MB，请压缩后再上传。",
  "upload.hash_differs": "收到的内容与原文件不一致，已丢弃。请重新上传。",
  "upload.expired": "上传开始已超过 24 小时，已失效。请重新上传。",
  "upload.too_many": "未完成的上传已有 {most} 个。请等它们完成，或 24 小时后再试。",
  "quarantine.handled_already": "这个文件已经处置过了，请刷新查看。",
  "quarantine.own_upload": "不能处置自己上传的文件，请由他人处置。",
} as const;
