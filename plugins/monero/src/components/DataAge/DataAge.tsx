import { formatDuration, formatExact } from '../../lib/format';
import { useNow } from '../../hooks';

/** How old what is shown is: "data 4 s old". The exact time is a hover away. */
export function DataAge(props: { asOf: string }) {
  const age = useNow() - Date.parse(props.asOf);
  return (
    <time dateTime={props.asOf} title={formatExact(props.asOf)}>
      data {formatDuration(age)} old
    </time>
  );
}
