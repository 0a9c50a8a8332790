'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Tooltip } from './tooltip.tsx';
import { LinkTo } from './ui-provider.tsx';

const buttonVariants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-accent-fg shadow-card enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
        secondary: 'border-line bg-surface text-ink shadow-card enabled:hover:bg-hover [a&]:hover:bg-hover',
        ghost:
          'border-transparent text-ink-soft enabled:hover:bg-hover enabled:hover:text-ink [a&]:hover:bg-hover',
        danger:
          'border-transparent bg-danger-solid text-danger-fg shadow-card enabled:hover:bg-danger-hover [a&]:hover:bg-danger-hover',
      },
      size: {
        sm: 'h-8 px-2.5 text-[0.8125rem]',
        md: 'h-9 px-3.5 text-sm',
        lg: 'h-11 px-5 text-[0.9375rem]',
        icon: 'size-9 p-0',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> &
  VariantProps<typeof buttonVariants> & {
    children?: ReactNode;
    loading?: boolean;
    icon?: ReactNode;
    /** Makes it a link that looks like a button. */
    href?: string;
    download?: boolean | string;
    target?: string;
  };

/** A button, or with `href` a link that looks like one. While `loading` it can't be pressed again. */
export function Button({
  variant,
  size,
  loading = false,
  icon,
  href,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  const mark = loading ? <LoaderCircle aria-hidden className="animate-spin" /> : icon;
  if (href !== undefined) {
    const { target, download, onClick: _onClick, ref: _ref, disabled: _disabled, ...shared } = rest;
    const passed = Object.fromEntries(
      Object.entries(shared).filter(([key]) => /^(aria-|data-|id$|title$|role$|tabIndex$)/.test(key)),
    );
    return (
      <LinkTo
        data-slot="button"
        href={href}
        target={target}
        download={download}
        rel={target === '_blank' ? 'noreferrer' : undefined}
        className={classes}
        {...passed}
      >
        {mark}
        {children}
      </LinkTo>
    );
  }
  const { target: _target, download: _download, disabled, ...native } = rest;
  return (
    <button
      data-slot="button"
      type={type}
      className={classes}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...native}
    >
      {mark}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'size'> & {
  label: string;
  icon: ReactNode;
  size?: 'sm' | 'md';
};

/** A button with an icon only; its label is the accessible name and the tooltip. */
export function IconButton({ label, size = 'md', variant = 'ghost', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button
        size="icon"
        variant={variant}
        aria-label={label}
        className={cn(size === 'sm' && 'size-8', className)}
        {...rest}
      />
    </Tooltip>
  );
}
