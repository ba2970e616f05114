import { useEffect, useState } from "react";

/** Long enough that a word typed at once asks once. */
export const TYPING_PAUSE_MS = 140;

/** The value once it has not changed for a while. */
export function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
