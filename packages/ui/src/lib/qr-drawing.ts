import { create } from 'qrcode';

/** Modules of quiet border that scanners need. */
export const QUIET = 4;

/** A QR code in modules, its quiet border included. */
export interface QrDrawing {
  side: number;
  /** The dark modules, row by row. */
  dark: readonly { x: number; y: number }[];
}

/** With level M a code can be read with about a seventh of it damaged or covered. */
export function drawQr(value: string): QrDrawing {
  const { modules } = create(value, { errorCorrectionLevel: 'M' });
  const dark: { x: number; y: number }[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) dark.push({ x: x + QUIET, y: y + QUIET });
    }
  }
  return { side: modules.size + QUIET * 2, dark };
}

/** The dark modules as the path of a drawing with one unit per module. */
export function qrPath({ dark }: QrDrawing): string {
  return dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('');
}

export function qrSvg(drawing: QrDrawing): string {
  const { side } = drawing;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${qrPath(drawing)}"/></svg>`;
}

const PNG_PIXELS = 1024;

/** Whole pixels per module: a scaled picture would have grey edges. */
export function pixelsPerModule({ side }: QrDrawing): number {
  return Math.max(1, Math.floor(PNG_PIXELS / side));
}

/** What a canvas needs to know of itself here. */
type Brush = Pick<CanvasRenderingContext2D, 'fillStyle' | 'fillRect'>;

/** Paints the code black on white, the quiet border included. */
export function paintQr(brush: Brush, drawing: QrDrawing): void {
  const scale = pixelsPerModule(drawing);
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, drawing.side * scale, drawing.side * scale);
  brush.fillStyle = '#000';
  for (const { x, y } of drawing.dark) brush.fillRect(x * scale, y * scale, scale, scale);
}
