/** Two linked nodes, for the closed sidebar. */
export const LogoIcon = () => (
  <svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="#ff6600"
    strokeWidth="2"
    aria-hidden
  >
    <circle cx="6" cy="17" r="3.5" />
    <circle cx="18" cy="7" r="3.5" />
    <path d="M8.8 14.8 15.2 9.2" />
  </svg>
);
