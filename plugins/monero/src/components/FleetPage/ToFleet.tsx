import { Navigate } from 'react-router-dom';
import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';

/** Leads from `/monero` to the fleet, wherever the app has mounted it. */
export function ToFleet() {
  const fleet = useRouteRef(rootRouteRef)?.();
  return fleet ? <Navigate to={fleet} replace /> : <NotFoundErrorPage />;
}
