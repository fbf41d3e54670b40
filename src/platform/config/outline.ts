import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { refuse } from '../../kernel/index.ts';
import type { MapLine, MapOutline } from '../../kernel/contract.ts';

/** What a phone draws without effort; whoever has a finer border simplifies it first. */
const MOST_POINTS = 5000;

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number());
const Line = z.array(Position).min(2);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Line) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Line)) }),
]);
const Named = z.object({ name: z.string().min(1).max(40) });
const Spot = z.object({
  type: z.literal('Feature'),
  properties: Named,
  geometry: z.object({ type: z.literal('Point'), coordinates: Position }),
});
const Feature = z.object({ type: z.literal('Feature'), geometry: Geometry });
const Drawn = z.union([
  Geometry,
  Feature,
  z.object({ type: z.literal('FeatureCollection'), features: z.array(z.union([Spot, Feature])) }),
]);

/**
 * The lines of a GeoJSON file (RFC 7946), borders, rivers or roads, and its points with a `name`, for the eye to find its way by.
 * @throws Refusal `platform.outline-wrong` for what is no such file, or has more points than {@link MOST_POINTS}.
 */
export function readOutline(path: string): MapOutline {
  const wrong = (why: string): never => refuse('platform.outline-wrong', { path, why, most: MOST_POINTS });
  let drawn: z.infer<typeof Drawn>;
  try {
    drawn = Drawn.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return wrong(error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : String(error));
  }
  const features = drawn.type === 'FeatureCollection' ? drawn.features : [];
  const alone = drawn.type === 'FeatureCollection' ? [] : [drawn.type === 'Feature' ? drawn.geometry : drawn];
  const shapes = [...alone, ...features.map(({ geometry }) => geometry)];
  const lines = shapes.flatMap((shape) => (shape.type === 'Point' ? [] : linesOf(shape)));
  const names = features.flatMap((feature) =>
    'properties' in feature
      ? [{ text: feature.properties.name, at: feature.geometry.coordinates.slice(0, 2) as [number, number] }]
      : [],
  );
  const many = lines.reduce((all, { points }) => all + points.length, 0);
  return lines.length > 0 && many <= MOST_POINTS ? { lines, names } : wrong(String(many));
}

function linesOf(shape: z.infer<typeof Geometry>): MapLine[] {
  const line = (closed: boolean) => (all: z.infer<typeof Line>) => ({
    closed,
    points: all.map(([longitude, latitude]): [number, number] => [longitude, latitude]),
  });
  switch (shape.type) {
    case 'LineString':
      return [line(false)(shape.coordinates)];
    case 'MultiLineString':
      return shape.coordinates.map(line(false));
    case 'Polygon':
      return shape.coordinates.map(line(true));
    case 'MultiPolygon':
      return shape.coordinates.flat().map(line(true));
  }
}
