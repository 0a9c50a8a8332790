'use client';

import { ThemeProvider, Toaster, UiProvider } from '@goodword/ui';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { AppLink } from './app-link.tsx';
import { ConfirmIdentity } from './confirm/confirm-identity.tsx';
import { leave, untilActsEnd } from './leave.ts';
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

function saysSignedOut(error: unknown): boolean {
  const code = isApiError(error) ? error.data?.appCode : undefined;
  return code === 'unauthenticated' || code === 'second_factor_needed';
}

function createQueryClient() {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: async (error) => {
        if (!saysSignedOut(error)) return;
        // Asked again with the cookie that came meanwhile; what is then still refused leads here once more.
        if (await untilActsEnd(client)) await client.invalidateQueries();
        else leave();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (saysSignedOut(error)) leave();
      },
    }),
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false }, mutations: { retry: false } },
  });
  return client;
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
