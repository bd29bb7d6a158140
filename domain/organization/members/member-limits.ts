/** Figures of the rules of members; each can be set by a group's own rule set. */
export type MemberLimits = {
  readonly cultivationMonths: number;
  readonly lostMonths: number;
  readonly suspendedYears: number;
  readonly abroadYears: number;
  readonly correctionMonths: number;
  readonly inactiveMonths: number;
  readonly rejoinYears: number;
  readonly awayMonths: number;
  readonly contactMonths: number;
  readonly letterDays: number;
  readonly letterDaysMost: number;
  readonly letterWarnings: readonly number[];
  readonly deferralMonths: number;
};

export const memberLimits: MemberLimits = {
  cultivationMonths: 12, // DEV-T2
  lostMonths: 6, // MEM-03
  suspendedYears: 2, // MEM-03
  abroadYears: 5, // MEM-02
  correctionMonths: 12, // MEM-05
  inactiveMonths: 6, // MEM-06
  rejoinYears: 5, // MEM-04
  awayMonths: 6, // MEM-07, MEM-09
  contactMonths: 3, // MEM-09
  letterDays: 30, // MEM-08
  letterDaysMost: 90, // MEM-08
  letterWarnings: [30, 60, 80, 90], // MEM-08
  deferralMonths: 6, // MEM-11
};
