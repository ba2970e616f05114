// Thai is written without spaces, but for abbreviations: จำนวน อปท. ที่มี. Names put into a sentence bring none along.

/** A space on both sides of "อปท." where it meets Thai letters; before "อบต." and "อบจ.", whose name follows at once. */
export function spaced(text: string): string {
  return text.replaceAll(/(?<=[ก-๙])(?=อ(?:ปท|บต|บจ)\.)/g, " ").replaceAll(/(?<=อปท\.)(?=[ก-๙])/g, " ");
}
