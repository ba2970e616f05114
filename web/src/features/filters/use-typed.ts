import { useEffect, useEffectEvent, useState } from "react";

const TYPING_MS = 350;

/**
 * The text of a box, told once the typing pauses. Follows what is said, where that changes elsewhere: a chip removed, the back button.
 * @param tell gets it without the blanks around it
 */
export function useTyped(said: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(said);
  const [known, setKnown] = useState(said);
  if (said !== known) {
    setKnown(said);
    if (said !== text.trim()) setText(said);
  }
  const onPause = useEffectEvent(tell);
  useEffect(() => {
    const typed = text.trim();
    if (typed === said) return;
    const timer = setTimeout(() => onPause(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, said]);
  return [text, setText];
}
