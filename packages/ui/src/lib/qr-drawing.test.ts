import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { drawQr, paintQr, pixelsPerModule, type QrDrawing, QUIET, qrSvg } from './qr-drawing.ts';

const url = 'https://edge.harbour.test/r/spring-fair';

/** A canvas of plain pixels that takes what a canvas takes. */
function paintPixels(drawing: QrDrawing): PNG {
  const side = drawing.side * pixelsPerModule(drawing);
  const png = new PNG({ width: side, height: side });
  paintQr(
    {
      fillStyle: '',
      fillRect(left, top, width, height) {
        const shade = this.fillStyle === '#000' ? 0 : 255;
        for (let y = top; y < top + height; y++) {
          for (let x = left; x < left + width; x++)
            png.data.set([shade, shade, shade, 255], (y * side + x) * 4);
        }
      },
    },
    drawing,
  );
  return png;
}

/** The pixels of an SVG that is made of single modules, at eight pixels each. */
function renderSvg(svg: string): PNG {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = 8;
  const png = new PNG({ width: side * scale, height: side * scale });
  png.data.fill(255);
  for (const [, left, top] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let y = Number(top) * scale; y < (Number(top) + 1) * scale; y++) {
      for (let x = Number(left) * scale; x < (Number(left) + 1) * scale; x++) {
        png.data.set([0, 0, 0, 255], (y * side * scale + x) * 4);
      }
    }
  }
  return png;
}

const read = ({ data, width, height }: PNG) => jsQR(new Uint8ClampedArray(data), width, height)?.data;

test.each([url, 'http://localhost:3003/r/k4m7p2', `${url}-with-a-rather-long-name-of-forty`])(
  'a decoder reads %s back from the PNG as it is written to the file, and from the SVG',
  (value) => {
    const drawing = drawQr(value);
    expect(read(PNG.sync.read(PNG.sync.write(paintPixels(drawing))))).toBe(value);
    expect(read(renderSvg(qrSvg(drawing)))).toBe(value);
  },
);

test('a quiet border of four modules surrounds it, and it is printed large enough to be cut out', () => {
  const drawing = drawQr(url);
  for (const { x, y } of drawing.dark) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(QUIET);
    expect(Math.max(x, y)).toBeLessThan(drawing.side - QUIET);
  }
  expect(paintPixels(drawing).width).toBeGreaterThan(900);
});

test('it can still be read with a stain of six by six modules in its middle', () => {
  const drawing = drawQr(url);
  const from = Math.floor(drawing.side / 2) - 3;
  const inStain = (place: number) => place >= from && place < from + 6;
  const stained = { ...drawing, dark: drawing.dark.filter(({ x, y }) => !inStain(x) || !inStain(y)) };
  expect(stained.dark.length).toBeLessThan(drawing.dark.length);
  expect(read(paintPixels(stained))).toBe(url);
});
