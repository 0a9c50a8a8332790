export { NotFoundScreen as default } from '@goodword/web';
