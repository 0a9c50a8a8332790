import { NotFoundScreen } from '@goodword/web';
import PublicLayout from './(public)/layout.tsx';

/** An address nobody has: inside the public frame, so that the way back is at hand. */
export default function NotFound() {
  return (
    <PublicLayout>
      <NotFoundScreen />
    </PublicLayout>
  );
}
