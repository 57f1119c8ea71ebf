import { useLayoutEffect, type RefObject } from 'react';
import styles from './twoColumns.module.css';

/** Attribute on each field of ours, by which the column of fields is found; its value is the field's name. */
export const FIELD_MARK = 'data-monero-field';

/**
 * Puts a field beside the others of its step instead of below them, where the
 * screen is wide enough. The new frontend system takes no form layouts, and the
 * markup around fields differs with the theme of the form, so the nearest
 * element that holds both this field and others is laid out in two columns.
 */
export function useAside(ref: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const own = ref.current;
    const found = own && findColumns(own);
    if (!found) {
      return undefined;
    }
    const { columns, aside } = found;
    columns.classList.add(styles.columns);
    aside.classList.add(styles.aside);
    return () => {
      columns.classList.remove(styles.columns);
      aside.classList.remove(styles.aside);
    };
  }, [ref]);
}

function findColumns(
  own: HTMLElement,
): { columns: HTMLElement; aside: HTMLElement } | undefined {
  const form = own.closest('form');
  let aside = own;
  while (form && aside.parentElement && form.contains(aside.parentElement)) {
    const columns = aside.parentElement;
    if (columns.querySelector(`[${FIELD_MARK}]`)) {
      return { columns, aside };
    }
    aside = columns;
  }
  return undefined;
}
