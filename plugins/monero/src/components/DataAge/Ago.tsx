import { formatAgo, formatExact, UNKNOWN } from '../../lib/format';
import { useNow } from '../../hooks';

/** How long ago something was: "6 min ago". The exact time is a hover away. */
export function Ago(props: { at?: string }) {
  const now = useNow();
  if (!props.at) {
    return <>{UNKNOWN}</>;
  }
  return (
    <time dateTime={props.at} title={formatExact(props.at)}>
      {formatAgo(props.at, now)}
    </time>
  );
}
