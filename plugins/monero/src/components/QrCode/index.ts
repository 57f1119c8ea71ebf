export { QrCodeButton } from './QrCodeButton';
