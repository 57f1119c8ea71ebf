import { z } from 'zod';

/** A manifest as the branch has it that is applied; the live object may still be behind. */
export const gitManifestSchema = z.object({
  /** The file's text, byte by byte. */
  manifest: z.string(),
  /** File in the repository. */
  path: z.string(),
  /** Commit that it was read from. */
  head: z.string(),
  /**
   * Git's id of the file's bytes. A change hands it back as `baseBlob`, so that
   * it never overwrites what somebody else did meanwhile.
   */
  blob: z.string(),
});

/** Answer of `GET /manifests/:kind/:cluster/:namespace/:name`. */
export type GitManifest = z.infer<typeof gitManifestSchema>;
