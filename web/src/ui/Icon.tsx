// Line icons on a 24-pixel grid. They are decoration: whatever carries one also carries words.
const paths = {
  close: "M6 6l12 12M18 6L6 18",
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14M16 16l5 5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  locate: "M12 2v4M12 18v4M2 12h4M18 12h4M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10",
  country: "M4 9l8-6 8 6v11H4zM9 20v-6h6v6",
  layers: "M12 3l9 5-9 5-9-5zM3 12.500l9 5 9-5M3 17l9 5 9-5",
  filter: "M3 5h18l-7 8.500V20l-4-2v-4.500z",
  table: "M3 5h18v14H3zM3 10h18M3 14.500h18M9 10v9",
  download: "M12 3v12M7 10.500l5 5 5-5M4 20h16",
  zoomTo: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9.5 12h5M12 9.500v5",
  chevron: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.500M17.5 17.500L19 19M5 19l1.5-1.500M17.5 6.500L19 5",
  moon: "M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5",
  info: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5.500M12 7.500v.1",
  warn: "M12 4l9 16H3zM12 10v5M12 17.500v.1",
  offline:
    "M3 3l18 18M5 12.500a10 10 0 0 1 4-2.500M2 9a15 15 0 0 1 4-2.500M12 6a15 15 0 0 1 10 3M15 10.300a10 10 0 0 1 4 2.200M8.5 16a5 5 0 0 1 7 0M12 19.500v.1",
  check: "M5 12.500l4.5 4.500L19 7",
  card: "M12 21s-7-6.2-7-11.500a7 7 0 0 1 14 0C19 14.8 12 21 12 21M12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5",
  up: "M5 15l7-7 7 7",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5v14M16 5v14",
  compare: "M12 3v18M3 6h6v12H3zM15 6h6v12h-6z",
  undo: "M4 9h11a5 5 0 0 1 0 10h-4M8 5L4 9l4 4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
