const OPEN_METRICS = 'application/openmetrics-text';

interface Range {
  type: string;
  quality: number;
}

function parseRange(text: string): Range {
  const [type, ...parameters] = text.split(';').map(part => part.trim());
  const q = parameters.find(each => /^q=/i.test(each));
  return { type: type.toLowerCase(), quality: q ? Number(q.slice(2)) || 0 : 1 };
}

/**
 * Whether a scraper prefers OpenMetrics over the Prometheus text format, by
 * its Accept header. Without a preference it is the older format.
 */
export function wantsOpenMetrics(accept: string | undefined): boolean {
  const ranges = (accept ?? '').split(',').map(parseRange);
  const quality = (type: string) =>
    ranges.find(range => range.type === type)?.quality ?? 0;
  const open = quality(OPEN_METRICS);
  return open > 0 && open >= quality('text/plain');
}
