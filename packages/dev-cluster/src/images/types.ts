/** Where imported images live: the containerd of one cluster node, or of all. */
export interface ImageStore {
  /** Name for messages, such as `node-0`. */
  name: string;
  /** Digest that a reference has there; undefined when it is missing. */
  digestOf(
    reference: string,
    signal?: AbortSignal,
  ): Promise<string | undefined>;
  /** Takes every image of an archive in. */
  import(tarPath: string, signal?: AbortSignal): Promise<void>;
}

/** An image archive on disk, complete and checked. */
export interface BuiltImage {
  /** Full name, such as `docker.io/monero-portal/monerod:0.18.4.0`. */
  reference: string;
  /** Digest of the image's manifest, as `ctr images ls` and pods show it. */
  digest: string;
  /** Archive for `ctr images import`, `docker load` or `podman load`. */
  tarPath: string;
  /** Size of the archive in bytes. */
  bytes: number;
  /** True when this call assembled it, false when it was in the cache. */
  built: boolean;
}

/** What {@link ensureImages} did with one image. */
export interface EnsuredImage {
  reference: string;
  digest: string;
  /**
   * True when some store had other content under this name (or none): pods
   * that run the old content want a restart.
   */
  changed: boolean;
}

/** Hears how long steps go on. */
export type ImageProgress = (detail: string) => void;
