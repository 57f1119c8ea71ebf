import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What is awaited ends the wait: only failing tests get slower by this.
configure({ asyncUtilTimeout: 5_000 });
