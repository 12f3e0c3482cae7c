/** Long enough for whoever removed something to put the focus where it belongs, too short to press Tab in. */
const patience = 120;
const remembered = 8;
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

type Place = {
  readonly element: HTMLElement;
  /** From its parent up to the page's body. */
  readonly around: readonly HTMLElement[];
  /** All there was to focus, in order, when it got the focus. */
  readonly order: readonly HTMLElement[];
};

const isOnNothing = () => document.activeElement === null || document.activeElement === document.body;

const canHaveFocus = (element: HTMLElement): boolean =>
  element.isConnected &&
  !element.matches(':disabled, [aria-hidden="true"] *') &&
  element.checkVisibility({ visibilityProperty: true });

const inTabOrder = (element: HTMLElement) => element.tabIndex >= 0 && canHaveFocus(element);

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
    around.push(at);
  return { element, around, order: [...document.querySelectorAll<HTMLElement>(focusable)] };
}

/** The control that stood nearest to one that has gone: the next one, or the one before, in the smallest part left. */
function neighbourOf({ element, around, order }: Place): HTMLElement | undefined {
  const at = order.indexOf(element);
  const after = order.slice(at + 1).filter(inTabOrder);
  const before = order.slice(0, Math.max(0, at)).toReversed().filter(inTabOrder);
  for (const part of around) {
    if (!part.isConnected) continue;
    const near = after.find((one) => part.contains(one)) ?? before.find((one) => part.contains(one));
    if (near !== undefined) return near;
    const grown = [...part.querySelectorAll<HTMLElement>(focusable)].find(inTabOrder);
    if (grown !== undefined) return grown;
  }
  return undefined;
}

/**
 * A button that goes away when it is pressed, or that rests while its work is under way, leaves the focus on nothing,
 * and Tab would start again at the top of the page. This hands the focus on to what stood next to it, or gives it
 * back. It only acts when nobody else has. Returns what stops it.
 */
export function keepFocus(): () => void {
  let places: readonly Place[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    const others = places.filter(({ element }) => element !== target);
    places = [placeOf(target), ...others].slice(0, remembered);
  };
  const mend = () => {
    timer = undefined;
    const [last] = places;
    if (last === undefined || !isOnNothing()) return;
    const wanted = canHaveFocus(last.element)
      ? last.element
      : last.element.isConnected && last.element.matches(':disabled')
        ? undefined
        : (neighbourOf(last) ?? places.find(({ element }) => canHaveFocus(element))?.element);
    wanted?.focus({ preventScroll: true });
  };
  /** Somebody who points at empty space wants the focus gone. */
  const forget = ({ target }: PointerEvent) => {
    if (!(target instanceof Element) || target.closest(focusable) === null) places = [];
  };
  const onChange = () => {
    if (timer === undefined && places.length > 0 && isOnNothing()) timer = setTimeout(mend, patience);
  };

  const observer = new MutationObserver(onChange);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
    clearTimeout(timer);
  };
}
