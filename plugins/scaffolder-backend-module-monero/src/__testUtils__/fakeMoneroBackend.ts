import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  proposeInputSchema,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import express from 'express';
import Router from 'express-promise-router';
import { DEV_CLUSTER, GIT_BLOB, GIT_MANIFESTS, proposalOf } from './fakes';

/** What somebody proposed to the fake backend. */
export interface Proposed {
  by: string;
  input: ProposeInput;
}

/**
 * A plugin `monero` that answers as monero-backend does, with cluster `dev`
 * and nothing but memory behind it.
 *
 * @param proposed - receives what is proposed, and by whom
 */
export function fakeMoneroBackend(proposed: Proposed[]) {
  return createBackendPlugin({
    pluginId: 'monero',
    register(reg) {
      reg.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.use(express.json());
          router.get('/clusters', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            res.json({ items: [DEV_CLUSTER] });
          });
          router.get('/manifests/:kind/:c/:ns/:name', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            const { kind, c, ns, name } = req.params;
            res.json({
              manifest: GIT_MANIFESTS[kind],
              path: `clusters/${c}/${ns}/${name}.yaml`,
              head: 'a'.repeat(40),
              blob: GIT_BLOB,
            });
          });
          router.get('/proposals', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            res.json({ items: proposed.map(({ input }) => proposalOf(input)) });
          });
          router.post('/proposals', async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            const parsed = proposeInputSchema.safeParse(req.body);
            if (!parsed.success) {
              throw new InputError(parsed.error.message);
            }
            proposed.push({ by: principal.userEntityRef, input: parsed.data });
            res.status(201).json(proposalOf(parsed.data));
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
