/** The mark of พื้นที่: areas within an area, and a place in them. The same as favicon.svg beside this. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 32 32">
      <rect width="32" height="32" rx="7" fill="#1f6f78" />
      <g fill="none" stroke="#fff" strokeLinejoin="round" strokeWidth="2">
        <path d="M7 9.5 14 6l10 2.5 1.5 8L20 25.5 10.5 26 6 18z" />
        <path d="M14 6l1.5 9.500L6 18M15.5 15.500l10 1M15.5 15.5 20 25.5" opacity=".75" strokeWidth="1.5" />
      </g>
      <circle cx="15.5" cy="15.5" r="3.2" fill="#f5c869" />
    </svg>
  );
}
