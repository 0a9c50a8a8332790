export { DeadLinkScreen as default } from '@goodword/web';
