import { Route, Routes } from 'react-router-dom';
import { ProposalPage } from '../ProposalPage';
import { ProposalsPage } from './ProposalsPage';

/** The list of proposals, and each one below it. */
export function ProposalsRouter() {
  return (
    <Routes>
      <Route index element={<ProposalsPage />} />
      <Route path=":id" element={<ProposalPage />} />
    </Routes>
  );
}
