'use client';

import { Download } from 'lucide-react';
import { create } from 'qrcode';
import { useMemo } from 'react';
import { cn } from '../lib/cn.ts';
import { downloadFile } from '../lib/download.ts';
import { Button } from './button.tsx';

/** Modules of quiet border that scanners need. */
const QUIET = 4;
const PNG_PIXELS = 1024;

interface Drawing {
  path: string;
  side: number;
}

function draw(value: string): Drawing {
  const { modules } = create(value, { errorCorrectionLevel: 'M' });
  const rows: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) rows.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
    }
  }
  return { path: rows.join(''), side: modules.size + QUIET * 2 };
}

function toSvgText({ path, side }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

/** Drawn straight on a canvas: no image has to be loaded, which a strict content policy would refuse. */
function downloadPng(value: string, name: string): void {
  const { modules } = create(value, { errorCorrectionLevel: 'M' });
  const side = modules.size + QUIET * 2;
  const scale = Math.max(1, Math.floor(PNG_PIXELS / side));
  const canvas = document.createElement('canvas');
  canvas.width = side * scale;
  canvas.height = side * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) context.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale);
    }
  }
  canvas.toBlob((blob) => {
    if (blob) downloadFile(name, blob, 'image/png');
  }, 'image/png');
}

export interface QrCodeProps {
  value: string;
  /** What scanning it does. */
  label: string;
  size?: number;
  fileName?: string;
  downloads?: boolean;
  className?: string;
}

/** Always black on white, also in dark mode: some scanners can't read it the other way round. */
export function QrCode({
  value,
  label,
  size = 176,
  fileName = 'qr-code',
  downloads = true,
  className,
}: QrCodeProps) {
  const drawing = useMemo(() => draw(value), [value]);
  return (
    <figure data-slot="qr-code" className={cn('grid w-fit justify-items-center gap-3', className)}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${drawing.side} ${drawing.side}`}
        width={size}
        height={size}
        shapeRendering="crispEdges"
        className="rounded-card border border-line"
      >
        <rect width={drawing.side} height={drawing.side} fill="#fff" />
        <path d={drawing.path} fill="#000" />
      </svg>
      {downloads && (
        <figcaption className="flex gap-2">
          <Button
            size="sm"
            icon={<Download />}
            onClick={() => downloadFile(`${fileName}.svg`, toSvgText(drawing), 'image/svg+xml')}
          >
            SVG
          </Button>
          <Button size="sm" icon={<Download />} onClick={() => downloadPng(value, `${fileName}.png`)}>
            PNG
          </Button>
        </figcaption>
      )}
    </figure>
  );
}
