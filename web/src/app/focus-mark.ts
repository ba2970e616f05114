// Which thing had the focus, told so that it is found again on a page that was made anew.
export type Mark = { selector: string; index: number };

/** null: nothing that could be found again */
export function markOf(element: Element | null): Mark | null {
  if (!element || element === document.body) return null;
  const selector = selectorOf(element);
  const index = alike(selector).indexOf(element as HTMLElement);
  return index < 0 ? null : { selector, index };
}

export function findMarked({ selector, index }: Mark): HTMLElement | null {
  return alike(selector)[index] ?? null;
}

/** Alike by what they lead to or are called, on the page on the screen. */
function alike(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.closest("[inert]"));
}

function selectorOf(element: Element): string {
  const tag = element.localName;
  for (const name of ["id", "href", "aria-label", "name"]) {
    const value = element.getAttribute(name);
    if (value) return `${tag}[${name}=${JSON.stringify(value)}]`;
  }
  return tag;
}
