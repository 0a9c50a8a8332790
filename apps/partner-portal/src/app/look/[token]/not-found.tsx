import { NoLook } from '../../../features/looks/no-look.tsx';

export default function DeadLook() {
  return (
    <NoLook
      title="This way in does not work any more"
      description="It works once and for a minute, and ends with the session it was asked for in. Choose “View as partner” again on the page of the partner."
    />
  );
}
