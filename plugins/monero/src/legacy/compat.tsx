import type { ComponentType } from 'react';
import { compatWrapper } from '@backstage/core-compat-api';

/** A component of ours, with what it takes from the new frontend system provided from the old one. */
export function compat<Props extends object>(
  Component: ComponentType<Props>,
): (props: Props) => JSX.Element {
  return function Compat(props) {
    return compatWrapper(<Component {...props} />);
  };
}
