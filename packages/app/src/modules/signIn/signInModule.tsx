import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  createFrontendModule,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const github = {
  id: 'github-auth-provider',
  title: 'GitHub',
  message: 'Sign in with GitHub',
  apiRef: githubAuthApiRef,
};

/** In the development environment everybody is the guest; elsewhere people sign in. */
function EnvironmentSignInPage(props: SignInPageProps) {
  const environment =
    useApi(configApiRef).getOptionalString('auth.environment');
  return environment === 'development' ? (
    <ProxiedSignInPage {...props} provider="guest" />
  ) : (
    <SignInPage {...props} providers={[github]} />
  );
}

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => EnvironmentSignInPage },
    }),
  ],
});
