// Every pair of colors that meets on a screen, held to WCAG 2.2 AA in both themes, computed from the tokens as they are written.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Color = { l: number; c: number; h: number };
type Theme = Record<string, Color>;

const css = readFileSync(new URL('../../app/styles/ground/tokens.css', import.meta.url), 'utf8');
const [lightBlock, darkBlock] = css.split(/@variant\s+night/) as [string, string];
const themes: Record<'light' | 'dark', Theme> = { light: colorsIn(lightBlock), dark: colorsIn(darkBlock) };

const text = 4.5;
const graphic = 3;

const grounds = ['background', 'surface', 'surface-2', 'surface-3', 'overlay'];
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 11],
    ['ink-muted', ground, text],
    ['link', ground, text],
    ['focus', ground, graphic],
  ]),
  ...['background', 'surface', 'surface-2'].flatMap((ground): [string, string, number][] => [
    ['ink-faint', ground, text],
    ['border-strong', ground, graphic],
    ['accent', ground, graphic],
    ['danger', ground, text],
    ['partner-a', ground, graphic],
    ['partner-b', ground, graphic],
    ['success', ground, graphic],
    ['private', ground, graphic],
    ['shared', ground, graphic],
    ['paused', ground, graphic],
  ]),
  ...['accent', 'success', 'warning', 'danger'].map((name): [string, string, number] => [`on-${name}`, name, text]),
  ['on-accent', 'accent-hover', text],
  ...['accent', 'success', 'warning', 'danger', 'private', 'shared', 'paused', 'partner-a', 'partner-b'].map(
    (name): [string, string, number] => [`on-${name}-soft`, `${name}-soft`, text],
  ),
  // The error summary stands on its soft ground and is edged with its color; a chosen row keeps ink on the soft accent.
  ['danger', 'danger-soft', graphic],
  ['ink', 'accent-soft', text],
  ['ink-muted', 'accent-soft', text],
  ['accent', 'accent-soft', graphic],
  ['partner-a', 'partner-a-soft', graphic],
  ['partner-b', 'partner-b-soft', graphic],
  // Words in the calendar's cells.
  ['ink', 'heat-0', text],
  ['ink', 'heat-1', text],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
  const theme = themes[name];

  test.each(pairs)('%s on %s has at least %d to 1', (front, back, least) => {
    expect(contrast(colorOf(theme, front), colorOf(theme, back))).toBeGreaterThanOrEqual(least);
  });

  test('every color can be shown on an sRGB screen', () => {
    const outside = Object.entries(theme).filter(([, color]) =>
      linearRgb(color).some((part) => part < -0.002 || part > 1.002),
    );
    expect(outside.map(([color]) => color)).toEqual([]);
  });
});

test('both themes name the same colors', () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
});

test('the arithmetic agrees with known contrasts', () => {
  expect(contrast({ l: 1, c: 0, h: 0 }, { l: 0, c: 0, h: 0 })).toBeCloseTo(21, 1);
  // #767676 on white, the lightest gray that passes: 4.54.
  expect(contrast({ l: 0.5666, c: 0, h: 0 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(4.54, 1);
});

function colorsIn(block: string): Theme {
  const found = block.matchAll(/--k-([a-z0-9-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return Object.fromEntries(
    [...found].map(([, name, l, c, h]) => [name!, { l: Number(l), c: Number(c), h: Number(h) }]),
  );
}

function colorOf(theme: Theme, name: string): Color {
  const color = theme[name];
  if (!color) throw new Error(`tokens.css has no --k-${name}`);
  return color;
}

// Björn Ottosson's OKLab to linear sRGB.
function linearRgb({ l, c, h }: Color): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function luminance(color: Color): number {
  const [red, green, blue] = linearRgb(color).map((part) => Math.min(1, Math.max(0, part))) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
