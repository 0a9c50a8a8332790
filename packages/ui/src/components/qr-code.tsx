'use client';

import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { cn } from '../lib/cn.ts';
import { downloadFile } from '../lib/download.ts';
import { drawQr, paintQr, pixelsPerModule, type QrDrawing, qrPath, qrSvg } from '../lib/qr-drawing.ts';
import { Button } from './button.tsx';

/** Drawn straight on a canvas: no image has to be loaded, which a strict content policy would refuse. */
function downloadPng(drawing: QrDrawing, name: string): void {
  const canvas = document.createElement('canvas');
  canvas.width = drawing.side * pixelsPerModule(drawing);
  canvas.height = canvas.width;
  const brush = canvas.getContext('2d');
  if (!brush) return;
  paintQr(brush, drawing);
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
  const drawing = useMemo(() => drawQr(value), [value]);
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
        <path d={qrPath(drawing)} fill="#000" />
      </svg>
      {downloads && (
        <figcaption className="flex gap-2">
          <Button
            size="sm"
            icon={<Download />}
            onClick={() => downloadFile(`${fileName}.svg`, qrSvg(drawing), 'image/svg+xml')}
          >
            SVG
          </Button>
          <Button size="sm" icon={<Download />} onClick={() => downloadPng(drawing, `${fileName}.png`)}>
            PNG
          </Button>
        </figcaption>
      )}
    </figure>
  );
}
