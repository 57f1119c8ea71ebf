import { render, screen } from '@testing-library/react';
import App from './App';

function renderApp(environment: string) {
  process.env = {
    NODE_ENV: 'test',
    // The app reads its configuration from here when it runs in a test.
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: { title: 'Monero portal', baseUrl: 'http://localhost:3000' },
          auth: { environment },
          backend: { baseUrl: 'http://localhost:7007' },
          techdocs: {
            storageUrl: 'http://localhost:7007/api/techdocs/static/docs',
          },
        },
      },
    ] as unknown as string,
  };
  render(App.createRoot());
}

describe('App', () => {
  it('lets nobody in without signing in', async () => {
    renderApp('production');
    expect(await screen.findByText('Sign in with GitHub')).toBeVisible();
  });
});
