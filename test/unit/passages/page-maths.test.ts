import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParts } from '#renderer/ui/viewer/in-parts.ts';
import {
  densityOf,
  nextZoom,
  scaleOf,
  withinPages,
  zoomAt,
  zoomSteps,
} from '#renderer/ui/viewer/page-maths.ts';

const length = fc.double({ min: 1, max: 20_000, noNaN: true });

describe('how large a page is shown', () => {
  it('is as wide as there is room, and a picture never larger than it is', () => {
    expect(scaleOf('width', 595, 1190, 'point')).toBe(2);
    expect(scaleOf('width', 400, 1200, 'pixel')).toBe(1);
    expect(scaleOf('width', 2400, 1200, 'pixel')).toBe(0.5);
    expect(scaleOf(1, 595, 100, 'point')).toBeCloseTo(96 / 72);
    fc.assert(
      fc.property(length, fc.double({ min: 50, max: 3000, noNaN: true }), (width, room) => {
        for (const unit of ['point', 'pixel'] as const) {
          const scale = scaleOf('width', width, room, unit);
          expect(scale).toBeGreaterThan(0);
          // Vast pages keep a scale at which something can be seen.
          if (scale > 0.05) expect(width * scale).toBeLessThanOrEqual(room + 1e-6);
        }
      }),
    );
  });

  it('goes up and down by steps that meet again', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 6, noNaN: true }), (shown) => {
        const [more, less] = [nextZoom(shown, 'in'), nextZoom(shown, 'out')];
        expect(zoomSteps).toContain(more);
        expect(zoomSteps).toContain(less);
        if (shown < 3.99) expect(more).toBeGreaterThan(shown - 0.005);
        if (shown > 0.51) expect(less).toBeLessThan(shown + 0.005);
      }),
    );
    expect(zoomAt(scaleOf(1.5, 595, 100, 'point'), 'point')).toBeCloseTo(1.5);
  });

  it('is never drawn on more than sixteen million pixels', () => {
    fc.assert(
      fc.property(length, length, fc.double({ min: 0.05, max: 6, noNaN: true }), (width, height, scale) => {
        const density = densityOf(width, height, scale, 2);
        expect(density).toBeLessThanOrEqual(2);
        expect(width * height * (scale * density) ** 2).toBeLessThanOrEqual(16_000_001);
      }),
    );
  });

  it('is a page that is there', () => {
    expect([-3, 0, 2.9, 99, Number.NaN].map((page) => withinPages(page, 12))).toEqual([1, 1, 2, 12, 1]);
  });
});

describe('a long text in parts', () => {
  it('is the text when joined, no part torn within a letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word '.repeat(700), '\n', '🎉'.repeat(3000), 'x'.repeat(9000), 'é\n'), {
          maxLength: 8,
        }),
        (pieces) => {
          const text = pieces.join('');
          const parts = inParts(text);
          expect(parts.join('')).toBe(text);
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(8001);
            expect(() => encodeURIComponent(part)).not.toThrow();
          }
        },
      ),
    );
  });
});
