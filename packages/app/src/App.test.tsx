import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks guests to enter in the development environment', async () => {
    process.env = {
      NODE_ENV: 'test',
      // The app reads its configuration from here when it runs in a test.
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Monero portal', baseUrl: 'http://localhost:3000' },
            auth: { environment: 'development' },
            backend: { baseUrl: 'http://localhost:7007' },
            techdocs: {
              storageUrl: 'http://localhost:7007/api/techdocs/static/docs',
            },
          },
        },
      ] as unknown as string,
    };

    render(App.createRoot());

    expect(await screen.findByText(/Enter as a Guest User/)).toBeVisible();
  });
});
