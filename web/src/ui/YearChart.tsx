// Years toward a target: what was reached, what should be, and where the last years' pace leads. As wide as its place.
import { useEffect, useRef, useState } from "react";
import { type YearChartInput, yearChart } from "../lib/year-chart.ts";
import styles from "./YearChart.module.css";

const HEIGHT = 204;
/** Room for labels around the plot. */
const PAD = { top: 28, right: 26, bottom: 26, left: 58 };

/** @param label what it shows, in words, for who cannot see it */
export function YearChart({
  label,
  valueText,
  yearText,
  ...input
}: YearChartInput & {
  label: string;
  valueText: (value: number) => string;
  yearText: (year: number) => string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  useEffect(() => {
    const element = frame.current as HTMLDivElement;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const plot = { width: width - PAD.left - PAD.right, height: HEIGHT - PAD.top - PAD.bottom };
  const chart = yearChart(input, plot);
  const last = chart.reached.at(-1);
  const goal = chart.milestones.at(-1);
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        className={styles.chart}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={label}
      >
        <g transform={`translate(${PAD.left} ${PAD.top})`}>
          {chart.grid.map(({ value, y }) => (
            <g key={value}>
              <line x1={0} x2={plot.width} y1={y} y2={y} className={styles.grid} />
              <text x={-8} y={y + 4} textAnchor="end">
                {valueText(value)}
              </text>
            </g>
          ))}
          {chart.years.map(({ fiscal_year, x }) => (
            <text key={fiscal_year} x={x} y={plot.height + 20} textAnchor="middle">
              {yearText(fiscal_year)}
            </text>
          ))}
          {chart.forecast?.band && <polygon points={chart.forecast.band} className={styles.band} />}
          <polyline points={chart.milestoneLine} className={styles.milestoneLine} />
          {chart.forecast && <polyline points={chart.forecast.line} className={styles.forecast} />}
          {chart.lines.map((points) => (
            <polyline key={points} points={points} className={styles.reachedLine} />
          ))}
          {chart.reached.map(({ fiscal_year, x, y }) => (
            <circle key={fiscal_year} cx={x} cy={y} r={3.5} className={styles.reached} />
          ))}
          {chart.milestones.map(({ fiscal_year, x, y }) => (
            <rect
              key={fiscal_year}
              x={x - 4.5}
              y={y - 4.5}
              width={9}
              height={9}
              transform={`rotate(45 ${x} ${y})`}
              className={styles.milestone}
            />
          ))}
          {last && (
            <text
              x={last.x}
              y={last.y + 20}
              textAnchor={last.x > plot.width - 30 ? "end" : "middle"}
              className={styles.strong}
            >
              {valueText(last.value)}
            </text>
          )}
          {goal && (
            <text
              x={goal.x}
              y={goal.y - 10}
              textAnchor={goal.x > plot.width - 30 ? "end" : "middle"}
              className={styles.strong}
            >
              {valueText(goal.value)}
            </text>
          )}
        </g>
      </svg>
    </div>
  );
}
