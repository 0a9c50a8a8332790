'use client';

import { ThemeProvider, Toaster, UiProvider } from '@goodword/ui';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { AppLink } from './app-link.tsx';
import { ConfirmIdentity } from './confirm/confirm-identity.tsx';
import { signInPath } from './paths.ts';
import { createTrpcClient, isApiError, trpc } from './trpc.ts';
import { useUndoKey } from './undo.ts';

export interface ProvidersProps {
  nonce?: string;
  /** The organisation's zone: everybody reads the same times. */
  timeZone?: string;
  /** Address of the organisation's logo. */
  logo?: string;
  children: ReactNode;
}

/** A session that ended while the page was open leads to the sign-in page and back. */
function leaveWhenSignedOut(error: unknown) {
  if (!isApiError(error) || window.location.pathname === '/sign-in') return;
  const code = error.data?.appCode;
  if (code !== 'unauthenticated' && code !== 'second_factor_needed') return;
  window.location.assign(signInPath(`${window.location.pathname}${window.location.search}`));
}

function createQueryClient() {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false }, mutations: { retry: false } },
  });
}

/** Theme, links, time zone and procedures for everything on a page. */
export function Providers({ nonce, timeZone, logo, children }: ProvidersProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(createTrpcClient);
  useUndoKey();
  return (
    <ThemeProvider nonce={nonce}>
      <trpc.Provider client={trpcClient} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <UiProvider
            linkComponent={AppLink}
            pathname={pathname}
            navigate={(href) => router.push(href)}
            timeZone={timeZone}
            logo={logo}
          >
            {children}
            <ConfirmIdentity />
            <Toaster />
          </UiProvider>
        </QueryClientProvider>
      </trpc.Provider>
    </ThemeProvider>
  );
}
