// Thai is written without spaces, but for abbreviations: จำนวน อปท. ที่มี. Names put into a sentence bring none along.

/** A space on both sides of "อปท." where it meets Thai letters. */
export function spaced(text: string): string {
  return text.replaceAll(/(?<=[ก-๙])(?=อปท\.)/g, " ").replaceAll(/(?<=อปท\.)(?=[ก-๙])/g, " ");
}
