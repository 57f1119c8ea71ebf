import { Text } from '@backstage/ui';

/** The name of the portal, for the open sidebar. */
export const LogoFull = () => (
  <Text as="span" variant="title-x-small" style={{ color: '#f2f2f2' }}>
    Monero portal
  </Text>
);
