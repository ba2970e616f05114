// A yearly series in the width of a word, with the goal as a dashed line.
import type { TrendPoint } from "../lib/trend-line.ts";
import { trendLine } from "../lib/trend-line.ts";
import styles from "./Trend.module.css";

const BOX = { width: 132, height: 34 };
const PAD = 4;

/** @param label what it shows, in words, for who cannot see it */
export function Trend({
  series,
  goal,
  label,
}: {
  series: readonly TrendPoint[];
  goal: number | null;
  label: string;
}) {
  const { lines, last, goalY } = trendLine(series, goal, BOX);
  return (
    <svg
      className={styles.trend}
      viewBox={`${-PAD} ${-PAD} ${BOX.width + 2 * PAD} ${BOX.height + 2 * PAD}`}
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} className={styles.axis} />
      {goalY !== null && <line x1={0} x2={BOX.width} y1={goalY} y2={goalY} className={styles.goal} />}
      {lines.map((points) => (
        <polyline key={points} points={points} className={styles.line} />
      ))}
      {last && <circle cx={last.x} cy={last.y} r={3} className={styles.dot} />}
    </svg>
  );
}
