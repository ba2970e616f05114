/** What is typed is asked for once it pauses so long. */
export const TYPING_MS = 350;
