export { exact, rounded, type Exact } from "./exact.ts";
export { ScoreSheet, sheetFaults, type Indicator, type Scoring } from "./score-sheet.ts";
export { scoreOf, type Done, type Scored, type ScoredRow } from "./score.ts";
export { bestShare } from "./best-share.ts";
export { apportion, FloorsExceedSum, type Share } from "./apportion.ts";
