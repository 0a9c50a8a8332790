export { LoadingScreen as default } from '@goodword/web';
