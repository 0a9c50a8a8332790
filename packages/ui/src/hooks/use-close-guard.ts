'use client';

import { createContext, useContext, useEffect } from 'react';

/** How a form tells the dialog around it that something typed is not saved yet. */
export const CloseGuardContext = createContext<((unsaved: boolean) => void) | null>(null);

/** Inside a dialog: closing it by accident asks first while this holds. */
export function useCloseGuard(unsaved: boolean): void {
  const tell = useContext(CloseGuardContext);
  useEffect(() => {
    tell?.(unsaved);
    return () => tell?.(false);
  }, [tell, unsaved]);
}
