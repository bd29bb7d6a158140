/** 安全告警和批量导出。 */
export const alarmsZh = {
  "alarm.handled_already": "这条告警已经核查过。请刷新页面查看结果。",
  "alarm.own": "这条告警由您本人的账号引起，须由其他安全管理员核查。请告知他人。",
  "export.purpose_missing": "导出超过 {most} 行个人信息，须写明用途。请写明用途后再导出，或缩小范围。",
} as const;
