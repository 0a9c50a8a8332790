'use client';

import {
  type AnchorHTMLAttributes,
  type ComponentPropsWithRef,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useMemo,
} from 'react';
import { cn } from '../lib/cn.ts';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  children?: ReactNode;
  /** False where a page holds so many links that loading ahead would be a burden on the server. */
  prefetch?: false;
};

export interface UiContextValue {
  /** The app's link component, so that this package needs no router. */
  linkComponent?: ComponentType<LinkProps>;
  pathname: string;
  navigate: (href: string) => void;
  locale: string;
  /** IANA zone of the viewer; without one the browser's zone is used after hydration. */
  timeZone?: string;
  /** Address of the organisation's logo; without one the product's mark is shown. */
  logo?: string;
}

const defaults: UiContextValue = {
  pathname: '',
  navigate: (href) => window.location.assign(href),
  locale: 'en-US',
};

const UiContext = createContext<UiContextValue>(defaults);

export type UiProviderProps = Partial<UiContextValue> & { children: ReactNode };

/** Gives the kit the app's links, navigation, locale and zone. */
export function UiProvider({
  children,
  linkComponent,
  pathname,
  navigate,
  locale,
  timeZone,
  logo,
}: UiProviderProps) {
  const value = useMemo<UiContextValue>(
    () => ({
      linkComponent,
      pathname: pathname ?? defaults.pathname,
      navigate: navigate ?? defaults.navigate,
      locale: locale ?? defaults.locale,
      timeZone,
      logo,
    }),
    [linkComponent, pathname, navigate, locale, timeZone, logo],
  );
  return <UiContext value={value}>{children}</UiContext>;
}

export function useUi(): UiContextValue {
  return useContext(UiContext);
}

export type LinkToProps = ComponentPropsWithRef<'a'> & Pick<LinkProps, 'href' | 'prefetch'>;

const LEAVES_THE_APP = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i;

/** The app's own link; addresses outside the app and downloads become a plain anchor. */
export function LinkTo({ href, prefetch, children, ...rest }: LinkToProps) {
  const { linkComponent: AppLink } = useUi();
  if (!AppLink || LEAVES_THE_APP.test(href) || rest.download !== undefined) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <AppLink href={href} {...(prefetch === false && { prefetch })} {...rest}>
      {children}
    </AppLink>
  );
}

export function TextLink({ className, ...rest }: LinkToProps) {
  return (
    <LinkTo
      data-slot="text-link"
      className={cn('font-medium text-accent-ink underline-offset-4 hover:underline', className)}
      {...rest}
    />
  );
}
