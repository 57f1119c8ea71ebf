export { CatalogLocator } from './CatalogLocator';
export { CloudTokens } from './CloudTokens';
