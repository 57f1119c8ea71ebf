import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine is slow, not wrong; only failing tests get slower by this.
configure({ asyncUtilTimeout: 30_000 });
