// The ground: land and what lies beyond, lines of départements, towns by size, rings around home. In the colours of the page.
import type { StyleSpecification } from 'maplibre-gl'
import { KILOMETRES_PER_DEGREE, ring, type Point } from './places'

export interface Colours { land: string; beyond: string; line: string; ink: string; soft: string; accent: string }

/** The tokens of web/css/tokens.css as they are now: by day or by night, and of the theme. */
export function colours(): Colours {
  const tokens = getComputedStyle(document.documentElement)
  const token = (name: string) => tokens.getPropertyValue(`--${name}`).trim()
  return { land: token('land'), beyond: token('beyond'), line: token('edge'), ink: token('ink'), soft: token('soft'), accent: token('accent') }
}

const RINGS = [1, 2, 5, 10, 25, 50, 100] // km, as far as was asked for
const FINEST_TILES = 10 // zoom, as src/places/tile.hpp has it

export function style({ land, beyond, line, ink, soft, accent }: Colours, home: Point, kilometres: number, origin: string): StyleSpecification {
  // Rough outlines are right to some kilometres: close by they fade, and what is left is the land that towns stand on.
  const fading = (opacity: number): any => ['interpolate', ['linear'], ['zoom'], 8, opacity, 10, ['case', ['boolean', ['get', 'rough'], false], 0, opacity]]
  // Two or three rings in the picture, whatever the zoom.
  const nearEnough = (opacity: number): any => {
    const from = (reach: number) => ['case', ['>=', ['get', 'km'], reach], opacity, 0]
    return ['step', ['zoom'], from(50), 7, from(25), 8, from(10), 9.5, from(5), 11, from(1)]
  }
  const rings = RINGS.filter((reach) => reach <= kilometres).flatMap((reach) => [
    { type: 'Feature' as const, properties: { km: reach }, geometry: { type: 'LineString' as const, coordinates: ring(home, reach) } },
    { type: 'Feature' as const, properties: { km: reach }, geometry: { type: 'Point' as const, coordinates: [home[0], home[1] - reach / KILOMETRES_PER_DEGREE] } },
  ])
  const size: any = ['interpolate', ['linear'], ['zoom'], 5, ['interpolate', ['linear'], ['get', 'population'], 0, 1, 1000000, 5], 10, ['interpolate', ['linear'], ['get', 'population'], 0, 1.5, 200000, 7]]
  return {
    version: 8,
    sources: {
      ground: { type: 'vector', tiles: [`${origin}/carte/{z}/{x}/{y}`], maxzoom: FINEST_TILES },
      rings: { type: 'geojson', data: { type: 'FeatureCollection', features: rings } },
    },
    layers: [
      { id: 'beyond', type: 'background', paint: { 'background-color': ['interpolate', ['linear'], ['zoom'], 8, beyond, 10, land] } },
      { id: 'land', type: 'fill', source: 'ground', 'source-layer': 'land', paint: { 'fill-color': land, 'fill-antialias': false } },
      { id: 'communes', type: 'line', source: 'ground', 'source-layer': 'ground', paint: { 'line-color': line, 'line-opacity': 0.25, 'line-width': 0.7 } },
      { id: 'departements', type: 'line', source: 'ground', 'source-layer': 'land', paint: { 'line-color': line, 'line-opacity': fading(0.45), 'line-width': 0.9 } },
      { id: 'rings', type: 'line', source: 'rings', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': accent, 'line-opacity': nearEnough(0.6), 'line-width': 1.3, 'line-dasharray': [3, 3] } },
      { id: 'towns', type: 'circle', source: 'ground', 'source-layer': 'town', paint: { 'circle-color': soft, 'circle-opacity': 0.55, 'circle-radius': size } },
      {
        id: 'distances', type: 'symbol', source: 'rings', filter: ['==', ['geometry-type'], 'Point'],
        layout: { 'text-field': ['concat', ['to-string', ['get', 'km']], '\u00a0km'], 'text-font': ['Bricolage Grotesque'], 'text-size': 12, 'text-allow-overlap': true },
        paint: { 'text-color': accent, 'text-opacity': nearEnough(1), 'text-halo-color': land, 'text-halo-width': 2 },
      },
      {
        id: 'names', type: 'symbol', source: 'ground', 'source-layer': 'town',
        layout: {
          'text-field': ['get', 'name'], 'text-font': ['Bricolage Grotesque'], 'text-size': ['interpolate', ['linear'], ['get', 'population'], 0, 12, 200000, 15], 'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.6, 'text-padding': 6, 'symbol-sort-key': ['-', 0, ['get', 'population']],
        },
        paint: { 'text-color': ink, 'text-opacity': 0.8, 'text-halo-color': land, 'text-halo-width': 1.4 },
      },
    ],
  }
}
