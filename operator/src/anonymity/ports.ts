/** Ports of the sidecars on the pod's loopback, and of onion addresses. */
export const ANONYMITY_PORTS = {
  /** tor's and i2pd's customary SOCKS ports. */
  torSocks: 9050,
  i2pSocks: 4447,
  /** tor's control port, for its own probes. */
  torControl: 9051,
  /** i2pd's console, for what its container itself asks. */
  i2pConsole: 7070,
  /** Where monerod awaits peers that come by onion and by I2P address. */
  onionInbound: 18083,
  i2pInbound: 18085,
  /** The port of an onion address that peers use: monerod's custom. */
  onionP2p: 18083,
} as const;
