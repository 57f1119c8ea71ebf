import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { moneroScaffolderModule } from '@monero-portal/plugin-monero';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// Plugins are discovered (app.packages); a module must be named.
export default createApp({
  features: [catalogPlugin, moneroScaffolderModule, navModule, signInModule],
});
