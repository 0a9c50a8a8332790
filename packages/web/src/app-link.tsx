'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * Next's link, read ahead when the pointer or the focus comes near. Reading ahead everything in sight would ask the
 * server for every destination on every page.
 */
export function AppLink({ onPointerEnter, onFocus, prefetch, ...rest }: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  // A file is fetched when it is asked for and not before.
  const ahead = near && prefetch !== false && rest.download === undefined;
  return (
    <Link
      {...rest}
      prefetch={ahead ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
