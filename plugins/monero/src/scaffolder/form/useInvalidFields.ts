import { useEffect, useState, type RefObject } from 'react';
import { FIELD_MARK } from './twoColumns';

/** What every control of `@backstage/ui` has while it shows that its value is wrong. */
export const INVALID_MARK = 'data-invalid';

/** The fields of the form around an element, as they stand on the page. */
function fieldsAround(element: Element | null): HTMLElement[] {
  const form = element?.closest('form');
  return [...(form?.querySelectorAll<HTMLElement>(`[${FIELD_MARK}]`) ?? [])];
}

/**
 * Names of the fields that show that something is wrong with them, in their
 * order. A field of a form is told nothing of the others, and some find out
 * by asking the backend: what they show is all that is known of it.
 *
 * @param ref - any element of the form
 */
export function useInvalidFields(
  ref: RefObject<HTMLElement>,
): readonly string[] {
  const [names, setNames] = useState('');
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) {
      return undefined;
    }
    const look = () =>
      setNames(
        fieldsAround(form)
          .filter(field => field.querySelector(`[${INVALID_MARK}]`))
          .map(field => field.getAttribute(FIELD_MARK))
          .join(' '),
      );
    look();
    const observer = new MutationObserver(look);
    observer.observe(form, {
      subtree: true,
      childList: true,
      attributeFilter: [INVALID_MARK],
    });
    return () => observer.disconnect();
  }, [ref]);
  return names === '' ? [] : names.split(' ');
}

/** Leads to a field of the same form: to what is wrong in it. */
export function focusField(from: Element, name: string): void {
  const field = fieldsAround(from).find(
    each => each.getAttribute(FIELD_MARK) === name,
  );
  const control = ':is(input:not([hidden]), button, textarea)';
  (
    field?.querySelector<HTMLElement>(`[${INVALID_MARK}] ${control}`) ??
    field?.querySelector<HTMLElement>(control)
  )?.focus();
}
